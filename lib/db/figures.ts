import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type {
  DayFigures,
  Funnel,
  ProductFigures,
  ReturnFigures,
  SourceFigures,
  WaitFigures,
} from '@/lib/domain/figures/figures';
import { SOURCES } from '@/lib/domain/figures/figures';
import { localizedTextSchema } from '@/lib/domain/market';
import { currencySchema } from '@/lib/domain/money';
import type { Database } from './client';

/** A stretch of time: from `since` on, before `until`. */
export type Stretch = { since: Date; until: Date };

const count = z.coerce.number();
// What was called off or never became an order is no sale; money that went back is told beside it.
const SOLD = sql`orders.status <> 'cancelled'`;
const within = (column: string, { since, until }: Stretch) =>
  sql`${sql.raw(column)} >= ${since.toISOString()} and ${sql.raw(column)} < ${until.toISOString()}`;

const daySchema = z.object({
  day: z.string(),
  currency: currencySchema,
  orders: count,
  amountMinor: count,
  refundedMinor: count,
});

/** Orders, and what they were worth, by the day they were placed on the shop's clock; oldest first. */
export async function listDayFigures(db: Database, stretch: Stretch, timeZone: string): Promise<DayFigures[]> {
  const { rows } = await db.execute(sql`
    select to_char(placed_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, currency, count(*) as orders,
      sum(total_minor) as "amountMinor", sum(refunded_minor) as "refundedMinor"
    from orders where ${within('placed_at', stretch)} and ${SOLD} group by 1, 2 order by 1, 2`);
  return z.array(daySchema).parse(rows);
}

const funnelSchema = z.object({
  thread: count,
  webview: count,
  product: count,
  cart: count,
  checkout: count,
  paid: count,
});

/**
 * How many people came how far: wrote or tapped in the thread, opened the shop, looked at a product, put something into a cart,
 * began to pay, paid. A guest who turned out to be somebody counts as herself.
 */
export async function getFunnel(db: Database, stretch: Stretch): Promise<Funnel> {
  const people = (from: string, at: string) => sql`(
    select count(distinct coalesce(person.claimed_by, person.id)) from ${sql.raw(from)}
      join shoppers person on person.id = shopper_id where ${within(at, stretch)})`;
  const { rows } = await db.execute(sql`select
    (select count(distinct shopper_id) from thread_entries
      where kind in ('said', 'tapped', 'attached', 'arrived') and ${within('at', stretch)}) as thread,
    ${people('shopper_sessions', 'shopper_sessions.created_at')} as webview,
    ${people('seen_products', 'seen_at')} as product,
    (select count(distinct coalesce(person.claimed_by, person.id)) from carts
      join shoppers person on person.id = carts.shopper_id
      where ${within('carts.updated_at', stretch)}
        and (carts.status = 'ordered' or exists (select from cart_lines line where line.cart_id = carts.id))) as cart,
    ${people('payment_attempts', 'payment_attempts.created_at')} as checkout,
    ${people('orders', 'placed_at')} as paid`);
  return funnelSchema.parse(rows[0]);
}

const sourceSchema = z.object({ source: z.enum(SOURCES), people: count });
const sourceMoneySchema = z.object({ source: z.enum(SOURCES), currency: currencySchema, orders: count, amount: count });

const KIND = sql`case when visit.id is null then 'none' when visit.meta_ad_id is not null then 'ads'
  when ref.sharer_id is not null then 'shares' else 'links' end`;

/** What brought people and orders: each order is reckoned to one visit when it is placed, or to none. */
export async function listSourceFigures(db: Database, stretch: Stretch): Promise<SourceFigures[]> {
  const [people, money] = await Promise.all([
    db.execute(sql`select ${KIND} as source, count(distinct visit.shopper_id) as people
      from visits visit left join refs ref on ref.code = visit.ref where ${within('visit.at', stretch)} group by 1`),
    db.execute(sql`select ${KIND} as source, orders.currency, count(*) as orders,
        sum(orders.total_minor - orders.refunded_minor) as amount
      from orders left join order_origins origin on origin.order_id = orders.id
        left join visits visit on visit.id = origin.visit_id left join refs ref on ref.code = visit.ref
      where ${within('orders.placed_at', stretch)} and ${SOLD} group by 1, 2 order by 2`),
  ]);
  const visitors = new Map(
    z
      .array(sourceSchema)
      .parse(people.rows)
      .map((row) => [row.source, row.people]),
  );
  const sums = z.array(sourceMoneySchema).parse(money.rows);
  return SOURCES.map((source) => {
    const own = sums.filter((row) => row.source === source);
    return {
      source,
      people: visitors.get(source) ?? 0,
      orders: own.reduce((sum, row) => sum + row.orders, 0),
      revenue: own.map(({ currency, amount }) => ({ currency, amountMinor: amount })),
    };
  });
}

const productSchema = z.object({
  productId: z.string().nullable(),
  title: localizedTextSchema,
  currency: currencySchema,
  pieces: count,
  amountMinor: count,
});

/** What sold, the most pieces first. A product that is gone keeps the name that it was sold under. */
export async function listProductFigures(db: Database, stretch: Stretch, limit: number): Promise<ProductFigures[]> {
  const { rows } = await db.execute(sql`
    select coalesce(variants.product_id, line ->> 'variantId') as key, max(variants.product_id) as "productId",
      (array_agg(line -> 'title' order by orders.number desc))[1] as title, orders.currency,
      sum((line ->> 'quantity')::int) as pieces,
      sum((line ->> 'totalMinor')::int - (line ->> 'discountMinor')::int) as "amountMinor"
    from orders cross join lateral jsonb_array_elements(orders.quote -> 'lines') line
      left join variants on variants.id = line ->> 'variantId'
    where ${within('orders.placed_at', stretch)} and ${SOLD}
    group by 1, 4 order by pieces desc, 1 limit ${limit}`);
  return z.array(productSchema).parse(rows);
}

const returnSchema = z.object({ reason: z.string(), currency: currencySchema, refunds: count, amountMinor: count });

/** Money that went back, by reason, the most first; and how many withdrawals were declared. */
export async function listReturnFigures(
  db: Database,
  stretch: Stretch,
): Promise<{ returns: ReturnFigures[]; withdrawals: number }> {
  const [returned, declared] = await Promise.all([
    db.execute(sql`select refunds.reason, orders.currency, count(*) as refunds, sum(refunds.amount_minor) as "amountMinor"
      from refunds join orders on orders.id = refunds.order_id
      where ${within('refunds.created_at', stretch)} and refunds.status in ('pending', 'succeeded')
      group by 1, 2 order by refunds desc, 1, 2`),
    db.execute(sql`select count(*) as count from withdrawals where ${within('declared_at', stretch)}`),
  ]);
  return {
    returns: z.array(returnSchema).parse(returned.rows),
    withdrawals: z.object({ count }).parse(declared.rows[0]).count,
  };
}

const waitSchema = z.object({ answered: count, medianSeconds: z.coerce.number().nullable(), waiting: count });

/** How long people who began to wait for a person in this time waited until somebody of the shop answered. */
export async function getWaitFigures(db: Database, stretch: Stretch): Promise<WaitFigures> {
  const { rows } = await db.execute(sql`
    select count(*) filter (where ended in ('answered', 'inbox')) as answered,
      percentile_cont(0.5) within group (order by extract(epoch from ended_at - since))
        filter (where ended in ('answered', 'inbox')) as "medianSeconds",
      count(*) filter (where ended_at is null) as waiting
    from person_waits where ${within('since', stretch)}`);
  const read = waitSchema.parse(rows[0]);
  return { ...read, medianSeconds: read.medianSeconds === null ? null : Math.round(read.medianSeconds) };
}
