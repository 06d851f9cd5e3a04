import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Outcome } from '@/lib/domain/ads/ad';
import { currencySchema } from '@/lib/domain/money';
import type { Database } from './client';

const number = z.coerce.number();
const peopleSchema = z.object({ name: z.string(), people: number, carts: number });
const moneySchema = z.object({
  name: z.string(),
  currency: currencySchema,
  orders: number,
  amount: number,
  refunded: number,
});

const DAYS = 28;

/**
 * What came of each `ref` (or of each ad): people, those who put something into a cart within 28 days of their visit, orders
 * that are reckoned to it, their money and what went back of it. Names without a visit are absent.
 */
export async function listOutcomes(
  db: Database,
  by: 'ref' | 'meta_ad_id',
  names: readonly string[],
): Promise<Map<string, Outcome>> {
  if (names.length === 0) return new Map();
  const name = sql.raw(`visit.${by}`);
  const wanted = sql`${name} in (${sql.join(
    names.map((one) => sql`${one}`),
    sql`, `,
  )})`;
  const people = await db.execute(sql`
    select ${name} as name, count(distinct visit.shopper_id) as people,
      count(distinct visit.shopper_id) filter (where exists (
        select from carts cart join cart_lines line on line.cart_id = cart.id
        where cart.shopper_id in (visit.shopper_id, person.claimed_by) and cart.updated_at >= visit.at
          and cart.updated_at < visit.at + make_interval(days => ${DAYS}))) as carts
    from visits visit join shoppers person on person.id = visit.shopper_id
    where ${wanted} group by 1`);
  const money = await db.execute(sql`
    select ${name} as name, orders.currency, count(*) as orders, sum(orders.total_minor) as amount,
      coalesce(sum((select abs(sum(entry.amount)) from ledger entry
        where entry.order_id = orders.id and entry.account = 'refund')), 0) as refunded
    from order_origins origin
      join visits visit on visit.id = origin.visit_id
      join orders on orders.id = origin.order_id
    where ${wanted} group by 1, 2 order by 2`);

  const outcomes = new Map<string, Outcome>();
  for (const row of z.array(peopleSchema).parse(people.rows))
    outcomes.set(row.name, { people: row.people, carts: row.carts, orders: 0, revenue: [] });
  for (const row of z.array(moneySchema).parse(money.rows)) {
    const outcome = outcomes.get(row.name);
    if (!outcome) continue;
    outcome.orders += row.orders;
    outcome.revenue.push({ currency: row.currency, amountMinor: row.amount, refundedMinor: row.refunded });
  }
  return outcomes;
}

/** Shared codes that brought somebody, newest visit first, with who shared them: a first name, or null. */
export async function listSharesWithVisits(
  db: Database,
  limit: number,
): Promise<{ code: string; target: string; sharer: string | null }[]> {
  const rows = await db.execute(sql`
    select ref.code, ref.target_key as target, sharer.first_name as sharer
    from refs ref join shoppers sharer on sharer.id = ref.sharer_id
      join lateral (select max(visit.at) as at from visits visit where visit.ref = ref.code) last on last.at is not null
    order by last.at desc limit ${limit}`);
  return z.array(z.object({ code: z.string(), target: z.string(), sharer: z.string().nullable() })).parse(rows.rows);
}
