import { createHmac, randomBytes } from 'node:crypto';
import { demoAccounts } from './simulator/accounts';
import { hubSignatures, signContext } from './simulator/messenger/signing';

/** What the machines of the outside sign, and what forgers make of it. */
export const nowSeconds = () => Math.floor(Date.now() / 1000);
export const newEventId = () => `evt_${randomBytes(12).toString('hex')}`;
export const newMid = () => `m_${randomBytes(12).toString('hex')}`;

type StripeFacts = { id?: string; type?: string; livemode?: boolean; paymentId?: string };

/** An event as Stripe serialises it, about a payment that may not exist. */
export function stripeEvent({ id = newEventId(), type, livemode = false, paymentId }: StripeFacts = {}): string {
  const object = { id: paymentId ?? `pi_${randomBytes(12).toString('hex')}`, object: 'payment_intent' };
  const event = { id, object: 'event', type: type ?? 'payment_intent.succeeded', created: nowSeconds(), livemode };
  return JSON.stringify({ ...event, data: { object } });
}

/** `v1` over the body; each secret adds one. */
export function stripeSignature(
  body: string,
  { secrets = [demoAccounts.stripe.webhookSecret], at = nowSeconds(), scheme = 'v1' } = {},
): string {
  const made = secrets.map((secret) => createHmac('sha256', secret).update(`${at}.${body}`).digest('hex'));
  return [`t=${at}`, ...made.map((hex) => `${scheme}=${hex}`)].join(',');
}

export function stripeHeaders(body: string): Record<string, string> {
  return { 'content-type': 'application/json', 'stripe-signature': stripeSignature(body) };
}

export function metaHeaders(body: string): Record<string, string> {
  return { 'content-type': 'application/json', ...hubSignatures(body, demoAccounts.app.secret) };
}

/** A batch of Messenger events, as one delivery of the Page. */
export function messengerBatch(messaging: unknown[], pageId = demoAccounts.page.id): string {
  return JSON.stringify({ object: 'page', entry: [{ id: pageId, time: Date.now(), messaging }] });
}

export function textMessage(psid: string, text: string, mid = newMid()) {
  return {
    sender: { id: psid },
    recipient: { id: demoAccounts.page.id },
    timestamp: Date.now(),
    message: { mid, text },
  };
}

/** What the Extensions SDK hands over for the thread of `psid`. */
export function signedRequest(
  psid: string,
  { secret = demoAccounts.app.secret, pageId = demoAccounts.page.id, issuedAtSeconds = nowSeconds() } = {},
): string {
  return signContext({ issuedAtSeconds, pageId, psid, threadType: 'USER_TO_PAGE', tid: psid }, secret);
}

/** A signed request whose payload is anything at all. */
export function signPayload(payload: unknown, secret = demoAccounts.app.secret): string {
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
}
