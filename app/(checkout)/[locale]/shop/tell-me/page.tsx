import type { Metadata } from 'next';
import { z } from 'zod';
import { TellMePage } from '@/components/shop/tell-me-page';
import { threadLink } from '@/lib/domain/messaging/ref';
import { askPageWords } from '@/lib/domain/words/ask-pages';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';
import { getShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const askedSchema = z.object({
  ask: z.enum(['restock', 'price', 'cart']).catch('restock'),
  slug: z
    .string()
    .regex(/^[\w-]{1,120}$/)
    .nullish()
    .catch(null),
  instead: z.enum(['no_thread', 'not_found', 'in_stock']).nullish().catch(null),
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: askPageWords[(await marketFromParams(params)).language].page.title };
}

/** What became of "tell me": noted, or the way into the thread where it can be. Says nothing of anybody. */
export default async function Page({ params, searchParams }: Params) {
  const market = await marketFromParams(params);
  const asked = askedSchema.parse(await searchParams);
  const [shop, deps, shopper] = await Promise.all([readShop(), getDeps(), getShopper()]);
  // A quick tap comes before Messenger has said who she is; a moment later it is hers.
  const isKnownNow = asked.instead === 'no_thread' && shopper?.psid;
  const slug = asked.slug ?? null;
  const ref = asked.ask === 'cart' || slug === null ? null : `${asked.ask}=${slug}`;
  return (
    <TellMePage
      market={market}
      shopName={shop.name}
      ask={asked.ask}
      slug={slug}
      instead={isKnownNow ? null : (asked.instead ?? null)}
      threadUrl={threadLink(deps.page, ref)}
    />
  );
}
