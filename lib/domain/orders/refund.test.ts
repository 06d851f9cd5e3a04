import { describe, expect, it } from 'vitest';
import { asId, type VariantId } from '../ids';
import { refundFormSchema } from './order-edits';
import { planRefund, shareOf } from './refund';
import { mayFollow, statusByMoney } from './status';

const V1 = asId<VariantId>('v1');
const line = { variantId: V1, quantity: 3, totalMinor: 15_000, discountMinor: 5_000 };

describe('what pieces of a line come to', () => {
  it('is whole steps in dinars, and all pieces together are the line', () => {
    const shares = [0, 1, 2].map((before) => shareOf(line, before, 1, 10));
    expect(shares).toEqual([3_330, 3_340, 3_330]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
    expect([0, 1, 2].map((before) => shareOf(line, before, 1))).toEqual([3_333, 3_334, 3_333]);
  });

  it('of an order in dinars is an amount that Stripe takes', () => {
    const quote = { currency: 'KWD' as const, lines: [line], shipping: { chosen: { priceMinor: 0 } } };
    const paid = { quote, capturedMinor: 10_000, refundedMinor: 0, refundingMinor: 0 };
    const wish = {
      everything: false as const,
      lines: [{ variantId: 'v1', quantity: 1 }],
      shippingMinor: 0,
      extraMinor: 0,
    };
    expect(planRefund(paid, [], wish)).toMatchObject({ ok: true, value: { amountMinor: 3_330 } });
  });

  it('typed by hand is no amount where it is finer than a step', () => {
    const form = {
      orderId: 'o1',
      requestId: 'request-0000000001',
      seenVersion: '1',
      currency: 'KWD',
      what: 'parts',
      reason: 'goodwill',
    };
    expect(refundFormSchema.safeParse({ ...form, extra: '5.120' }).success).toBe(true);
    expect(refundFormSchema.safeParse({ ...form, extra: '5.124' }).success).toBe(false);
  });
});

describe('the status that money gives an order', () => {
  const refunded = {
    status: 'refunded' as const,
    totalMinor: 100,
    capturedMinor: 100,
    refundedMinor: 0,
    fulfilledAt: null,
    firstSentAt: null,
  };

  it.each([
    ['without an address it waits for a decision again', { hasAddress: false }, 'paid_needs_decision'],
    ['with one it is paid', { hasAddress: true }, 'paid'],
  ] as const)('after a refund came back: %s', (_what, place, status) => {
    expect(statusByMoney(refunded, place)).toBe(status);
    expect(mayFollow('refunded', status)).toBe(true);
  });

  it('is sent where it was sent', () => {
    expect(statusByMoney({ ...refunded, fulfilledAt: new Date(0) }, { hasAddress: true })).toBe('fulfilled');
  });
});
