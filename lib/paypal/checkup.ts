import { z } from 'zod';
import { createPaypalClient, type PaypalSettings } from './client';

const webhookSchema = z.object({ url: z.string(), event_types: z.array(z.object({ name: z.string() })) });

/** What the shop acts on; any other event is kept without effect. */
export const PAYPAL_EVENTS = [
  'CHECKOUT.ORDER.APPROVED',
  'PAYMENT.CAPTURE.COMPLETED',
  'PAYMENT.CAPTURE.DENIED',
  'PAYMENT.CAPTURE.PENDING',
  'PAYMENT.CAPTURE.REFUNDED',
  'PAYMENT.CAPTURE.REVERSED',
  'CUSTOMER.DISPUTE.CREATED',
  'CUSTOMER.DISPUTE.UPDATED',
  'CUSTOMER.DISPUTE.RESOLVED',
] as const;

/**
 * What PayPal knows of the webhook with our id: where it goes, and which events it leaves out. "gone": there is none.
 * Null when PayPal does not answer. Source: developer.paypal.com, Webhooks Management, "Show webhook details".
 */
export async function lookAtPaypalWebhook(
  settings: PaypalSettings,
  webhookId: string,
): Promise<{ url: string; missing: string[] } | 'gone' | null> {
  const path = `/v1/notifications/webhooks/${encodeURIComponent(webhookId)}`;
  const answer = await createPaypalClient(settings)({ method: 'GET', path, timeoutMs: 5_000 });
  if (answer.is !== 'answer') return null;
  if (answer.status === 404) return 'gone';
  const webhook = webhookSchema.safeParse(answer.json);
  if (!webhook.success) return null;
  const names = webhook.data.event_types.map(({ name }) => name);
  const missing = names.includes('*') ? [] : PAYPAL_EVENTS.filter((name) => !names.includes(name));
  return { url: webhook.data.url, missing };
}
