import { listMessagesOfOrder } from '@/lib/db/admin-orders';
import type { DisputeRow } from '@/lib/db/disputes';
import { listMoneyMoves } from '@/lib/db/ledger';
import { listStaff } from '@/lib/db/list-conversations';
import { addressBeforePlace, listAddressChanges, listOrderNotes } from '@/lib/db/order-desk';
import type { Order } from '@/lib/db/orders';
import { listMailsOfOrder } from '@/lib/db/outgoing-mails';
import type { Shipment } from '@/lib/db/shipments';
import { addressSchema } from '@/lib/domain/cart/address';
import type { Language } from '@/lib/domain/market';
import { piecesText } from '@/lib/domain/orders/shipments';
import { latestFirst, type TimelineItem } from '@/lib/domain/orders/timeline';
import type { Deps } from '@/lib/flows/deps';

type Known = { order: Order; shipments: Shipment[]; disputes: DisputeRow[]; language: Language };

/** Everything that happened to an order, the latest first; who did it by name. */
export async function readTimeline(deps: Pick<Deps, 'db' | 'sealer'>, known: Known): Promise<TimelineItem[]> {
  const { db } = deps;
  const { order } = known;
  const [moves, notes, changes, messages, mails, staff] = await Promise.all([
    listMoneyMoves(db, order.id),
    listOrderNotes(db, order.id),
    listAddressChanges(db, order.id),
    listMessagesOfOrder(db, order.id),
    listMailsOfOrder(db, order.id),
    listStaff(db),
  ]);
  const nameOf = (who: string) => staff.find(({ id }) => who === `merchant:${id}`)?.name ?? who;
  return latestFirst([
    { is: 'placed', id: 'placed', at: order.placedAt, amountMinor: order.totalMinor },
    ...moves.map(({ id, at, amountMinor, why, who }) => {
      return { is: 'money' as const, id: `money-${id}`, at, amountMinor, why, who: nameOf(who) };
    }),
    ...parcelItems(known, nameOf),
    ...changes.map(({ id, at, who, sealedBefore }) => {
      const before = addressSchema.parse(JSON.parse(deps.sealer.open(addressBeforePlace(id), sealedBefore)));
      const { name, street1, street2, postalCode, city } = before;
      const line = [name, street1, street2, `${postalCode} ${city}`].filter(Boolean).join(', ');
      return { is: 'address' as const, id, at, before: line, who: nameOf(who) };
    }),
    ...(order.cancelledAt ? [{ is: 'cancelled' as const, id: 'cancelled', at: order.cancelledAt }] : []),
    ...known.disputes.map(({ id, openedAt, provider, status }) => {
      return { is: 'disputed' as const, id, at: openedAt, provider, status };
    }),
    ...notes.map(({ id, at, text, merchantName }) => ({ is: 'note' as const, id, at, text, who: merchantName })),
    ...messages.map(({ id, purpose, status, how, failure, sentAt, createdAt }) => {
      return { is: 'message' as const, id, at: sentAt ?? createdAt, purpose, status, how, failure };
    }),
    ...mails.map(({ id, kind, status, failure, sentAt, createdAt }) => {
      return { is: 'mail' as const, id, at: sentAt ?? createdAt, kind, status, failure };
    }),
  ]);
}

function parcelItems({ order, shipments, language }: Known, nameOf: (who: string) => string): TimelineItem[] {
  return shipments.flatMap(({ id, lines, sentAt, deliveredAt, who }) => {
    const items = piecesText(order.quote.lines, lines, language);
    return [
      { is: 'sent' as const, id: `sent-${id}`, at: sentAt, items, who: nameOf(who) },
      ...(deliveredAt ? [{ is: 'delivered' as const, id: `delivered-${id}`, at: deliveredAt, items, who: null }] : []),
    ];
  });
}
