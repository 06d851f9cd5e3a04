import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { paypalAccount } from '@/e2e/simulator/paypal/double';
import { objects, readSpecification, specificationFolder, specificationIsThere } from './paypal-specification';
import { openPaypal, type PaypalWorld } from './paypal-world';
import { asId, type IdempotencyKey } from '@/lib/domain/ids';
import { createPaypalDisputeDesk } from '@/lib/paypal/dispute-desk';
import { PaypalCaller } from './paypal-caller';

let paypal: PaypalWorld;
beforeAll(async () => {
  paypal = await openPaypal();
});
afterAll(() => paypal.close());

const EVIDENCE = {
  customerName: 'Ada Muster',
  customerEmail: 'ada@example.com',
  shippingAddress: 'Hof 3',
  productDescription: '1 x print',
  shippedOn: '2026-11-20',
  carrier: 'DHL',
  trackingNumber: '00340',
  terms: 'Terms.',
  statement: 'She has it.',
};

/** A walk through all that a merchant can do at the double; the wire log then holds every kind of answer and event. */
async function useEverything(): Promise<void> {
  const caller = await PaypalCaller.of(paypal);
  const { call } = caller;
  await call('POST', '/v2/checkout/orders', { intent: 'CAPTURE', purchase_units: [] });
  await call('GET', '/v2/checkout/orders/5O190127TN364715T');
  await call('POST', '/v2/checkout/orders', caller.order({ total: '13.81' }));

  const bought = await caller.buy();
  await call('GET', `/v2/checkout/orders/${bought.order}`);
  await call('GET', `/v2/payments/captures/${bought.capture}`);
  await call('POST', `/v2/checkout/orders/${bought.order}/capture`, {});
  const refunds = `/v2/payments/captures/${bought.capture}/refund`;
  const part = await call('POST', refunds, { amount: { currency_code: 'EUR', value: '3.80' }, custom_id: 'r-1' });
  await call('GET', `/v2/payments/refunds/${part.id}`);
  await call('POST', refunds, { amount: { currency_code: 'EUR', value: '99.00' } });
  await call('POST', refunds);
  await call('POST', refunds);

  await paypal.pull('/control/payments', { nextCapture: 'pending' });
  const reviewed = await caller.buy();
  await paypal.pull('/control/payments', { review: { capture: reviewed.capture, end: 'deny' } });
  await paypal.pull('/control/payments', { nextCapture: 'declined' });
  await caller.buy();
  await paypal.pull('/control/payments', { nextCapture: 'refused' });
  await caller.buy();
  await useHolds(caller);
  await useDisputes(caller);
  await useWebhooks(caller);
}

async function useDisputes(caller: PaypalCaller): Promise<void> {
  const play = (dispute: unknown) => paypal.pull('/control/payments', { dispute });
  const desk = createPaypalDisputeDesk({ ...paypalAccount, apiOrigin: paypal.double.origin });
  const key = asId<IdempotencyKey>('dispute');
  const newest = async () => {
    const listed = await desk.listOpened(new Date(Date.now() - 60_000));
    return listed.ok ? (listed.value[0] ?? '') : '';
  };
  await newest();
  const { capture } = await caller.buy();
  await play({ capture });
  const asked = await newest();
  await desk.submit(asked, EVIDENCE, key);
  await play({ capture, goOn: 'reply' });
  await play({ capture, goOn: 'escalate' });
  await desk.submit(asked, EVIDENCE, key);
  await caller.call('POST', `/v1/customer/disputes/${asked}/send-message`, { input: { message: 'Too late.' } });
  await play({ capture, close: 'lost' });
  for (const close of ['won', 'cancelled']) {
    const bought = await caller.buy();
    await play({ capture: bought.capture, kind: 'chargeback', reason: 'UNAUTHORISED' });
    const euros = { currency_code: 'EUR', value: '1.00' };
    await caller.call('POST', `/v2/payments/captures/${bought.capture}/refund`, { amount: euros });
    await play({ capture: bought.capture, close });
  }
  const given = await caller.buy();
  await play({ capture: given.capture, kind: 'claim' });
  await desk.giveIn(await newest(), key);
  await desk.find(await newest());
  await desk.find('PP-D-NONE');
}

async function useHolds(caller: PaypalCaller): Promise<void> {
  const { call } = caller;
  const open = await call('POST', '/v2/checkout/orders', { ...caller.order(), payment_source: undefined });
  const amount = { currency_code: 'EUR', value: '12.00' };
  const path = "/purchase_units/@reference_id=='default'/amount";
  await call('PATCH', `/v2/checkout/orders/${open.id}`, [{ op: 'replace', path, value: amount }]);
  await call('PATCH', `/v2/checkout/orders/${open.id}`, [{ op: 'replace', path: '/status', value: 'APPROVED' }]);
  await call('GET', `/v2/checkout/orders/${open.id}`);

  const taken = `/v2/payments/authorizations/${await caller.hold()}`;
  await call('GET', taken);
  await call('POST', `${taken}/capture`, { amount: { currency_code: 'EUR', value: '5.00' } });
  await call('POST', `${taken}/capture`, { amount: { currency_code: 'EUR', value: '8.81' } });
  await call('POST', `${taken}/capture`, { amount: { currency_code: 'EUR', value: '8.80' } });
  await call('POST', `${taken}/void`);
  const released = `/v2/payments/authorizations/${await caller.hold()}`;
  await call('POST', `${released}/void`);
  await call('POST', `${released}/void`);
  await call('POST', `${released}/capture`, {});
}

async function useWebhooks({ call }: PaypalCaller): Promise<void> {
  const base = '/v1/notifications/webhooks';
  const event_types = [{ name: 'PAYMENT.CAPTURE.COMPLETED' }];
  const made = await call('POST', base, { url: 'http://127.0.0.1:9/', event_types });
  await call('GET', base);
  await call('GET', `${base}/${made.id}`);
  await call('PATCH', `${base}/${made.id}`, [{ op: 'replace', path: '/url', value: 'http://127.0.0.1:9/new' }]);
  await call('DELETE', `${base}/${made.id}`);
  await call('GET', `${base}/${made.id}`);
  await call('POST', '/v1/notifications/verify-webhook-signature', {
    transmission_id: '1',
    transmission_time: '2026-11-23T00:00:00Z',
    transmission_sig: 'AAAA',
    cert_url: 'https://api.paypal.com/v1/notifications/certs/CERT',
    auth_algo: 'SHA256withRSA',
    webhook_id: paypalAccount.webhookId,
    webhook_event: {},
  });
}

const eventShape = z.object({ event_type: z.string(), resource_type: z.string(), resource: z.unknown() });
const resources: Record<string, [(typeof objects)[keyof typeof objects], string]> = {
  'checkout-order': [objects.orders, 'order'],
  capture: [objects.payments, 'capture-2'],
  authorization: [objects.payments, 'authorization-2'],
  refund: [objects.payments, 'refund'],
  dispute: [objects.disputes, 'dispute'],
};

if (!specificationIsThere) console.warn(`Skipped, for ${specificationFolder} is absent: the shape of all answers.`);

describe.skipIf(!specificationIsThere)('every answer and event of the double fits the descriptions of PayPal', () => {
  it('over a walk through all that a merchant can do', async () => {
    const specification = readSpecification();
    await useEverything();
    const complaints: string[] = [];
    const checked = new Set<string>();
    const calls = paypal.world.wire.since(0).filter(({ url }) => /^\/v[12]\/(checkout|payments|notif|customer)/.test(url));
    for (const { method, url, status, responseBody } of calls) {
      const [path = ''] = url.split('?');
      const body: unknown = responseBody === '' ? null : JSON.parse(responseBody);
      const faults = specification.faultsOfAnswer({ method, path, status: status ?? 0 }, body);
      expect(faults, `${method} ${path} is a call of PayPal's`).not.toBeNull();
      complaints.push(...(faults ?? []).map((fault) => `${method} ${path} ${status}: ${fault}`));
      checked.add(`${method} ${path.replace(/\/[0-9A-Z-]{15,}/g, '/…')} ${status}`);
    }
    const types = new Set<string>();
    for (const { requestBody } of paypal.world.wire.since(0).filter((entry) => entry.direction === 'paypal → shop')) {
      const whole: unknown = JSON.parse(requestBody);
      const { event_type, resource_type, resource } = eventShape.parse(whole);
      types.add(event_type);
      const [file, schema] = resources[resource_type] ?? [objects.webhooks, 'event'];
      const faults = [
        ...specification.faultsOfObject(objects.webhooks, 'event', whole),
        ...specification.faultsOfObject(file, schema, resource),
      ];
      complaints.push(...faults.map((fault) => `${event_type}: ${fault}`));
    }
    expect([...new Set(complaints)]).toEqual([]);
    // The walk must not quietly become shorter.
    expect(checked.size).toBeGreaterThanOrEqual(34);
    expect([...types].sort()).toEqual(expectedTypes);
  }, 60_000);

  it('and what does not fit is seen', () => {
    const { faultsOfObject } = readSpecification();
    expect(faultsOfObject(objects.payments, 'refund', { id: 'R', status: 'DONE' })).toHaveLength(1);
    expect(faultsOfObject(objects.payments, 'refund', { id: 'R', invented: true })).toEqual([
      '/invented is not described',
    ]);
  });
});

const expectedTypes = [
  'CHECKOUT.ORDER.APPROVED',
  'CUSTOMER.DISPUTE.CREATED',
  'CUSTOMER.DISPUTE.RESOLVED',
  'CUSTOMER.DISPUTE.UPDATED',
  'PAYMENT.AUTHORIZATION.CREATED',
  'PAYMENT.AUTHORIZATION.VOIDED',
  'PAYMENT.CAPTURE.COMPLETED',
  'PAYMENT.CAPTURE.DENIED',
  'PAYMENT.CAPTURE.PENDING',
  'PAYMENT.CAPTURE.REFUNDED',
];
