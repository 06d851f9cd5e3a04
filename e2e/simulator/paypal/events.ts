import { type Double, newId, stamp } from './double';

const SUMMARIES: Record<string, string> = {
  'CHECKOUT.ORDER.APPROVED': 'An order has been approved by buyer',
  'PAYMENT.AUTHORIZATION.CREATED': 'Authorization created',
  'PAYMENT.AUTHORIZATION.VOIDED': 'Authorization voided',
  'PAYMENT.CAPTURE.COMPLETED': 'Payment completed',
  'PAYMENT.CAPTURE.PENDING': 'Payment pending',
  'PAYMENT.CAPTURE.DECLINED': 'Payment declined',
  'PAYMENT.CAPTURE.DENIED': 'Payment denied',
  'PAYMENT.CAPTURE.REFUNDED': 'Payment refunded',
  'PAYMENT.CAPTURE.REVERSED': 'Payment reversed',
  'CUSTOMER.DISPUTE.CREATED': 'A new dispute opened',
  'CUSTOMER.DISPUTE.UPDATED': 'A dispute was updated',
  'CUSTOMER.DISPUTE.RESOLVED': 'A dispute was resolved',
};

/** Something happened: the event is kept as it was then, and goes to the shop. */
export function dispatch(double: Double, event_type: string, resource_type: string, resource: unknown): void {
  const id = `WH-${newId()}-${newId()}`;
  const event = {
    id,
    event_version: '1.0' as const,
    create_time: stamp(double),
    resource_type,
    ...(resource_type === 'dispute' ? {} : { resource_version: '2.0' }),
    event_type,
    summary: SUMMARIES[event_type] ?? event_type,
    resource: structuredClone(resource),
    links: [
      { href: `${double.origin}/v1/notifications/webhooks-events/${id}`, rel: 'self', method: 'GET' as const },
      {
        href: `${double.origin}/v1/notifications/webhooks-events/${id}/resend`,
        rel: 'resend',
        method: 'POST' as const,
      },
    ],
  };
  double.state.events.set(id, event);
  if (double.state.levers.hold) double.state.held.push(id);
  else double.onEvent(event);
}
