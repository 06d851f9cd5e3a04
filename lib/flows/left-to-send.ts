import type { Database } from '@/lib/db/client';
import type { Order } from '@/lib/db/orders';
import { listRefundsOfOrders } from '@/lib/db/refunds';
import { listShipmentsOfOrders } from '@/lib/db/shipments';
import { together } from '@/lib/db/transaction';
import { leftToSend, type Pieces } from '@/lib/domain/orders/shipments';

type Bought = Pick<Order, 'id' | 'quote'>;

/** What of an order is still owed and has not left; inside a transaction as it stands there. */
export async function listLeftToSend(db: Database, order: Bought): Promise<Pieces[]> {
  const [left = []] = await listLeftToSendOf(db, [order]);
  return left;
}

/** The same for several orders, in their order; two queries. */
export async function listLeftToSendOf(db: Database, orders: readonly Bought[]): Promise<Pieces[][]> {
  const ids = orders.map(({ id }) => id);
  const [sent, refunds] = await together([listShipmentsOfOrders(db, ids), listRefundsOfOrders(db, ids)]);
  const [sentBy, refundsBy] = [byOrder(sent), byOrder(refunds)];
  return orders.map(({ id, quote }) => leftToSend(quote.lines, sentBy.get(id) ?? [], refundsBy.get(id) ?? []));
}

function byOrder<Row extends { orderId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(row.orderId, [...(grouped.get(row.orderId) ?? []), row]);
  return grouped;
}
