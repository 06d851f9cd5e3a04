import type { Database } from '@/lib/db/client';
import type { Order } from '@/lib/db/orders';
import { listRefundsOfOrder } from '@/lib/db/refunds';
import { listShipmentsOfOrder } from '@/lib/db/shipments';
import { together } from '@/lib/db/transaction';
import { leftToSend, type Pieces } from '@/lib/domain/orders/shipments';

/** What of an order is still owed and has not left; inside a transaction as it stands there. */
export async function listLeftToSend(db: Database, order: Pick<Order, 'id' | 'quote'>): Promise<Pieces[]> {
  const [sent, refunds] = await together([listShipmentsOfOrder(db, order.id), listRefundsOfOrder(db, order.id)]);
  return leftToSend(order.quote.lines, sent, refunds);
}
