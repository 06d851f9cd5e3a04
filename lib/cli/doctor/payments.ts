import type { PaymentGateway } from '@/lib/domain/ports';
import { lookAtPaypalWebhook } from '@/lib/paypal/checkup';
import { isPaypalReady } from '@/lib/paypal/client';
import type { Env } from '@/lib/server/env';
import { missingStripeEvents } from '@/lib/stripe/checkup';
import { broken, type Finding, fine, isLive, note } from './finding';

/** Whether Stripe answers, and tells the shop what happens. */
export async function lookAtStripe(env: Env, stripe: PaymentGateway): Promise<Finding[]> {
  const listed = await stripe.listCharges(new Date());
  if (!listed.ok) {
    const remedy = 'Check STRIPE_SECRET_KEY, and whether STRIPE_API_ORIGIN is within reach.';
    return [broken('Stripe does not answer', remedy)];
  }
  const answered = fine(`Stripe answers (${isLive(env) ? 'live' : 'test'} mode)`);
  const url = `${env.PUBLIC_URL}/api/stripe/webhook`;
  const settings = { secretKey: env.STRIPE_SECRET_KEY, apiOrigin: env.STRIPE_API_ORIGIN };
  const missing = await missingStripeEvents(settings, url);
  if (missing === null)
    return [
      answered,
      note('Stripe’s webhook endpoints cannot be read', 'Let the restricted key read Webhook Endpoints.'),
    ];
  if (missing.length === 0) return [answered, fine('Stripe tells the shop what happens to its payments')];
  const remedy = `At Stripe (Developers, Webhooks) let ${url} hear of these, and set STRIPE_WEBHOOK_SECRET.`;
  return [answered, broken(`Stripe does not tell the shop of ${missing.join(', ')}`, remedy)];
}

/** Whether PayPal lets us in, plays in the same mode, and tells the shop what happens. */
export async function lookAtPaypal(env: Env): Promise<Finding[]> {
  const { paypal } = env;
  if (!paypal) return [note('PayPal is not offered', 'Set PAYPAL_CLIENT_ID, _SECRET and _WEBHOOK_ID.')];
  if (!(await isPaypalReady(paypal))) {
    const remedy = 'Check PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET, and whether PAYPAL_API_ORIGIN is within reach.';
    return [broken('PayPal does not let us in', remedy)];
  }
  const isSandbox = paypal.apiOrigin !== 'https://api-m.paypal.com';
  if (isSandbox === isLive(env))
    return [broken('PayPal and Stripe are in different modes', 'Set both live, or both to tests.')];
  return [
    fine(`PayPal answers (${isSandbox ? 'test' : 'live'} mode)`),
    await lookAtPaypalEvents(paypal, `${env.PUBLIC_URL}/api/paypal/webhook`),
  ];
}

async function lookAtPaypalEvents(paypal: NonNullable<Env['paypal']>, url: string): Promise<Finding> {
  const webhook = await lookAtPaypalWebhook(paypal, paypal.webhookIds[0] ?? '');
  const remedy = `At PayPal (your app, Webhooks) let ${url} hear of all events of checkout, payments and disputes, and set PAYPAL_WEBHOOK_ID.`;
  if (webhook === null) return note('PayPal’s webhook cannot be read', 'Look again later.');
  if (webhook === 'gone') return broken('PayPal knows no webhook of this id', remedy);
  if (webhook.url !== url) return broken(`PayPal’s webhooks go to ${webhook.url}`, remedy);
  if (webhook.missing.length > 0)
    return broken(`PayPal does not tell the shop of ${webhook.missing.join(', ')}`, remedy);
  return fine('PayPal tells the shop what happens to its payments');
}
