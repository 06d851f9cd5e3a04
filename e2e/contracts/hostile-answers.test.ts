import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type ForeignChargeId, type IdempotencyKey, type ProviderPaymentId } from '@/lib/domain/ids';
import { callGraph } from '@/lib/messenger/graph-api';
import { createPaypalDisputeDesk } from '@/lib/paypal/dispute-desk';
import { createPaypalGateway } from '@/lib/paypal/payment-gateway';
import { createStripeDisputeDesk } from '@/lib/stripe/dispute-desk';
import { createStripeGateway } from '@/lib/stripe/payment-gateway';

const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');

/** What somebody in a provider's place may answer. Each asks for more than a shop should give. */
const tricks: Record<string, (response: ServerResponse) => void> = {
  '100 MB': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    let left = 100;
    const more = () => {
      if (left === 0) response.end('{}');
      left -= 1;
      if (left >= 0) response.write(MEGABYTE, more);
    };
    more();
  },
  'endless redirects': (response) => {
    response.writeHead(307, { location: '/elsewhere', 'content-type': 'application/json' }).end('{}');
  },
  HTML: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the hotel</h1>');
  },
  'HTML that says 404': (response) => {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
  },
  'JSON under the name of HTML': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('{"id":"pi_1","status":"canceled"}');
  },
  'one byte a second': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 1_000);
    response.on('close', () => clearInterval(timer));
  },
};

let server: Server;
let origin: string;
let trick = '';
let sentBytes = 0;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.on('close', () => {
      sentBytes += response.socket?.bytesWritten ?? 0;
    });
    // PayPal is asked for a token first: that much is answered, so that the trick meets the call itself.
    if (request.url === '/v1/oauth2/token') {
      const token = JSON.stringify({ access_token: 'A21', expires_in: 3600 });
      response.writeHead(200, { 'content-type': 'application/json' }).end(token);
      return;
    }
    tricks[trick]?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ID = asId<ProviderPaymentId>('pi_1');
const KEY = asId<IdempotencyKey>('key');
const PROOF = { confirmationToken: 'ctoken_1', returnUrl: 'http://localhost:3000/' };

function callsOf(without: string[]) {
  const stripe = createStripeGateway({ secretKey: 'sk_test_1234567890', apiOrigin: origin });
  const stripeDesk = createStripeDisputeDesk({ secretKey: 'sk_test_1234567890', apiOrigin: origin });
  const account = { apiOrigin: origin, clientId: 'id', clientSecret: 'secret' };
  const paypal = createPaypalGateway(account);
  const graph = { origin, version: 'v25.0', pageAccessToken: 'token', appSecret: 'secret', timeoutMs: 5_000 };
  const unavailable = { ok: false, problem: 'gateway_unavailable' };
  const calls: { what: string; ask: () => Promise<unknown>; answer: unknown }[] = [
    { what: 'Stripe, retrieve', ask: () => stripe.retrieve(ID), answer: { is: 'unknown' } },
    { what: 'Stripe, a charge', ask: () => stripe.findCharge(asId<ForeignChargeId>('ch_1')), answer: unavailable },
    { what: 'Stripe, charges', ask: () => stripe.listCharges(new Date(0)), answer: unavailable },
    { what: 'Stripe, a dispute', ask: () => stripeDesk.find('du_1'), answer: unavailable },
    { what: 'PayPal, retrieve', ask: () => paypal.retrieve(ID), answer: { is: 'unknown' } },
    { what: 'PayPal, capture', ask: () => paypal.confirm(ID, PROOF, KEY), answer: { is: 'unknown' } },
    { what: 'PayPal, a charge', ask: () => paypal.findCharge(asId<ForeignChargeId>('5O19')), answer: unavailable },
    { what: 'PayPal, charges', ask: () => paypal.listCharges(new Date()), answer: unavailable },
    { what: 'PayPal, a dispute', ask: () => createPaypalDisputeDesk(account).find('PP-D-1'), answer: unavailable },
    { what: 'Graph', ask: () => callGraph(graph, { method: 'GET', path: 'me' }), answer: { is: 'lost' } },
  ];
  return calls.filter(({ what }) => !without.includes(what));
}

describe('row 31: a provider answers what no provider answers', () => {
  it.each(Object.keys(tricks))('row 31: %s is cut off and counts as no answer', async (name) => {
    trick = name;
    asked.length = 0;
    sentBytes = 0;
    const since = Date.now();
    // The list may take its time by rights: what ends the others ends it, only later.
    const calls = callsOf(name === 'one byte a second' ? ['PayPal, charges'] : []);
    await Promise.all(calls.map(async ({ what, ask, answer }) => expect(await ask(), what).toEqual(answer)));
    expect(Date.now() - since).toBeLessThan(15_000);
    expect(asked.filter((url) => url.includes('elsewhere'))).toEqual([]);
    // Cut off at the limit, not after all of it was read.
    expect(sentBytes).toBeLessThan(asked.length * 20 * 1024 * 1024);
  }, 30_000);
});
