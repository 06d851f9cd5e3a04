import { FulfilForm } from '@/components/admin/fulfil-form';
import { OrderParcels } from '@/components/admin/order-parcels';
import type { Order } from '@/lib/db/orders';
import type { Refund } from '@/lib/db/refunds';
import type { Shipment } from '@/lib/db/shipments';
import type { Language } from '@/lib/domain/market';
import { may, type Role } from '@/lib/domain/merchants/roles';
import { leftToSend, lineTitle, piecesText } from '@/lib/domain/orders/shipments';
import { mayFollow } from '@/lib/domain/orders/status';
import { type DisputeStatus, warnsOfSending } from '@/lib/domain/payments/dispute';
import { markAsDelivered, markAsSent } from './actions';

type OrderSendingProps = {
  order: Order;
  shipments: Shipment[];
  refunds: Refund[];
  disputes: { status: DisputeStatus }[];
  role: Role;
  requestId: string;
  language: Language;
};

/** What has left, and the form for what can leave: nothing is offered that would be refused. */
export function OrderSending({ order, shipments, refunds, disputes, role, requestId, language }: OrderSendingProps) {
  const { lines } = order.quote;
  const left = leftToSend(lines, shipments, refunds);
  const isHeld = order.status === 'authorised';
  const handles = may(role, 'orders.handle');
  const maySend = handles && left.length > 0 && (isHeld || mayFollow(order.status, 'partly_fulfilled'));
  const parcels = shipments.map(({ id, orderId, carrier, tracking, sentAt, deliveredAt, lines: sent }) => {
    return { id, orderId, carrier, tracking, sentAt, deliveredAt, items: piecesText(lines, sent, language) };
  });
  return (
    <>
      <OrderParcels parcels={parcels} action={markAsDelivered} language={language} />
      {maySend && (
        <FulfilForm
          action={markAsSent}
          language={language}
          orderId={order.id}
          requestId={requestId}
          seenVersion={order.version}
          lines={left.map(({ variantId, quantity }) => ({
            variantId,
            title: lineTitle(lines, variantId, language),
            left: quantity,
          }))}
          isHeld={isHeld}
          isDisputed={disputes.some(({ status }) => warnsOfSending(status))}
        />
      )}
    </>
  );
}
