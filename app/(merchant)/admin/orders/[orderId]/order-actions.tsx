import { CancelForm, CaptureForm } from '@/components/admin/order-forms';
import { RefundForm } from '@/components/admin/refund-form';
import type { Order } from '@/lib/db/orders';
import type { Refund } from '@/lib/db/refunds';
import type { Language } from '@/lib/domain/market';
import { may, type Role } from '@/lib/domain/merchants/roles';
import { leftToRefund } from '@/lib/domain/orders/refund';
import { lineTitle } from '@/lib/domain/orders/shipments';
import { mayBeCancelled } from '@/lib/domain/orders/status';
import { callOff, giveMoneyBack, takeMoney } from './actions';

type OrderActionsProps = {
  order: Order;
  refunds: Refund[];
  role: Role;
  requestId: string;
  language: Language;
};

/** What a merchant of this role can do with an order as it stands: nothing is offered that would be refused. */
export function OrderActions({ order, refunds, role, requestId, language }: OrderActionsProps) {
  const left = leftToRefund(order, refunds);
  const form = { orderId: order.id, seenVersion: order.version, language };
  const [handles, givesBack] = [may(role, 'orders.handle'), may(role, 'orders.refund')];
  const isHeld = order.status === 'authorised';
  const lines = left.lines.map(({ variantId, quantity }) => ({
    variantId,
    title: lineTitle(order.quote.lines, variantId, language),
    left: quantity,
  }));
  return (
    <>
      {handles && isHeld && <CaptureForm {...form} action={takeMoney} currency={order.currency} />}
      {givesBack && left.amountMinor > 0 && (
        <RefundForm {...form} action={giveMoneyBack} requestId={requestId} currency={order.currency} lines={lines} />
      )}
      {givesBack && mayBeCancelled(order.status) && <CancelForm {...form} action={callOff} />}
    </>
  );
}
