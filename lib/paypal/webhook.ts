import { createVerify } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { PaymentEvent } from '@/lib/domain/payments/payment';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { FindCertificate } from './certificates';
import { linkOf } from './shapes';

const links = z.array(z.object({ rel: z.string(), href: z.string() })).default([]);
const id = z.string().min(1).max(255);
const eventSchema = z.object({
  id,
  event_type: z.string().max(100),
  resource_type: z.string().max(100).default(''),
  resource: z.object({
    id: id.nullish(),
    dispute_id: id.nullish(),
    disputed_transactions: z.array(z.object({ seller_transaction_id: id.nullish() })).nullish(),
    supplementary_data: z.object({ related_ids: z.object({ order_id: id.nullish() }).nullish() }).nullish(),
    links,
  }),
});

export type PaypalHeaders = {
  transmissionId: string | null;
  transmissionTime: string | null;
  signature: string | null;
  certUrl: string | null;
  algorithm: string | null;
};

export function paypalHeadersOf(headers: Headers): PaypalHeaders {
  return {
    transmissionId: headers.get('paypal-transmission-id'),
    transmissionTime: headers.get('paypal-transmission-time'),
    signature: headers.get('paypal-transmission-sig'),
    certUrl: headers.get('paypal-cert-url'),
    algorithm: headers.get('paypal-auth-algo'),
  };
}

/**
 * Reads a webhook of PayPal: its signature over id, time, our webhook's id and the checksum of the raw body, made with the
 * key of a certificate that we trust. The time is not compared with our clock: PayPal repeats for three days, and a
 * repeated event is known by its id. Only ids are taken; the object is asked for. Problems: "bad_signature";
 * "certificate_unreachable" (later perhaps); "malformed". Source: developer.paypal.com/api/rest/webhooks/rest.
 */
export async function readPaypalEvent(input: {
  rawBody: Buffer;
  headers: PaypalHeaders;
  webhookIds: readonly string[];
  findCertificate: FindCertificate;
}): Promise<Result<PaymentEvent, 'bad_signature' | 'certificate_unreachable' | 'malformed'>> {
  const { transmissionId, transmissionTime, signature, certUrl, algorithm } = input.headers;
  if (!transmissionId || !transmissionTime || !signature || !certUrl) return fail('bad_signature');
  if (algorithm !== 'SHA256withRSA') return fail('bad_signature');
  const certificate = await input.findCertificate(certUrl);
  if (certificate === 'unreachable') return fail('certificate_unreachable');
  if (certificate === 'untrusted') return fail('bad_signature');
  const key = certificate.publicKey;
  const isSigned = input.webhookIds.some((webhookId) =>
    createVerify('RSA-SHA256')
      .update(`${transmissionId}|${transmissionTime}|${webhookId}|${crc32(input.rawBody)}`)
      .verify(key, signature, 'base64'),
  );
  if (key.asymmetricKeyType !== 'rsa' || !isSigned) return fail('bad_signature');
  const event = eventSchema.safeParse(parseJson(input.rawBody.toString('utf8')));
  return event.success ? succeed(eventOf(event.data)) : fail('malformed');
}

function eventOf({
  id: eventId,
  event_type: type,
  resource_type,
  resource,
}: z.infer<typeof eventSchema>): PaymentEvent {
  const isOrder = resource_type === 'checkout-order';
  const isCapture = resource_type === 'capture';
  // A refund leads up to its capture.
  const up = /\/captures\/([\w-]{1,255})$/.exec(linkOf(resource.links, 'up') ?? '')?.[1];
  return {
    eventId,
    type,
    paymentId: isOrder ? (resource.id ?? null) : (resource.supplementary_data?.related_ids?.order_id ?? null),
    chargeId: isCapture
      ? (resource.id ?? null)
      : (up ?? resource.disputed_transactions?.[0]?.seller_transaction_id ?? null),
    disputeId: resource.dispute_id ?? null,
    livemode: false,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
