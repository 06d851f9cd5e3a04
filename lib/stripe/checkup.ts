import { createStripeClient, type StripeSettings } from './client';

/** What the shop acts on; any other event is kept without effect. */
export const STRIPE_EVENTS = [
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'payment_intent.amount_capturable_updated',
  'checkout.session.completed',
  'checkout.session.expired',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'payment_method.detached',
] as const;

/**
 * Which of these events Stripe does not send to an address; all of them where it has no endpoint there. Null when Stripe
 * does not say: restricted keys may not read endpoints.
 */
export async function missingStripeEvents(settings: StripeSettings, url: string): Promise<string[] | null> {
  try {
    const { data } = await createStripeClient(settings).webhookEndpoints.list({ limit: 100 }, { timeout: 5_000 });
    const heard = data
      .filter((one) => one.url === url && one.status === 'enabled')
      .flatMap((one) => one.enabled_events);
    return heard.includes('*') ? [] : STRIPE_EVENTS.filter((name) => !heard.some((one) => one === name));
  } catch {
    return null;
  }
}
