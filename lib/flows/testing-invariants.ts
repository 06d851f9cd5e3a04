import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';

/** Queries that find what must never be, by invariant of the reliability reference §2. Each answers no row when it holds. */
const BROKEN: Record<string, ReturnType<typeof sql>> = {
  'I2/I3 an order differs from its attempt': sql`
    select o.id from orders o join payment_attempts a on a.id = o.attempt_id
    where o.total_minor <> a.amount_minor or o.currency <> a.currency or a.end_reason is distinct from 'succeeded' or o.charge_id <> a.charge_id`,
  'I2 a succeeded attempt has no order': sql`
    select a.id from payment_attempts a left join orders o on o.attempt_id = a.id
    where a.end_reason = 'succeeded' and o.id is null`,
  'I3 total = goods + shipping + tax - discount': sql`
    select id from orders where total_minor <> (quote->>'goodsMinor')::int + (quote->'shipping'->'chosen'->>'priceMinor')::int
      + (quote->>'taxAddedMinor')::int - (quote->>'discountMinor')::int`,
  'I4 held stock is not what the holds say': sql`
    select v.id from variants v left join (select variant_id, sum(quantity) n from stock_holds group by 1) h on h.variant_id = v.id
    where v.held <> coalesce(h.n, 0)`,
  'I5 a hold without an open attempt': sql`
    select h.attempt_id from stock_holds h join payment_attempts a on a.id = h.attempt_id where a.status <> 'open'`,
  'I11 the ledger does not explain the stock': sql`
    select v.id from variants v left join (
      select variant_id, sum(amount) filter (where account = 'held') held, sum(amount) filter (where account = 'sold') sold
      from ledger where unit = 'piece' group by 1) l on l.variant_id = v.id
    where v.held <> coalesce(l.held, 0) or v.sold <> coalesce(l.sold, 0)`,
  'I11 money rows of an attempt do not sum to zero': sql`
    select attempt_id from ledger where unit <> 'piece' group by attempt_id having sum(amount) <> 0`,
  'I9 a discount was given more often than its limit, or than it counts': sql`
    select d.id from discounts d left join (
      select discount_id, count(*) n from discount_redemptions where status <> 'released' group by 1) r on r.discount_id = d.id
    where d.used <> coalesce(r.n, 0) or d.used > d.limit_total`,
  'I9 a discount is reserved without an open attempt, or redeemed without an order': sql`
    select r.attempt_id from discount_redemptions r join payment_attempts a on a.id = r.attempt_id
    where (r.status = 'reserved') <> (a.status = 'open') or (r.status = 'redeemed') <> (a.end_reason is not distinct from 'succeeded')`,
  'I3 the discounts of an order are not the sum of their parts': sql`
    select id from orders where (quote->>'discountMinor')::int is distinct from
      (select coalesce(sum((line->>'discountMinor')::int), 0) from jsonb_array_elements(quote->'lines') line)`,
  'I11 money rows of an order do not sum to zero': sql`
    select order_id from ledger where unit <> 'piece' and order_id is not null group by order_id, unit having sum(amount) <> 0`,
  'an invoice says another sum than its order': sql`
    select i.id from invoices i join orders o on o.id = i.order_id
    where i.kind = 'invoice' and (i.facts ->> 'totalMinor')::int <> o.total_minor`,
  'numbers of papers have a gap': sql`
    select kind from invoices group by kind having min(number) <> 1001 or max(number) - min(number) + 1 <> count(*)`,
  'I3/I11 the ledger does not explain what was taken': sql`
    select o.id from orders o left join ledger l on l.order_id = o.id and l.account = 'order'
    group by o.id having o.captured_minor <> -coalesce(sum(l.amount), 0)`,
  'I6 refunds differ from what the ledger and the order say': sql`
    select o.id from orders o
    left join (select order_id, sum(amount_minor) filter (where status in ('pending', 'succeeded')) booked,
      sum(amount_minor) filter (where status = 'requested') asked from refunds group by 1) r on r.order_id = o.id
    left join (select order_id, sum(amount) booked from ledger where account = 'refund' group by 1) l on l.order_id = o.id
    where o.refunded_minor <> coalesce(r.booked, 0) or o.refunding_minor <> coalesce(r.asked, 0)
      or o.refunded_minor <> coalesce(l.booked, 0) or o.refunded_minor > o.captured_minor`,
  'I6 more of a line came back than was sold': sql`
    select o.id from orders o join ledger l on l.attempt_id = o.attempt_id and l.unit = 'piece' and l.account = 'sold'
    group by o.id, l.variant_id having sum(l.amount) < 0`,
  'I10 a status does not fit the money': sql`
    select id from orders where (status = 'refunded' and (refunded_minor <> captured_minor or captured_minor = 0))
      or (status = 'authorised' and captured_minor > 0)
      or (status in ('paid', 'partly_fulfilled', 'fulfilled') and captured_minor = 0 and total_minor > 0)
      or (status in ('paid', 'partly_fulfilled', 'fulfilled') and refunded_minor = captured_minor and captured_minor > 0)`,
  'more of a line was sent than was bought': sql`
    select s.order_id from (select order_id, sent ->> 'variantId' variant_id, sum((sent ->> 'quantity')::int) n
      from shipments, jsonb_array_elements(lines) sent group by 1, 2) s join orders o on o.id = s.order_id
    where s.n > coalesce((select sum((line ->> 'quantity')::int) from jsonb_array_elements(o.quote -> 'lines') line
      where line ->> 'variantId' = s.variant_id), 0)`,
  'a status does not fit what was sent': sql`
    select id from orders o where (status in ('partly_fulfilled', 'fulfilled')) and not exists (select from shipments s where s.order_id = o.id)
      or (status in ('authorised', 'paid', 'paid_needs_decision', 'cancelled')) and exists (select from shipments s where s.order_id = o.id)`,
  'I8 an order has two receipts': sql`
    select cause from outgoing_messages where purpose = 'receipt' group by cause having count(*) > 1`,
};

/** Names of broken invariants; empty when the house is in order. One question to the database for all of them. */
export async function findBrokenInvariants(db: Database): Promise<string[]> {
  const questions = Object.entries(BROKEN).map(
    ([name, query]) => sql`select ${name}::text as name where exists (${query})`,
  );
  const { rows } = await db.execute<{ name: string }>(sql.join(questions, sql` union all `));
  return rows.map(({ name }) => name);
}
