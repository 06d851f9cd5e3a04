import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ShopperId } from '@/lib/domain/ids';
import type { Database } from './client';
import { conversations } from './schema/conversations';
import { merchants } from './schema/merchants';
import { shoppers } from './schema/shoppers';

export const CONVERSATION_FILTERS = ['all', 'waiting', 'mine', 'closed'] as const;
export type ConversationFilter = (typeof CONVERSATION_FILTERS)[number];

/** Where a page of the list begins: right after this conversation. */
export type ListCursor = { lastAt: Date; shopperId: string };

const row = {
  shopperId: conversations.shopperId,
  status: conversations.status,
  firstName: shoppers.firstName,
  lastAt: conversations.lastAt,
  lastBy: conversations.lastBy,
  lastText: conversations.lastText,
  unread: conversations.unread,
  waitingSince: conversations.waitingSince,
  assignedTo: conversations.assignedTo,
  assigneeName: merchants.name,
  ownerAppId: conversations.ownerAppId,
};

/** Conversations, the one with the newest word first. `mine` are those that `merchantId` is responsible for and that are open. */
export async function listConversations(
  db: Database,
  wish: { filter: ConversationFilter; merchantId: string; after?: ListCursor | undefined; limit: number },
) {
  const { filter, merchantId, after } = wish;
  return db
    .select(row)
    .from(conversations)
    .innerJoin(shoppers, eq(shoppers.id, conversations.shopperId))
    .leftJoin(merchants, eq(merchants.id, conversations.assignedTo))
    .where(
      and(
        filter === 'waiting' ? sql`${conversations.waitingSince} is not null` : undefined,
        filter === 'mine' ? and(eq(conversations.assignedTo, merchantId), eq(conversations.status, 'open')) : undefined,
        filter === 'closed' ? eq(conversations.status, 'closed') : undefined,
        after &&
          sql`(${conversations.lastAt}, ${conversations.shopperId}) < (${after.lastAt.toISOString()}::timestamptz, ${after.shopperId})`,
      ),
    )
    .orderBy(desc(conversations.lastAt), desc(conversations.shopperId))
    .limit(wish.limit);
}

/** How many wait for a person. */
export async function countWaiting(db: Database): Promise<number> {
  const [found] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(conversations)
    .where(sql`${conversations.waitingSince} is not null`);
  return found?.count ?? 0;
}

/** One conversation with whose it is, or null. */
export async function getConversation(db: Database, shopperId: ShopperId) {
  const [found] = await db
    .select({
      ...row,
      requestedBy: conversations.requestedBy,
      psid: shoppers.psid,
      locale: shoppers.locale,
      language: shoppers.language,
      quietUntil: shoppers.quietUntil,
      stoppedAt: shoppers.stoppedAt,
    })
    .from(conversations)
    .innerJoin(shoppers, eq(shoppers.id, conversations.shopperId))
    .leftJoin(merchants, eq(merchants.id, conversations.assignedTo))
    .where(eq(conversations.shopperId, shopperId));
  return found ?? null;
}

/** Who of the shop may answer, by name. */
export async function listStaff(db: Database): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: merchants.id, name: merchants.name })
    .from(merchants)
    .where(isNull(merchants.removedAt))
    .orderBy(merchants.name, merchants.id);
}
