import 'server-only';
import { notFound } from 'next/navigation';
import { marketIdSchema, type PageMarket, pageMarketOf } from '@/lib/domain/market';

/** The market that the internal `[locale]` segment names; anything else is no page of ours. */
export async function marketFromParams(params: Promise<{ locale: string }>): Promise<PageMarket> {
  const id = marketIdSchema.safeParse((await params).locale);
  if (!id.success) notFound();
  return pageMarketOf(id.data);
}
