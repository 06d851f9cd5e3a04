import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './client';

export type ThreadWord = { at: Date; from: 'shopper' | 'shop'; text: string };

const rowSchema = z.object({ at: z.coerce.date(), from: z.enum(['shopper', 'shop']), text: z.string() });

/** What was said in her thread, oldest first, the newest `limit` words: texts she wrote and texts of the shop that arrived. */
export async function listThreadWords(db: Database, psid: string, limit = 60): Promise<ThreadWord[]> {
  const { rows } = await db.execute(sql`
    select at, "from", text from (
      select received_at as at, 'shopper' as "from", payload -> 'content' ->> 'text' as text from webhook_events
        where source = 'messenger' and payload ->> 'psid' = ${psid} and payload -> 'content' ->> 'kind' = 'text'
      union all
      select sent_at, 'shop', coalesce(message ->> 'text', '[' || (message ->> 'kind') || ']') from outgoing_messages
        where psid = ${psid} and status = 'sent'
      order by 1 desc limit ${limit}) words
    where text is not null order by at`);
  return z.array(rowSchema).parse(rows);
}
