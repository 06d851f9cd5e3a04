import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './client';
import { products, variants } from './schema/catalogue';
import { threadEntries } from './schema/conversations';
import { outgoingMessages } from './schema/messages';
import { orders, refunds } from './schema/orders';
import { consents, productAsks } from './schema/outreach';
import { visits } from './schema/referrals';
import { reviews } from './schema/reviews';
import { cartLines, carts, shoppers } from './schema/shoppers';
import { keptCards, keptDetails } from './schema/ways';
import { seenProducts, wishes } from './schema/wishes';
import { withdrawals } from './schema/withdrawals';

/** Everything that hangs on a person, as it lies in the tables: sealed parts are still sealed. Null for nobody. */
export async function getPersonData(db: Database, shopperId: string) {
  const [shopper] = await db.select().from(shoppers).where(eq(shoppers.id, shopperId));
  if (!shopper) return null;
  const [bought, kept, said, liked] = await Promise.all([
    listBought(db, shopperId),
    listKept(db, shopperId),
    listSaid(db, shopperId),
    listLiked(db, shopperId),
  ]);
  return { shopper, ...bought, ...kept, ...said, ...liked };
}
export type PersonData = NonNullable<Awaited<ReturnType<typeof getPersonData>>>;

async function listBought(db: Database, shopperId: string) {
  const hers = db.select({ id: orders.id }).from(orders).where(eq(orders.shopperId, shopperId));
  const [bought, givenBack, withdrawn] = await Promise.all([
    db.select().from(orders).where(eq(orders.shopperId, shopperId)).orderBy(desc(orders.placedAt)),
    db.select().from(refunds).where(inArray(refunds.orderId, hers)).orderBy(asc(refunds.createdAt)),
    db.select().from(withdrawals).where(inArray(withdrawals.orderId, hers)),
  ]);
  return { orders: bought, refunds: givenBack, withdrawals: withdrawn };
}

async function listKept(db: Database, shopperId: string) {
  const [cards, [details], cart, lines] = await Promise.all([
    db
      .select()
      .from(keptCards)
      .where(and(eq(keptCards.shopperId, shopperId), isNull(keptCards.removedAt))),
    db.select().from(keptDetails).where(eq(keptDetails.shopperId, shopperId)),
    db
      .select()
      .from(carts)
      .where(and(eq(carts.shopperId, shopperId), eq(carts.status, 'open'))),
    db
      .select({ title: products.title, sku: variants.sku, quantity: cartLines.quantity, addedAt: cartLines.addedAt })
      .from(cartLines)
      .innerJoin(carts, and(eq(carts.id, cartLines.cartId), eq(carts.status, 'open')))
      .innerJoin(variants, eq(variants.id, cartLines.variantId))
      .innerJoin(products, eq(products.id, variants.productId))
      .where(eq(carts.shopperId, shopperId)),
  ]);
  return { cards, details: details ?? null, cart: cart[0] ?? null, cartLines: lines };
}

const wordSchema = z.object({ at: z.coerce.date(), from: z.string(), text: z.string() });

async function listSaid(db: Database, shopperId: string) {
  const [agreed, words, ways] = await Promise.all([
    db.select().from(consents).where(eq(consents.shopperId, shopperId)).orderBy(asc(consents.givenAt)),
    db.execute(sql`
      select at, kind as "from", text from ${threadEntries} where shopper_id = ${shopperId}
      union all
      select coalesce(sent_at, created_at), 'shop', coalesce(message ->> 'text', '[' || (message ->> 'kind') || ']')
        from ${outgoingMessages} where shopper_id = ${shopperId}
      order by 1`),
    db.select().from(visits).where(eq(visits.shopperId, shopperId)).orderBy(asc(visits.at)),
  ]);
  return { consents: agreed, words: z.array(wordSchema).parse(words.rows), visits: ways };
}

const named = { slug: products.slug, title: products.title };

async function listLiked(db: Database, shopperId: string) {
  const [asked, wished, seen, written] = await Promise.all([
    db
      .select({ ...named, kind: productAsks.kind, askedAt: productAsks.askedAt, doneAt: productAsks.doneAt })
      .from(productAsks)
      .innerJoin(variants, eq(variants.id, productAsks.variantId))
      .innerJoin(products, eq(products.id, variants.productId))
      .where(eq(productAsks.shopperId, shopperId)),
    db
      .select({ ...named, wishedAt: wishes.wishedAt })
      .from(wishes)
      .innerJoin(products, eq(products.id, wishes.productId))
      .where(eq(wishes.shopperId, shopperId)),
    db
      .select({ ...named, seenAt: seenProducts.seenAt })
      .from(seenProducts)
      .innerJoin(products, eq(products.id, seenProducts.productId))
      .where(eq(seenProducts.shopperId, shopperId)),
    db
      .select({ ...named, stars: reviews.stars, text: reviews.text, status: reviews.status, at: reviews.writtenAt })
      .from(reviews)
      .innerJoin(products, eq(products.id, reviews.productId))
      .where(eq(reviews.shopperId, shopperId)),
  ]);
  return { asks: asked, wishes: wished, seen, reviews: written };
}
