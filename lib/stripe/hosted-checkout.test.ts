import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asId, type IdempotencyKey, type ProviderPaymentId } from '@/lib/domain/ids';
import { createStripeGateway } from './payment-gateway';

const session = {
  id: 'cs_test_1',
  object: 'checkout.session',
  status: 'open',
  url: 'https://checkout.stripe.com/c/pay/cs_test_1',
  payment_intent: null,
};
const charge = {
  id: 'ch_1',
  object: 'charge',
  amount: 2180,
  amount_captured: 2180,
  amount_refunded: 0,
  captured: true,
  currency: 'eur',
  livemode: false,
  metadata: { attempt: 'one' },
  payment_intent: 'pi_1',
  payment_method: 'pm_1',
  payment_method_details: { card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034 } },
  status: 'succeeded',
};
const paid = {
  ...session,
  status: 'complete',
  url: null,
  payment_intent: { id: 'pi_1', object: 'payment_intent', status: 'succeeded', latest_charge: charge },
};

/** What Stripe would say, one recorded answer a call, and what it was asked. */
let answers: { status?: number; body: unknown }[] = [];
let asked: { path: string; body: string }[] = [];
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ path: `${request.method} ${request.url?.split('?')[0]}`, body: decodeURIComponent(body) });
    const { status = 200, body: said } = answers.shift() ?? { status: 500, body: {} };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const gateway = (given: typeof answers) => {
  [answers, asked] = [given, []];
  return createStripeGateway({ secretKey: 'sk_test_1234567890', apiOrigin: origin });
};
const id = asId<ProviderPaymentId>('cs_test_1');

it('makes one line of the total, named after the goods, and tells how to come back', async () => {
  const made = await gateway([{ body: session }]).create(
    {
      attemptId: 'one',
      capture: 'at_fulfilment',
      amount: { amountMinor: 2180, currency: 'EUR' },
      description: 'Attempt one',
      receiptEmail: null,
      page: {
        returnUrl: 'https://shop.example.com/back',
        cancelUrl: 'https://shop.example.com/left',
        intlLocale: 'de-DE',
        lines: [{ name: 'Sechs kleine Vögel', sku: 'BIRDS', quantity: 2, unitMinor: 845 }],
        shippingMinor: 490,
        taxMinor: 0,
      },
    },
    asId<IdempotencyKey>('attempt:one:create'),
  );
  expect(made).toEqual({ ok: true, value: 'cs_test_1' });
  expect(asked[0]?.path).toBe('POST /v1/checkout/sessions');
  const sent = asked[0]?.body ?? '';
  expect(sent).toContain('line_items[0][price_data][unit_amount]=2180');
  expect(sent).toContain('product_data][name]=2 × Sechs kleine Vögel');
  expect(sent).toContain('success_url=https://shop.example.com/back');
  expect(sent).toContain('payment_intent_data[capture_method]=manual');
  expect(sent).toContain('payment_intent_data[metadata][attempt]=one');
});

it('reads a session as what it means: her turn, paid as its intent is, or over', async () => {
  expect(await gateway([{ body: session }]).retrieve(id)).toEqual({
    is: 'approval_required',
    url: session.url,
    declined: false,
  });
  expect(await gateway([{ body: paid }]).retrieve(id)).toMatchObject({
    is: 'succeeded',
    charge: { id: 'ch_1', amount: { amountMinor: 2180, currency: 'EUR' }, reference: 'one' },
  });
  const expired = { ...session, status: 'expired', url: null };
  expect(await gateway([{ body: expired }]).retrieve(id)).toEqual({ is: 'cancelled' });
});

it('ends a session at Stripe; one that was paid a moment before is told as paid', async () => {
  const expired = { ...session, status: 'expired', url: null };
  expect(await gateway([{ body: expired }]).cancel(id)).toEqual({ is: 'cancelled' });
  expect(asked[0]?.path).toBe('POST /v1/checkout/sessions/cs_test_1/expire');
  const refused = { status: 400, body: { error: { type: 'invalid_request_error', message: 'not open' } } };
  expect(await gateway([refused, { body: paid }]).cancel(id)).toMatchObject({ is: 'succeeded' });
});

it('knows nothing while Stripe does not answer', async () => {
  const broken = { status: 500, body: { error: { type: 'api_error', message: 'down' } } };
  expect(await gateway([broken, broken]).retrieve(id)).toEqual({ is: 'unknown' });
});
