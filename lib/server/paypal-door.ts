import 'server-only';
import { createCertificateSource, type FindCertificate } from '@/lib/paypal/certificates';
import { getEnv } from './wiring';

type PaypalDoor = { webhookIds: readonly string[]; findCertificate: FindCertificate };

let door: PaypalDoor | undefined;

/** What checks the webhooks of PayPal, with the certificates it has seen; null where the shop does not take PayPal. */
export function getPaypalDoor(): PaypalDoor | null {
  const { paypal } = getEnv();
  if (!paypal) return null;
  const trust = { origins: paypal.certOrigins, roots: paypal.certRoots };
  door ??= { webhookIds: paypal.webhookIds, findCertificate: createCertificateSource(trust, () => new Date()) };
  return door;
}
