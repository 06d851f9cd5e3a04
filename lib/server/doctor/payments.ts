import type { PaymentGateway } from '@/lib/domain/ports';
import { lookAtPaypalWebhook } from '@/lib/paypal/checkup';
import { isPaypalReady } from '@/lib/paypal/client';
import { missingStripeEvents } from '@/lib/stripe/checkup';
import type { Env } from '../env';
import { broken, type Finding, fine, isLive, note } from './finding';

/** Whether Stripe answers, and tells the shop what happens. */
export async function lookAtStripe(env: Env, stripe: PaymentGateway): Promise<Finding[]> {
  const listed = await stripe.listCharges(new Date());
  if (!listed.ok) return [broken('payments', (words) => words.stripeDown)];
  const answered = fine('payments', (words) => words.stripe(isLive(env)));
  const url = `${env.PUBLIC_URL}/api/stripe/webhook`;
  const settings = { secretKey: env.STRIPE_SECRET_KEY, apiOrigin: env.STRIPE_API_ORIGIN };
  const missing = await missingStripeEvents(settings, url);
  if (missing === null) return [answered, note('payments', (words) => words.stripeUnread)];
  if (missing.length === 0) return [answered, fine('payments', (words) => words.stripeTells)];
  return [answered, broken('payments', (words) => words.stripeSilent(missing.join(', '), url))];
}

/** Whether PayPal lets us in, plays in the same mode, and tells the shop what happens. */
export async function lookAtPaypal(env: Env): Promise<Finding[]> {
  const { paypal } = env;
  if (!paypal) return [note('paypal', (words) => words.noPaypal)];
  if (!(await isPaypalReady(paypal))) return [broken('paypal', (words) => words.paypalShut)];
  const isSandbox = paypal.apiOrigin !== 'https://api-m.paypal.com';
  if (isSandbox === isLive(env)) return [broken('paypal', (words) => words.mixedModes)];
  return [
    fine('paypal', (words) => words.paypal(!isSandbox)),
    await lookAtPaypalEvents(paypal, `${env.PUBLIC_URL}/api/paypal/webhook`),
  ];
}

async function lookAtPaypalEvents(paypal: NonNullable<Env['paypal']>, url: string): Promise<Finding> {
  const webhook = await lookAtPaypalWebhook(paypal, paypal.webhookIds[0] ?? '');
  if (webhook === null) return note('paypal', (words) => words.paypalUnread);
  if (webhook === 'gone') return broken('paypal', (words) => words.paypalGone(url));
  if (webhook.url !== url) return broken('paypal', (words) => words.paypalElsewhere(webhook.url, url));
  if (webhook.missing.length > 0)
    return broken('paypal', (words) => words.paypalSilent(webhook.missing.join(', '), url));
  return fine('paypal', (words) => words.paypalTells);
}
