import { writeAuditOf } from '@/lib/db/audit';
import { lockOrder } from '@/lib/db/orders';
import { getShipment, markDelivered } from '@/lib/db/shipments';
import { inTransaction } from '@/lib/db/transaction';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { tell } from './book-refund';
import type { Deps } from './deps';
import { itemsOf } from './fulfil-order';

export type DeliverParcelInput = { orderId: string; shipmentId: string; who: string };

/**
 * Notes that a parcel arrived, and tells her, once. Problem: "not_found", for a parcel that is not of this order.
 */
export async function deliverParcel(deps: Deps, input: DeliverParcelInput): Promise<Result<null, 'not_found'>> {
  const { orderId, shipmentId, who } = input;
  const done = await inTransaction(deps.db, async (tx): Promise<Result<null, 'not_found'>> => {
    const order = await lockOrder(tx, orderId);
    const parcel = order && (await getShipment(tx, { orderId, shipmentId }));
    if (!order || !parcel) return fail('not_found');
    if (!(await markDelivered(tx, parcel.id, deps.now()))) return succeed(null);
    const items = itemsOf(order, parcel.lines);
    await tell(deps, tx, order, `delivered:${parcel.id}`, { is: 'delivered', items });
    await writeAuditOf(tx, { who, what: 'order.delivered', about: `order:${orderId}`, at: deps.now() });
    deps.log('parcel.delivered', { order: order.id, parcel: parcel.id, who });
    return succeed(null);
  });
  if (done.ok) deps.wake('messages');
  return done;
}
