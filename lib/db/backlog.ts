import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './client';

const rowsSchema = z.array(z.object({ name: z.string(), state: z.string(), count: z.coerce.number() }));

export type Backlog = z.infer<typeof rowsSchema>;

/** How much waits, failed or is done, by kind and state: what an operator watches. Counts only, no rows. */
export async function countBacklog(db: Database): Promise<Backlog> {
  const { rows } = await db.execute(sql`
    select 'webhook_events' as name, status as state, count(*) from webhook_events where status <> 'done' group by status
    union all
    select 'outgoing_messages', status, count(*) from outgoing_messages where status not in ('sent', 'by_mail') group by status
    union all
    select 'outgoing_mails', status, count(*) from outgoing_mails where status <> 'sent' group by status
    union all
    select 'payment_attempts', status, count(*) from payment_attempts where status = 'open' group by status
    union all
    select 'orders', status, count(*) from orders group by status
    union all
    select 'merchant_tasks', 'open', count(*) from merchant_tasks where done_at is null`);
  return rowsSchema.parse(rows);
}
