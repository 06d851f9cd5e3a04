import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './client';
import { orders } from './schema/orders';
import { consents } from './schema/outreach';
import { reviewAsks, reviews } from './schema/reviews';
import { shipments } from './schema/shipments';
import { shoppers } from './schema/shoppers';

const dueSchema = z.object({ orderId: z.string(), consentId: z.string(), psid: z.string().nullable() });
export type DueReviewAsk = z.infer<typeof dueSchema>;
export type DueMoments = { sentAfter: Date; arrivedBefore: Date; sentBefore: Date };

/**
 * Orders sent after `sentAfter` whose last parcel arrived before `arrivedBefore`, whose buyer agreed to be asked how she likes it
 * and was not, and has not said it by herself. Where nobody noted an arrival, what left before `sentBefore` counts as arrived.
 * The longest waiting first.
 */
export async function listDueReviewAsks(
  db: Database,
  { sentAfter, arrivedBefore, sentBefore, limit }: DueMoments & { limit: number },
): Promise<DueReviewAsk[]> {
  const { rows } = await db.execute(sql`
    select o.id as "orderId", c.id as "consentId", s.psid
    from ${consents} c
    join ${orders} o on o.shopper_id = c.shopper_id
    join ${shoppers} s on s.id = o.shopper_id and s.stopped_at is null and s.erased_at is null
    cross join lateral (
      select max(p.delivered_at) as at, bool_and(p.delivered_at is not null) as whole
      from ${shipments} p where p.order_id = o.id) arrived
    where c.topic = 'reviews' and c.ended_at is null and o.status = 'fulfilled'
      and o.fulfilled_at > ${sentAfter.toISOString()}
      and case when arrived.whole then arrived.at <= ${arrivedBefore.toISOString()}
          else o.fulfilled_at <= ${sentBefore.toISOString()} end
      and not exists (select from ${reviewAsks} asked where asked.order_id = o.id)
      and not exists (select from ${reviews} said where said.order_id = o.id)
    order by o.fulfilled_at limit ${limit}`);
  return z.array(dueSchema).parse(rows);
}

/** Notes that the buyer of an order was asked; false when somebody else did it first. */
export async function insertReviewAsk(
  tx: Database,
  ask: { orderId: string; way: 'thread' | 'mail' | 'none'; askedAt: Date },
): Promise<boolean> {
  const rows = await tx.insert(reviewAsks).values(ask).onConflictDoNothing().returning({ id: reviewAsks.orderId });
  return rows.length === 1;
}
