import { createSign, createVerify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { paypalAccount } from './double';

const read = (name: string) => readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), 'utf8');

/** What the simulated PayPal signs with, and whom the shop of this world trusts. Keys that open nothing anywhere else. */
export const certificates = {
  root: read('root'),
  leaf: read('leaf'),
  leafKey: read('leaf-key'),
  /** Somebody else's, who calls itself the same. */
  stranger: read('stranger'),
  strangerKey: read('stranger-key'),
};

export const certificatePath = '/v1/notifications/certs/CERT-360caa42-kiosk';
export const strangerPath = '/v1/notifications/certs/CERT-stranger';

type Signed = { id: string; time: string; body: string; webhookId?: string; key?: string };

/** RSA-SHA256 over id, time, webhook and the checksum of the raw body. */
export function signTransmission({ id, time, body, webhookId = paypalAccount.webhookId, key }: Signed): string {
  const signed = `${id}|${time}|${webhookId}|${crc32(Buffer.from(body))}`;
  return createSign('RSA-SHA256')
    .update(signed)
    .sign(key ?? certificates.leafKey, 'base64');
}

const postedShape = z.looseObject({
  transmission_id: z.string(),
  transmission_time: z.string(),
  transmission_sig: z.string(),
  webhook_id: z.string(),
  webhook_event: z.unknown(),
});

/** PayPal's own check by post-back; it re-serialises what was posted. */
export function verifyPosted(body: unknown): boolean {
  const posted = postedShape.safeParse(body);
  if (!posted.success) return false;
  const { transmission_id, transmission_time, transmission_sig, webhook_id, webhook_event } = posted.data;
  const checksum = crc32(Buffer.from(JSON.stringify(webhook_event)));
  return createVerify('RSA-SHA256')
    .update(`${transmission_id}|${transmission_time}|${webhook_id}|${checksum}`)
    .verify(certificates.leaf, transmission_sig, 'base64');
}
