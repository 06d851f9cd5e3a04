import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { MessageButton } from '@/lib/domain/messaging/outgoing-message';
import { toMetaButton } from './templates';
import { listVectors, readVector } from './testing-vectors';
import { readWebhook } from './webhook';

const PAGE = '104201609120001';
const inbound = z.object({ body: z.unknown() });
const eventOf = (file: string) => {
  const { body } = readVector(`inbound/${file}.json`, inbound);
  const events = readWebhook(Buffer.from(JSON.stringify(body)), PAGE);
  if (!events.ok || !events.value[0]) throw new Error(file);
  return events.value[0];
};

const ADDRESS = {
  name: '',
  street1: '12 Test Street',
  street2: '',
  city: 'EXAMPLEVILLE',
  region: 'CA',
  country: 'US',
  postalCode: '94000',
};
const PAYER = { name: 'Ada Fixture', email: 'ada@example.com', phone: '+14155550123', address: ADDRESS };
const amount = { currency: 'USD', value: '30.93' };
const paid = {
  kind: 'payment',
  payload: 'CHECKOUT:ord_1001',
  payer: PAYER,
  provider: 'stripe',
  chargeId: 'ch_1FixtureStripe0001',
  fbPaymentId: '910000000000001',
  amount,
  shippingOptionId: 'std',
};

describe("what Messenger's own checkout says", () => {
  test.each([
    ['checkout-update', { kind: 'checkout_update', payload: 'CHECKOUT:ord_1001', address: ADDRESS }],
    ['checkout-update-string-id', { kind: 'checkout_update', payload: 'CHECKOUT:ord_1001', address: ADDRESS }],
    [
      'pre-checkout-accept',
      {
        kind: 'pre_checkout',
        payload: 'CHECKOUT:ord_1001',
        payer: { name: 'Ada Fixture', email: '', phone: '', address: { ...ADDRESS, name: 'Ada Fixture' } },
        amount,
      },
    ],
    ['payment-stripe', paid],
    ['payment-paypal', { ...paid, provider: 'paypal', chargeId: '8MC585209K746392H', fbPaymentId: '910000000000002' }],
    ['payment-test', { ...paid, chargeId: 'test_charge_id_12345', fbPaymentId: 'test_payment_id_12345' }],
    ['payment-token', { ...paid, provider: 'token', chargeId: null, fbPaymentId: '910000000000003' }],
    [
      'payment-fixed-minimal',
      {
        ...paid,
        payload: 'CHECKOUT:ord_1002',
        payer: { name: '', email: '', phone: '', address: null },
        chargeId: 'ch_1FixtureStripe0002',
        fbPaymentId: '910000000000004',
        shippingOptionId: null,
      },
    ],
  ])('%s', (file, content) => {
    expect(eventOf(file).content).toEqual(content);
  });

  test('a payment is one happening by its own id, however often and in whatever batch it comes', () => {
    expect(eventOf('payment-stripe').eventId).toBe('payment:910000000000001');
    // Dummy payments all bear one id: told apart by the whole event.
    expect(eventOf('payment-test').eventId).toMatch(/^event:/);
  });

  test('nothing of a tokenised card is read', () => {
    const read = JSON.stringify(eventOf('payment-token'));
    for (const secret of ['PGP', 'PLACEHOLDER', '2019', 'expiry', 'cvv']) expect(read).not.toContain(secret);
  });

  test('an amount may be a number, and what cannot be read is no payment', () => {
    const event = (payment: unknown) =>
      readWebhook(
        Buffer.from(
          JSON.stringify({
            object: 'page',
            entry: [{ id: PAGE, messaging: [{ sender: { id: '1' }, recipient: { id: PAGE }, payment }] }],
          }),
        ),
        PAGE,
      );
    const credential = { provider_type: 'bitcoin', fb_payment_id: 42 };
    const told = { payload: 'p', payment_credential: credential, amount: { currency: 'USD', amount: 30.93 } };
    expect(event(told)).toMatchObject({ value: [{ content: { provider: 'unknown', amount, fbPaymentId: '42' } }] });
    expect(event({ ...told, payment_credential: {} })).toMatchObject({
      value: [{ content: { kind: 'other', name: 'payment' } }],
    });
  });
});

const buttons = z.object({
  request: z.object({
    json: z.object({
      message: z.object({
        attachment: z.object({
          payload: z.object({ elements: z.array(z.object({ buttons: z.array(z.record(z.string(), z.unknown())) })) }),
        }),
      }),
    }),
  }),
});

describe('the Buy button as recorded', () => {
  const buy: Extract<MessageButton, { kind: 'buy' }> = {
    kind: 'buy',
    payload: 'CHECKOUT:ord_1001',
    merchantName: 'Lantern Lane Goods',
    currency: 'USD',
    flexible: false,
    isTest: false,
    lines: [
      { label: 'Subtotal', amountMinor: 2400 },
      { label: 'Taxes', amountMinor: 198 },
      { label: 'Shipping', amountMinor: 495 },
    ],
  };
  const flexible = { ...buy, flexible: true, lines: [{ label: 'Canvas tote', amountMinor: 2400 }] };

  test.each([
    ['buy-fixed', buy],
    ['buy-flexible', flexible],
  ])('%s', (file, button) => {
    const [element] = readVector(`outbound/${file}.json`, buttons).request.json.message.attachment.payload.elements;
    expect(toMetaButton(button, { publicUrl: 'https://shop.example.com', nativeShare: true })).toEqual(
      element?.buttons[0],
    );
  });

  test('a tester is only played to', () => {
    const made = toMetaButton({ ...buy, isTest: true }, { publicUrl: 'https://shop.example.com', nativeShare: true });
    expect(made).toMatchObject({ payment_summary: { is_test_payment: true, payment_type: 'FIXED_AMOUNT' } });
  });
});

test('every recorded payment event is covered here', () => {
  const native = listVectors('inbound').filter((file) => /(checkout|payment)/.test(file));
  expect(native).toHaveLength(11);
});
