import Stripe from 'stripe';
import { z } from 'zod';
import type { PaymentEvent } from '@/lib/domain/payments/payment';
import { fail, type Result, succeed } from '@/lib/domain/result';

const TOLERANCE_SECONDS = 300;

const eventSchema = z.object({
  id: z.string().startsWith('evt_').max(255),
  type: z.string().max(100),
  created: z.int(),
  livemode: z.boolean(),
  data: z.object({
    object: z.object({
      id: z.string().max(255),
      object: z.string().max(50),
      payment_intent: z.string().max(255).nullish(),
      charge: z.string().max(255).nullish(),
    }),
  }),
});

/**
 * Reads a webhook of Stripe: checks the signature over the raw body with each accepted secret, past and future by 300 s.
 * Only ids are taken; the object is asked for. Problems: "bad_signature"; "malformed" (signed, but no event we can read).
 * Source: docs.stripe.com/webhooks, "Verify webhook signatures manually".
 */
export function readStripeEvent(input: {
  rawBody: string;
  signature: string | null;
  secrets: string[];
  now: Date;
}): Result<PaymentEvent, 'bad_signature' | 'malformed'> {
  const signature = input.signature ?? '';
  const stampedAt = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1] ?? Number.NaN);
  const ageSeconds = Math.abs(input.now.getTime() / 1000 - stampedAt);
  if (!(ageSeconds <= TOLERANCE_SECONDS)) return fail('bad_signature');
  if (!input.secrets.some((secret) => signedWith(secret, input.rawBody, signature))) return fail('bad_signature');

  const event = eventSchema.safeParse(parseJson(input.rawBody));
  if (!event.success) return fail('malformed');
  const { object } = event.data.data;
  // A payment of ours is an intent, or the hosted session that will make one.
  const isOurs = object.object === 'payment_intent' || object.object === 'checkout.session';
  const paymentId = isOurs ? object.id : (object.payment_intent ?? null);
  return succeed({
    eventId: event.data.id,
    type: event.data.type,
    paymentId,
    chargeId: object.object === 'charge' ? object.id : (object.charge ?? null),
    disputeId: object.object === 'dispute' ? object.id : null,
    ...(object.object === 'payment_method' ? { methodId: object.id } : {}),
    livemode: event.data.livemode,
  });
}

function signedWith(secret: string, rawBody: string, signature: string): boolean {
  try {
    // The age was checked above against our own clock, both ways; a tolerance of 0 leaves it out here.
    return Stripe.webhooks.signature?.verifyHeader(rawBody, signature, secret, 0) ?? false;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
