import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { insertKeptCard } from '@/lib/db/kept-cards';
import { products, variantPrices, variants } from '@/lib/db/schema/catalogue';
import { ensureShopperOfPsid } from '@/lib/db/shoppers';
import { insertWebhookEvents } from '@/lib/db/webhook-events';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { asId, type PageId, type Psid, type ShopperId } from '@/lib/domain/ids';
import type { PaymentEvent } from '@/lib/domain/payments/payment';
import { addLineItem } from '@/lib/flows/change-cart';
import { confirmCheckout } from '@/lib/flows/confirm-checkout';
import type { Deps } from '@/lib/flows/deps';
import { ensureCustomer } from '@/lib/flows/keep-card';
import { lookUpAttempt } from '@/lib/flows/look-up-attempt';
import { openDialog } from '@/lib/flows/open-dialog';
import { receiveMessengerEvents } from '@/lib/flows/receive-messenger-events';
import { returnFromApproval } from '@/lib/flows/return-from-approval';
import { settleDialog } from '@/lib/flows/settle-dialog';
import { findBrokenInvariants } from '@/lib/flows/testing-invariants';
import { isSignedByMeta, readHandshake, readWebhook } from '@/lib/messenger/webhook';
import { createCertificateSource, type FindCertificate } from '@/lib/paypal/certificates';
import { paypalHeadersOf, readPaypalEvent } from '@/lib/paypal/webhook';
import { getDeps, getEnv } from '@/lib/server/wiring';
import { startWorker } from '@/lib/server/worker';
import { readStripeEvent } from '@/lib/stripe/webhook';

/**
 * The shop reduced to its till: the real wiring, adapters, flows and worker behind a small door of its own, so that a
 * proof can start and kill it some hundred times. Its doors are those of `serve` below, and the two that webhooks come to.
 */
const deps = await getDeps();
startWorker(deps);

const prepareSchema = z.strictObject({ psid: z.string() });
const confirmSchema = z.strictObject({ shopperId: z.string(), requestId: z.string(), token: z.string() });

const startSchema = z.strictObject({
  shopperId: z.string(),
  requestId: z.string(),
  way: z.enum(['paypal', 'hosted']),
});
const keepSchema = z.strictObject({ shopperId: z.string(), customerId: z.string(), methodId: z.string() });
const keptSchema = keepSchema.extend({ requestId: z.string() });
const backSchema = z.strictObject({ token: z.string() });
const personSchema = z.strictObject({ shopperId: z.string() });
const lookSchema = z.strictObject({ shopperId: z.string(), requestId: z.string() });
const settleSchema = lookSchema.extend({ chargeId: z.string() });

let certificates: FindCertificate | null = null;

const server = createServer(async (request, response) => {
  const address = new URL(request.url ?? '/', 'http://till');
  if (request.method === 'GET' && address.pathname === '/api/messenger/webhook') {
    const challenge = readHandshake(address.searchParams, getEnv().FACEBOOK_VERIFY_TOKEN);
    response.end(challenge.ok ? challenge.value : challenge.problem);
    return;
  }
  const body = await buffer(request);
  const answer = await serve(`${request.method} ${request.url}`, body, request.headers).catch((error: unknown) => {
    response.statusCode = 503;
    return { problem: String(error) };
  });
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
});
// Only the callers close what stands idle: on a busy machine the next request would meet the closing.
server.keepAliveTimeout = 24 * 60 * 60 * 1000;
server.listen(getEnv().PORT, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`ready ${address.port}`);
});

async function serve(door: string, body: Buffer, headers: IncomingHttpHeaders): Promise<unknown> {
  switch (door) {
    case 'POST /prepare':
      return prepare(prepareSchema.parse(JSON.parse(body.toString())));
    case 'POST /confirm':
      return confirm(confirmSchema.parse(JSON.parse(body.toString())));
    case 'POST /start':
      return start(startSchema.parse(JSON.parse(body.toString())));
    case 'POST /return':
      return returnFromApproval(deps, {
        ...backSchema.parse(JSON.parse(body.toString())),
        gaveUp: false,
        sessionTokenHash: null,
      });
    case 'POST /customer': {
      const { shopperId } = personSchema.parse(JSON.parse(body.toString()));
      return ensureCustomer(deps, asId<ShopperId>(shopperId));
    }
    case 'POST /keep':
      return keep(keepSchema.parse(JSON.parse(body.toString())));
    case 'POST /confirm-kept':
      return confirmKept(keptSchema.parse(JSON.parse(body.toString())));
    case 'POST /look-up':
      return lookUpAttempt(deps, requestOf(lookSchema.parse(JSON.parse(body.toString()))));
    case 'POST /open-dialog':
      return openDialog(deps, { marketId: 'en-US', ...requestOf(lookSchema.parse(JSON.parse(body.toString()))) });
    case 'POST /settle-dialog': {
      const { chargeId, ...asked } = settleSchema.parse(JSON.parse(body.toString()));
      return settleDialog(deps, { ...requestOf(asked), chargeId, details: EXAMPLE_DETAILS });
    }
    case 'POST /api/messenger/webhook':
      return receiveFromMessenger(body, headers);
    case 'POST /api/stripe/webhook':
      return receiveFromStripe(body, headers);
    case 'POST /api/paypal/webhook':
      return receiveFromPaypal(body, headers);
    case 'GET /standing':
      return standing();
    default:
      throw new Error(`the till has no door ${door}`);
  }
}

function requestOf({ shopperId, requestId }: z.infer<typeof lookSchema>) {
  return { shopperId: asId<ShopperId>(shopperId), dialogRequestId: requestId };
}

async function receiveFromMessenger(body: Buffer, headers: IncomingHttpHeaders): Promise<number> {
  const signature = headers['x-hub-signature-256'];
  if (!isSignedByMeta(body, String(signature), getEnv().FACEBOOK_APP_SECRET)) throw new Error('bad_signature');
  const events = readWebhook(body, deps.page.id);
  return events.ok ? receiveMessengerEvents(deps, events.value) : 0;
}

async function receiveFromStripe(body: Buffer, headers: IncomingHttpHeaders): Promise<number> {
  const event = readStripeEvent({
    rawBody: body.toString(),
    signature: String(headers['stripe-signature']),
    secrets: getEnv().STRIPE_WEBHOOK_SECRET,
    now: deps.now(),
  });
  if (!event.ok) throw new Error(event.problem);
  return store({ source: 'stripe', eventId: event.value.eventId, payload: event.value });
}

async function receiveFromPaypal(body: Buffer, headers: IncomingHttpHeaders): Promise<number> {
  const { paypal } = getEnv();
  if (!paypal) throw new Error('the till takes no PayPal');
  certificates ??= createCertificateSource({ origins: paypal.certOrigins, roots: paypal.certRoots }, deps.now);
  const told = paypalHeadersOf(new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)])));
  const seen = { rawBody: body, headers: told, webhookIds: paypal.webhookIds, findCertificate: certificates };
  const event = await readPaypalEvent(seen);
  if (!event.ok) throw new Error(event.problem);
  const payload = { ...event.value, livemode: deps.livemode };
  return store({ source: 'paypal', eventId: payload.eventId, payload });
}

async function store(row: { source: 'stripe' | 'paypal'; eventId: string; payload: PaymentEvent }): Promise<number> {
  const inserted = await insertWebhookEvents(deps.db, [{ ...row, hasEffect: true, at: deps.now() }]);
  deps.wake('events');
  return inserted;
}

/** A person with a thread and one print in her cart. */
async function prepare({ psid }: z.infer<typeof prepareSchema>) {
  await addPrint(deps);
  const person = { id: deps.newId(), pageId: asId<PageId>(deps.page.id), psid: asId<Psid>(psid), at: deps.now() };
  const shopperId = await deps.db.transaction((tx) => ensureShopperOfPsid(tx, person));
  await deps.db.execute(sql`update shoppers set last_message_at = now() where id = ${shopperId}`);
  await addLineItem(deps, { shopperId, slug: 'proof-print', options: {}, quantity: 1 });
  return { shopperId };
}

const ORDER = {
  marketId: 'de',
  details: EXAMPLE_DETAILS,
  shippingOptionId: 'standard',
  agreedTotal: { amountMinor: 2490 + 490, currency: 'EUR' },
} as const;
const RETURN_URL = 'http://localhost:3000/shop/checkout/return/stripe';

function confirm({ token, ...asked }: z.infer<typeof confirmSchema>) {
  const proof = { confirmationToken: token, returnUrl: RETURN_URL };
  return confirmCheckout(deps, { ...ORDER, ...requestOf(asked), proof });
}

function start({ way, ...asked }: z.infer<typeof startSchema>) {
  return confirmCheckout(deps, { ...ORDER, ...requestOf(asked), way, proof: null });
}

async function keep({ shopperId, methodId }: z.infer<typeof keepSchema>) {
  const card = { brand: 'visa', last4: '4242', expiryMonth: 12, expiryYear: 2034 };
  const row = { id: deps.newId(), shopperId, providerMethodId: methodId, ...card, createdAt: deps.now() };
  await deps.db.transaction((tx) => insertKeptCard(tx, row));
  return { kept: true };
}

function confirmKept({ customerId, methodId, ...asked }: z.infer<typeof keptSchema>) {
  const proof = { keptMethodId: methodId, returnUrl: RETURN_URL };
  return confirmCheckout(deps, { ...ORDER, ...requestOf(asked), customerId, proof });
}

async function standing() {
  const { rows } = await deps.db.execute(sql`
    select (select count(*)::int from payment_attempts where status = 'open') as "openAttempts",
      (select count(*)::int from outgoing_messages where status in ('waiting', 'sending')) as "waitingMessages",
      (select count(*)::int from webhook_events where status in ('waiting')) as "waitingEvents",
      (select coalesce(json_agg(json_build_object('shopperId', o.shopper_id, 'chargeId', o.charge_id,
        'amountMinor', o.total_minor, 'number', o.number)), '[]'::json) from orders o) as orders,
      (select json_build_object('available', available, 'held', held, 'sold', sold) from variants where sku = 'PROOF') as stock`);
  return { ...rows[0], broken: await findBrokenInvariants(deps.db) };
}

async function addPrint({ db }: Deps): Promise<void> {
  const none = { de: '', en: '' };
  const title = { de: 'Probedruck', en: 'Proof print' };
  await db
    .insert(products)
    .values({
      id: 'proof',
      slug: 'proof-print',
      status: 'active',
      title,
      subtitle: none,
      descriptionHtml: none,
      options: [],
      images: [],
    })
    .onConflictDoNothing();
  await db
    .insert(variants)
    .values({ id: 'proof', productId: 'proof', sku: 'PROOF', position: 0, started: 100_000, available: 100_000 })
    .onConflictDoNothing();
  await db
    .insert(variantPrices)
    .values([
      { variantId: 'proof', currency: 'EUR', amountMinor: 2490 },
      { variantId: 'proof', currency: 'USD', amountMinor: 2690 },
    ])
    .onConflictDoNothing();
}
