import { writeAudit } from '@/lib/db/audit';
import {
  getNotifications,
  listOrdersAfter,
  listStaffOfIds,
  lockTold,
  markTold,
  saveNotifications,
  skipToNewestOrder,
} from '@/lib/db/notifications';
import { queueStaffNotice } from '@/lib/db/queue-staff-notice';
import { inTransaction } from '@/lib/db/transaction';
import { differences } from '@/lib/domain/audit/entry';
import { MARKETS } from '@/lib/domain/market';
import type { Notifications } from '@/lib/domain/merchants/notifications';
import { may } from '@/lib/domain/merchants/roles';
import { currencySchema, formatMoney, money } from '@/lib/domain/money';
import { orderLabel } from '@/lib/domain/orders/status';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

const BATCH = 20;

/**
 * Mails those of the staff who want to know, and may see orders, of each order that was placed since the last one they were told
 * of. Answers how many orders that were. Any number of workers may do it: one at a time tells.
 */
export async function tellStaff(deps: Pick<Deps, 'db' | 'now' | 'newId' | 'sealer' | 'wake'>): Promise<number> {
  const { newOrder, language } = await getNotifications(deps.db);
  if (newOrder.length === 0) return 0;
  const told = await inTransaction(deps.db, async (tx) => {
    const last = await lockTold(tx);
    const fresh = last === null ? [] : await listOrdersAfter(tx, last, BATCH);
    const newest = fresh.at(-1);
    if (!newest) return 0;
    const people = (await listStaffOfIds(tx, newOrder)).filter(({ role }) => may(role, 'orders.see'));
    const at = deps.now();
    for (const order of fresh) {
      const amount = money(order.totalMinor, currencySchema.parse(order.currency));
      const facts = {
        orderId: order.id,
        orderLabel: orderLabel(order.number),
        total: formatMoney(amount, MARKETS[language].intlLocale),
        pieces: order.pieces,
        language,
      };
      for (const { id: merchantId, email } of people)
        await queueStaffNotice(tx, { id: deps.newId(), merchantId, email, facts, sealer: deps.sealer, at });
    }
    await markTold(tx, newest.number);
    return fresh.length;
  });
  if (told > 0) deps.wake('messages');
  return told;
}

/**
 * Says who is told; of orders that are there already nobody hears. Problem: "changed_meanwhile" where somebody else has changed
 * it since it was seen.
 */
export async function editNotifications(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { wish, seenVersion, merchantId }: { wish: Notifications; seenVersion: number; merchantId: string },
): Promise<Result<null, 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const before = await getNotifications(tx);
    if (!(await saveNotifications(tx, wish, seenVersion))) return fail('changed_meanwhile');
    if (before.newOrder.length === 0) await skipToNewestOrder(tx);
    const entry = { merchantId, what: 'notifications.changed', about: 'settings:notifications' } as const;
    await writeAudit(tx, { ...entry, ...differences(before, wish), at: deps.now() });
    deps.log('settings.notifications_changed', { merchant: merchantId, people: wish.newOrder.length });
    return succeed(null);
  });
}
