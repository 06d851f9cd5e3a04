import { CancelForm, CaptureForm, FulfilForm } from '@/components/admin/order-forms';
import { RefundForm } from '@/components/admin/refund-form';
import type { Order } from '@/lib/db/orders';
import type { Refund } from '@/lib/db/refunds';
import { type Language, textIn } from '@/lib/domain/market';
import { leftToRefund } from '@/lib/domain/orders/refund';
import { mayBeCancelled, mayFollow } from '@/lib/domain/orders/status';
import { type DisputeStatus, warnsOfSending } from '@/lib/domain/payments/dispute';
import { callOff, giveMoneyBack, markAsSent, takeMoney } from './actions';

type OrderActionsProps = {
  order: Order;
  refunds: Refund[];
  disputes: { status: DisputeStatus }[];
  requestId: string;
  language: Language;
};

/** What a merchant can do with an order as it stands: nothing is offered that would be refused. */
export function OrderActions({ order, refunds, disputes, requestId, language }: OrderActionsProps) {
  const left = leftToRefund(order, refunds);
  const form = { orderId: order.id, seenVersion: order.version, language };
  const isHeld = order.status === 'authorised';
  const lines = left.lines.map(({ variantId, quantity }) => {
    const line = order.quote.lines.find((candidate) => candidate.variantId === variantId);
    const title = line
      ? [textIn(line.title, language), textIn(line.variantTitle, language)].filter(Boolean).join(' ')
      : '';
    return { variantId, title, left: quantity };
  });
  return (
    <>
      {(isHeld || mayFollow(order.status, 'fulfilled')) && (
        <FulfilForm {...form} action={markAsSent} isDisputed={disputes.some(({ status }) => warnsOfSending(status))} />
      )}
      {isHeld && <CaptureForm {...form} action={takeMoney} currency={order.currency} />}
      {left.amountMinor > 0 && (
        <RefundForm {...form} action={giveMoneyBack} requestId={requestId} currency={order.currency} lines={lines} />
      )}
      {mayBeCancelled(order.status) && <CancelForm {...form} action={callOff} />}
    </>
  );
}
