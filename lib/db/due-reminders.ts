import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { PricePoint } from '@/lib/domain/catalogue/lowest-price';
import { currencySchema } from '@/lib/domain/money';
import type { Database } from './client';
import { reachClassOf } from './reach-class';

const personSchema = z.object({
  shopper_id: z.string(),
  psid: z.string(),
  language: z.string().nullable(),
  locale: z.string().nullable(),
  consent_id: z.string(),
});
const text = z.object({ de: z.string(), en: z.string() });
const cartSchema = personSchema.extend({ cart_id: z.string(), pieces: z.coerce.number() });
const askSchema = personSchema.extend({
  asks: z.array(z.string()).min(1),
  variant_id: z.string(),
  option_values: z.array(z.string()),
  options: z.unknown(),
  slug: z.string(),
  title: text,
  currency: currencySchema,
  seen_minor: z.number().nullable(),
});
export type DueCart = z.infer<typeof cartSchema>;
export type DueAsk = z.infer<typeof askSchema>;

/** Somebody whom a message of this topic reaches now. */
function reachedFor(topic: 'cart' | 'asks'): SQL {
  return sql`join shoppers person on person.id = source.shopper_id and person.psid is not null
    join consents agreed on agreed.shopper_id = person.id and agreed.topic = ${topic} and agreed.ended_at is null`;
}
const personColumns = sql`person.id as shopper_id, person.psid, person.language, person.locale, agreed.id as consent_id`;
const isReached = (now: Date) => sql`${reachClassOf(sql`person`, sql`agreed`, now)} in ('window', 'token')`;

/**
 * Open carts that were last touched between `before` and a week before it, with something in them that can be bought, of
 * people who agreed and are within reach; never the same cart twice, nor one that is being paid.
 */
export async function listDueCarts(
  db: Database,
  { before, now, limit }: { before: Date; now: Date; limit: number },
): Promise<DueCart[]> {
  const { rows } = await db.execute(sql`
    select ${personColumns}, source.id as cart_id, sum(line.quantity) as pieces
    from carts source ${reachedFor('cart')}
      join cart_lines line on line.cart_id = source.id
      join variants variant on variant.id = line.variant_id and variant.available > 0 and variant.archived_at is null
      join products product on product.id = variant.product_id and product.status = 'active'
    where source.status = 'open' and source.updated_at <= ${before.toISOString()}
      and source.updated_at > ${before.toISOString()}::timestamptz - interval '7 days'
      and not exists (select from outgoing_messages sent where sent.cause = 'cart-reminder:' || source.id)
      and not exists (select from payment_attempts attempt where attempt.cart_id = source.id and attempt.status = 'open')
      and not exists (select from orders where orders.shopper_id = person.id and orders.placed_at > source.updated_at)
      and ${isReached(now)}
    group by person.id, agreed.id, source.id limit ${limit}`);
  return z.array(cartSchema).parse(rows);
}

const askColumns = sql`${personColumns}, source.currency, source.seen_minor, product.slug, product.title, product.options`;
const productOfAsk = sql`join variants variant on variant.id = source.variant_id and variant.archived_at is null
  join products product on product.id = variant.product_id and product.status = 'active'`;

/** Asks for what is there again, one row for each person and product, of people within reach. */
export async function listDueRestocks(db: Database, { now, limit }: { now: Date; limit: number }): Promise<DueAsk[]> {
  const { rows } = await db.execute(sql`
    select distinct on (person.id, product.id) ${askColumns}, variant.id as variant_id, variant.option_values,
      (select array_agg(other.id) from product_asks other join variants sibling on sibling.id = other.variant_id
        where other.shopper_id = person.id and other.kind = 'restock' and other.done_at is null
          and sibling.product_id = product.id) as asks
    from product_asks source ${productOfAsk} ${reachedFor('asks')}
    where source.kind = 'restock' and source.done_at is null and variant.available > 0 and ${isReached(now)}
    order by person.id, product.id, variant.position limit ${limit}`);
  return z.array(askSchema).parse(rows);
}

/** Asks for what costs less now than when it was asked for, of people within reach. Whether it is a reduction, others say. */
export async function listDuePriceAsks(db: Database, { now, limit }: { now: Date; limit: number }): Promise<DueAsk[]> {
  const { rows } = await db.execute(sql`
    select ${askColumns}, variant.id as variant_id, variant.option_values, array[source.id] as asks
    from product_asks source ${productOfAsk} ${reachedFor('asks')}
      join variant_prices price on price.variant_id = variant.id and price.currency = source.currency
    where source.kind = 'price' and source.done_at is null and variant.available > 0
      and price.amount_minor < source.seen_minor and ${isReached(now)}
    order by source.asked_at limit ${limit}`);
  return z.array(askSchema).parse(rows);
}

/** Every price that a variant ever had in a currency, in the order of time. */
export async function listPriceHistory(db: Database, variantId: string, currency: string): Promise<PricePoint[]> {
  const { rows } = await db.execute(sql`
    select amount_minor, since from price_history
    where variant_id = ${variantId} and currency = ${currency} order by since, id`);
  const point = z.object({ amount_minor: z.number(), since: z.coerce.date() });
  return z
    .array(point)
    .parse(rows)
    .map(({ amount_minor: amountMinor, since }) => ({ amountMinor, since }));
}

/**
 * Whether a reminder still makes sense at the moment it leaves: the cart is still open with something to buy in it, the
 * product is still there. By its cause: `cart-reminder:<cart>`, `restock:<ask>`, `price:<ask>`.
 */
export async function isReminderWanted(db: Database, cause: string): Promise<boolean> {
  const [kind, id = ''] = cause.split(/:(.*)/s);
  const lines = sql`select from cart_lines line join variants variant on variant.id = line.variant_id
    join carts cart on cart.id = line.cart_id
    where cart.id = ${id} and cart.status = 'open' and variant.available > 0`;
  const product = sql`select from product_asks ask join variants asked on asked.id = ask.variant_id
    join variants variant on variant.product_id = asked.product_id and variant.available > 0
    where ask.id = ${id}`;
  const { rows } = await db.execute(sql`select exists (${kind === 'cart-reminder' ? lines : product}) as wanted`);
  return z.object({ wanted: z.boolean() }).parse(rows[0]).wanted;
}
