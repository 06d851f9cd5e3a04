import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { ProductCard } from '@/lib/domain/catalogue/product';
import type { ShopperId } from '@/lib/domain/ids';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Database } from './client';
import { listProductCards } from './products';
import { products } from './schema/catalogue';
import { seenProducts, wishes } from './schema/wishes';

const MOST_WISHES = 200;
const SEEN_KEPT = 12;
const SEEN_DAYS = 30;

type OfProduct = { shopperId: ShopperId; slug: string };

/** Puts a product on her list, once; false where there is no such product, or the list is full. */
export async function insertWish(db: Database, { shopperId, slug, at }: OfProduct & { at: Date }): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    insert into ${wishes} (shopper_id, product_id, wished_at)
    select ${shopperId}, id, ${at.toISOString()}::timestamptz from ${products}
    where slug = ${slug} and status = 'active'
      and (select count(*) from ${wishes} where shopper_id = ${shopperId}) < ${MOST_WISHES}
    on conflict (shopper_id, product_id) do update set wished_at = ${wishes}.wished_at`);
  return (rowCount ?? 0) > 0;
}

/** Takes a product off her list; what does not lie there is as good. */
export async function deleteWish(db: Database, { shopperId, slug }: OfProduct): Promise<void> {
  await db.execute(sql`
    delete from ${wishes} using ${products} product
    where ${wishes}.shopper_id = ${shopperId} and product.id = ${wishes}.product_id and product.slug = ${slug}`);
}

/** Her list as cards, what she wished for last first; what is not on sale any more is left out. */
export async function listWishes(db: Database, shopperId: ShopperId, currency: CurrencyCode): Promise<ProductCard[]> {
  const rows = await db
    .select({ slug: products.slug })
    .from(wishes)
    .innerJoin(products, eq(products.id, wishes.productId))
    .where(eq(wishes.shopperId, shopperId))
    .orderBy(desc(wishes.wishedAt), products.slug);
  return cardsInOrder(db, rows, currency);
}

/** Notes that a known session looked at a product; the oldest beyond a dozen, and those of last month, are forgotten. */
export async function noteSeen(db: Database, { shopperId, slug, at }: OfProduct & { at: Date }): Promise<void> {
  const before = new Date(at.getTime() - SEEN_DAYS * 24 * 60 * 60_000);
  await db.execute(sql`
    with added as (
      insert into ${seenProducts} (shopper_id, product_id, seen_at)
      select ${shopperId}, id, ${at.toISOString()}::timestamptz from ${products} where slug = ${slug} and status = 'active'
      on conflict (shopper_id, product_id) do update set seen_at = excluded.seen_at returning product_id)
    delete from ${seenProducts} where shopper_id = ${shopperId} and (seen_at < ${before.toISOString()} or product_id in (
      select product_id from ${seenProducts}
      where shopper_id = ${shopperId} and product_id not in (select product_id from added)
      order by seen_at desc, product_id offset ${SEEN_KEPT - 1}))`);
}

/** What she looked at last, the newest first. */
export async function listSeen(
  db: Database,
  { shopperId, currency, now, limit }: { shopperId: ShopperId; currency: CurrencyCode; now: Date; limit: number },
): Promise<ProductCard[]> {
  const since = new Date(now.getTime() - SEEN_DAYS * 24 * 60 * 60_000);
  const rows = await db
    .select({ slug: products.slug })
    .from(seenProducts)
    .innerJoin(products, eq(products.id, seenProducts.productId))
    .where(and(eq(seenProducts.shopperId, shopperId), gt(seenProducts.seenAt, since)))
    .orderBy(desc(seenProducts.seenAt))
    .limit(limit);
  return cardsInOrder(db, rows, currency);
}

async function cardsInOrder(db: Database, rows: { slug: string }[], currency: CurrencyCode): Promise<ProductCard[]> {
  if (rows.length === 0) return [];
  const slugs = rows.map(({ slug }) => slug);
  const cards = new Map((await listProductCards(db, { currency, slugs, limit: slugs.length })).map((c) => [c.slug, c]));
  return slugs.flatMap((slug) => cards.get(slug) ?? []);
}
