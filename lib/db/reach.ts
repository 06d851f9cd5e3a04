import { eq, sql } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import type { Reach } from '@/lib/domain/messaging/window';
import type { Database } from './client';
import { visits } from './schema/referrals';
import { shoppers } from './schema/shoppers';

/** What is known of the way to a person: her last word, the last ad that brought her, what she allowed. */
export async function getReach(db: Database, shopperId: ShopperId): Promise<Reach> {
  const [row] = await db
    .select({
      lastWordAt: shoppers.lastMessageAt,
      adAt: sql<Date | null>`(select max(${visits.at}) from ${visits}
        where ${visits.shopperId} = ${shopperId} and ${visits.metaAdId} is not null)`.mapWith(visits.at),
      unreachable: shoppers.unreachable,
      mayWrite: shoppers.mayWrite,
      stoppedAt: shoppers.stoppedAt,
    })
    .from(shoppers)
    .where(eq(shoppers.id, shopperId));
  if (!row) throw new Error('a message for a shopper who is not there');
  return row;
}
