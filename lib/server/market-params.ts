import 'server-only';
import { notFound } from 'next/navigation';
import { type Market, marketIdSchema, marketOf } from '@/lib/domain/market';

/** The market that the internal `[locale]` segment names; anything else is no page of ours. */
export async function marketFromParams(params: Promise<{ locale: string }>): Promise<Market> {
  const id = marketIdSchema.safeParse((await params).locale);
  if (!id.success) notFound();
  return marketOf(id.data);
}
