import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { chargeOf } from './payment-state';

// Only what chargeOf reads; Stripe's own type has a hundred members more.
function chargeIn(currency: string, amount: number, refunded: number): Stripe.Charge {
  const charge: unknown = {
    id: 'ch_1',
    payment_intent: 'pi_1',
    amount,
    amount_captured: amount,
    amount_refunded: refunded,
    currency,
    captured: true,
    status: 'succeeded',
    payment_method_details: { card: { brand: 'visa', last4: '4242' } },
    metadata: {},
    livemode: false,
  };
  return charge as Stripe.Charge;
}

it.each([
  ['eur', 1999, 500, 'EUR', 1999, 500],
  ['jpy', 500, 100, 'JPY', 500, 100],
  ['isk', 50_000, 10_000, 'ISK', 500, 100],
  ['ugx', 700_000, 0, 'UGX', 7000, 0],
  ['kwd', 5120, 120, 'KWD', 5120, 120],
])('reads a charge in %s of %i with %i gone back', (code, amount, refunded, currency, amountMinor, refundedMinor) => {
  expect(chargeOf(chargeIn(code, amount, refunded))).toMatchObject({
    amount: { amountMinor, currency },
    capturedMinor: amountMinor,
    refundedMinor,
  });
});

it('throws at a currency that nobody prices in: such money needs a person', () => {
  expect(() => chargeOf(chargeIn('xxx', 100, 0))).toThrow();
});
