import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '@/lib/db/client';
import { type FeedPlace, listFeedProducts } from '@/lib/db/feed-products';
import { getShopSettings, readSetting } from '@/lib/db/settings';
import { type FeedItem, feedItemsOf } from '@/lib/domain/catalogue/feed/feed-item';
import { languageSchema, MARKET_IDS, type Market, marketOf } from '@/lib/domain/market';
import { type CurrencyCode, currencySchema } from '@/lib/domain/money';
import { fail } from '@/lib/domain/result';
import { openDoor } from './door';
import { check } from './read-body';
import { respondProblem } from './respond';
import { streamText } from './streamed';
import { getDeps, getEnv } from './wiring';

export type FeedShop = { name: string; url: string; market: Market };
type Feed = {
  contentType: string;
  head: (shop: FeedShop) => string;
  item: (item: FeedItem, currency: CurrencyCode) => string;
  foot: string;
};

const PAGE = 200;
const wishSchema = z.strictObject({ language: languageSchema.default('de'), currency: currencySchema.default('EUR') });

/**
 * A feed of everything on sale, in `?language=de|en` and `?currency=EUR|USD`: pairs that a market of the shop has, since prices
 * must be those of the page behind each link. Kept for a minute at most, then asked for again by its tag, which changes with
 * the catalogue. Problem: "invalid" for another pair.
 */
export function respondFeed(request: Request, feed: Feed): Promise<Response> {
  return openDoor(request, async () => {
    const wish = check(wishSchema, Object.fromEntries(new URL(request.url).searchParams));
    if (!wish.ok) return respondProblem(request, wish);
    const { language, currency } = wish.value;
    const market = MARKET_IDS.map(marketOf).find((one) => one.language === language && one.currency === currency);
    if (!market) return respondProblem(request, fail('invalid', { fields: { currency: 'no_such_market' } }));
    const { db } = await getDeps();
    // The version first: what is written under a tag is never older than the tag says.
    const version = await readSetting(db, 'catalogue_version');
    const shop = { name: (await getShopSettings(db)).name, url: getEnv().PUBLIC_URL, market };
    const tag = createHash('sha256')
      .update(JSON.stringify([version, shop]))
      .digest('base64url')
      .slice(0, 22);
    const headers = { etag: `W/"${tag}"`, 'cache-control': 'public, max-age=60, must-revalidate' };
    if (request.headers.get('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers });
    return new Response(streamText(partsOf(db, feed, shop)), {
      headers: { ...headers, 'content-type': feed.contentType },
    });
  });
}

async function* partsOf(db: Database, feed: Feed, shop: FeedShop): AsyncGenerator<string> {
  const { currency } = shop.market;
  yield feed.head(shop);
  let after: FeedPlace | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof listFeedProducts>> = await listFeedProducts(db, {
      currency,
      after,
      limit: PAGE,
    });
    const items = page.flatMap((product) => feedItemsOf(product, shop));
    if (items.length > 0) yield items.map((item) => feed.item(item, currency)).join('');
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = { position: last.position, id: last.id };
  }
  yield feed.foot;
}
