import { and, asc, gt, inArray, isNull, max, sql } from 'drizzle-orm';
import { z } from 'zod';
import { NO_NOTIFICATIONS, type Notifications, notificationsSchema } from '@/lib/domain/merchants/notifications';
import type { Database } from './client';
import { settings } from './schema/catalogue';
import { merchants } from './schema/merchants';
import { orders } from './schema/orders';
import { readSetting, saveSetting } from './settings';

/** The settings' keys: who is told, for its version, and up to which order they were. */
export const NOTIFICATIONS = 'notifications';
const TOLD = 'notifications_told';

export async function getNotifications(db: Database): Promise<Notifications> {
  const value = await readSetting(db, NOTIFICATIONS);
  return value === undefined ? NO_NOTIFICATIONS : notificationsSchema.parse(value);
}

/** False where somebody else has changed it since `seenVersion`. */
export async function saveNotifications(tx: Database, value: Notifications, seenVersion: number): Promise<boolean> {
  return saveSetting(tx, NOTIFICATIONS, value, seenVersion);
}

/** From now on there is nothing to tell of orders that are there already. */
export async function skipToNewestOrder(tx: Database): Promise<void> {
  const [row] = await tx.select({ newest: max(orders.number) }).from(orders);
  await saveSetting(tx, TOLD, row?.newest ?? 0);
}

/** The newest order that was told of, held until the transaction ends; null where somebody else is telling, or nobody ever was. */
export async function lockTold(tx: Database): Promise<number | null> {
  const { rows } = await tx.execute(
    sql`select value from ${settings} where ${settings.key} = ${TOLD} for update skip locked`,
  );
  const read = z.array(z.object({ value: z.int() })).parse(rows);
  return read[0]?.value ?? null;
}

export async function markTold(tx: Database, number: number): Promise<void> {
  await saveSetting(tx, TOLD, number);
}

/** Orders after a number, oldest first: what a notice says of them. Numbers have no gaps, so none comes in between later. */
export async function listOrdersAfter(db: Database, number: number, limit: number) {
  return db
    .select({
      id: orders.id,
      number: orders.number,
      totalMinor: orders.totalMinor,
      currency: orders.currency,
      pieces: sql<number>`(select coalesce(sum((line ->> 'quantity')::int), 0)::int
        from jsonb_array_elements(${orders.quote} -> 'lines') line)`,
    })
    .from(orders)
    .where(gt(orders.number, number))
    .orderBy(asc(orders.number))
    .limit(limit);
}

/** Of these people those who still work here, with where they are reached. */
export async function listStaffOfIds(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: merchants.id, email: merchants.email, role: merchants.role })
    .from(merchants)
    .where(and(inArray(merchants.id, [...ids]), isNull(merchants.removedAt)));
}
