import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificatePath, certificates, signTransmission, strangerPath } from '@/e2e/simulator/paypal/signing';
import { createCertificateSource } from './certificates';
import { readPaypalEvent } from './webhook';

const WEBHOOK = '5KK00000KIOSKDEMO';
const TIME = '2026-11-22T12:00:00Z';
const now = () => new Date('2026-11-22T12:00:05Z');
const BODY = JSON.stringify({
  id: 'WH-1',
  event_type: 'PAYMENT.CAPTURE.COMPLETED',
  resource_type: 'capture',
  resource: { id: 'CAP1', supplementary_data: { related_ids: { order_id: 'ORDER1' } }, links: [] },
});

let asked: string[];
let origin: string;
let close: () => void;

beforeEach(async () => {
  asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === certificatePath) response.end(certificates.leaf);
    else if (request.url === strangerPath) response.end(certificates.stranger);
    else if (request.url?.endsWith('/CERT-moved')) response.writeHead(302, { location: certificatePath }).end();
    else if (request.url?.endsWith('/CERT-endless')) response.end('x'.repeat(1024 * 1024));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  origin = `http://127.0.0.1:${address.port}`;
  close = () => server.close();
});
afterEach(() => close());

type Sent = { body?: string; certUrl?: string; key?: string; webhookId?: string; algorithm?: string; signed?: string };

function read({ body = BODY, certUrl, key, webhookId, algorithm, signed }: Sent = {}, source = trusting()) {
  const transmission = { id: 'T-1', time: TIME, body: signed ?? body };
  const signature = signTransmission({ ...transmission, ...(key ? { key } : {}), ...(webhookId ? { webhookId } : {}) });
  return readPaypalEvent({
    rawBody: Buffer.from(body),
    headers: {
      transmissionId: 'T-1',
      transmissionTime: TIME,
      signature,
      certUrl: certUrl ?? origin + certificatePath,
      algorithm: algorithm ?? 'SHA256withRSA',
    },
    webhookIds: [WEBHOOK],
    findCertificate: source,
  });
}
const trusting = () => createCertificateSource({ origins: [origin], roots: certificates.root }, now);

describe('a webhook of PayPal', () => {
  it('is read once its signature holds, and only its ids are taken', async () => {
    expect(await read()).toEqual({
      ok: true,
      value: {
        eventId: 'WH-1',
        type: 'PAYMENT.CAPTURE.COMPLETED',
        paymentId: 'ORDER1',
        chargeId: 'CAP1',
        disputeId: null,
        livemode: false,
      },
    });
  });

  it('fetches a certificate once', async () => {
    const source = trusting();
    for (const _ of [1, 2, 3]) expect((await read({}, source)).ok).toBe(true);
    expect(asked).toEqual([certificatePath]);
  });

  it.each([
    ['one byte changed', { signed: BODY, body: BODY.replace('CAP1', 'CAP2') }],
    ['signed with another key', { key: certificates.strangerKey }],
    ['signed for another webhook', { webhookId: 'OTHER' }],
    ['another algorithm', { algorithm: 'SHA1withRSA' }],
  ])('row 22: is refused: %s', async (_name, sent) => {
    expect(await read(sent)).toEqual({ ok: false, problem: 'bad_signature' });
  });

  it('row 22: is refused with a certificate that calls itself the same but ends at no trusted root', async () => {
    const forged = { certUrl: origin + strangerPath, key: certificates.strangerKey };
    expect(await read(forged)).toEqual({ ok: false, problem: 'bad_signature' });
  });

  it('is not trusted by a shop that trusts the public roots alone', async () => {
    const source = createCertificateSource({ origins: [origin], roots: null }, now);
    expect(await read({}, source)).toEqual({ ok: false, problem: 'bad_signature' });
  });

  it.each([
    '/v1/notifications/certs/CERT-moved',
    '/v1/notifications/certs/CERT-endless',
    '/v1/notifications/certs/CERT-none',
  ])('waits for a certificate that cannot be had, following nobody: %s', async (path) => {
    expect(await read({ certUrl: origin + path })).toEqual({ ok: false, problem: 'certificate_unreachable' });
    expect(asked).toEqual([path]);
  });

  it('works with a certificate only while it is in force', async () => {
    const late = createCertificateSource({ origins: [origin], roots: certificates.root }, () => new Date('2200-01-01'));
    expect(await read({}, late)).toEqual({ ok: false, problem: 'bad_signature' });
  });
});

describe('attack 22: an address of the forger’s choice', () => {
  const production = {
    origins: ['https://api.paypal.com', 'https://api-m.paypal.com'],
    roots: null,
  };
  it.each([
    () => origin + certificatePath,
    () => `http://api.paypal.com${certificatePath}`,
    () => `https://evil.example${certificatePath}`,
    () => `https://api.paypal.com.evil.example${certificatePath}`,
    () => `https://api.paypal.com@evil.example${certificatePath}`,
    () => `https://evil.example/#https://api.paypal.com${certificatePath}`,
    () => `https://api.paypal.com:8443${certificatePath}`,
    () => `https://localhost${certificatePath}`,
    () => `http://169.254.169.254${certificatePath}`,
    () => `https://api.paypal.com/redirect?to=https://evil.example${certificatePath}`,
    () => `https://api.paypal.com/v1/notifications/certs/../../../evil`,
    () => 'file:///etc/passwd',
    () => 'not an address',
  ])('is refused without a request (%#)', async (address) => {
    const asking = globalThis.fetch;
    const fetched: unknown[] = [];
    globalThis.fetch = async (to) => {
      fetched.push(to);
      throw new TypeError('no network here');
    };
    const answer = await read({ certUrl: address() }, createCertificateSource(production, now));
    globalThis.fetch = asking;
    expect(answer).toEqual({ ok: false, problem: 'bad_signature' });
    expect(fetched).toEqual([]);
    expect(asked).toEqual([]);
  });
});
