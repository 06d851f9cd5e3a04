import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paypalAccount } from '@/e2e/simulator/paypal/double';
import { type PaypalDouble, startPaypal } from '@/e2e/simulator/paypal/server';
import { loneWorld } from '@/e2e/simulator/world/lone-world';
import { asId, type ForeignChargeId, type IdempotencyKey } from '@/lib/domain/ids';
import type { PaymentRequest } from '@/lib/domain/payments/payment';
import type { PaymentGateway } from '@/lib/domain/ports';
import { createPaypalGateway } from './payment-gateway';

let double: PaypalDouble;
let gateway: PaymentGateway;
let attempts = 0;

beforeEach(async () => {
  double = await startPaypal(loneWorld(), { port: 0, webhookRetryDelaysMs: [] });
  gateway = createPaypalGateway({ ...paypalAccount, apiOrigin: double.origin });
});
afterEach(() => double.close());

const key = (purpose: string) => asId<IdempotencyKey>(`attempt:${attempts}:${purpose}`);
const EURO = (amountMinor: number) => ({ amountMinor, currency: 'EUR' as const });

function request(totalMinor = 1380): PaymentRequest {
  attempts += 1;
  return {
    attemptId: `attempt-${attempts}`,
    capture: 'now',
    amount: EURO(totalMinor),
    description: '',
    receiptEmail: null,
    page: {
      returnUrl: 'http://localhost/back',
      cancelUrl: 'http://localhost/no',
      intlLocale: 'de-DE',
      lines: [{ name: 'Häuser', sku: 'H-1', quantity: 1, unitMinor: 890 }],
      shippingMinor: 490,
      taxMinor: 0,
    },
  };
}

async function create(asked = request()) {
  const created = await gateway.create(asked, key('create'));
  if (!created.ok) throw new Error(created.problem);
  return created.value;
}

const choose = (id: string, result: string) =>
  fetch(`${double.origin}/checkoutnow?token=${id}`, {
    method: 'POST',
    body: new URLSearchParams({ result }),
    redirect: 'manual',
  });
const lever = (name: string, wish: unknown) =>
  fetch(`${double.origin}/control/${name}`, { method: 'POST', body: JSON.stringify(wish) });
const capture = (id: Awaited<ReturnType<typeof create>>) => gateway.capture(id, EURO(1380), key('confirm'));

describe('the PayPal gateway', () => {
  it('captures what she approved, once, and finds the charge again', async () => {
    const id = await create();
    expect(await gateway.retrieve(id)).toEqual({
      is: 'approval_required',
      url: `${double.origin}/checkoutnow?token=${id}`,
      declined: false,
    });
    expect(await capture(id)).toMatchObject({ is: 'approval_required' });
    await choose(id, 'pay');
    expect(await gateway.retrieve(id)).toEqual({ is: 'approved' });
    const captured = await capture(id);
    if (captured.is !== 'succeeded') throw new Error(captured.is);
    const { charge } = captured;
    expect(charge).toMatchObject({
      amount: EURO(1380),
      captured: true,
      refundedMinor: 0,
      reference: `attempt-${attempts}`,
    });
    expect(await capture(id)).toEqual(captured);
    expect(await gateway.findCharge(asId<ForeignChargeId>(charge.id))).toEqual({ ok: true, value: charge });
    expect(await gateway.listCharges(new Date(Date.now() - 60_000))).toMatchObject({
      ok: true,
      value: [{ id: charge.id }],
    });
    expect(await gateway.cancel(id)).toMatchObject({ is: 'succeeded' });
  });

  it('tells the five outcomes apart', async () => {
    const outcomeOf = async (nextCapture: string) => {
      const id = await create();
      await choose(id, 'pay');
      await lever('payments', { nextCapture });
      return capture(id);
    };
    expect(await outcomeOf('completed')).toMatchObject({ is: 'succeeded' });
    expect(await outcomeOf('refused')).toEqual({ is: 'declined', reason: 'other_card' });
    expect(await outcomeOf('declined')).toMatchObject({ is: 'approval_required', declined: true });
    expect(await outcomeOf('pending')).toEqual({ is: 'pending' });
    const id = await create();
    await choose(id, 'pay');
    await lever('faults', { match: '/capture', kind: 'drop-after' });
    expect(await capture(id)).toEqual({ is: 'unknown' });
    expect(await gateway.retrieve(id)).toMatchObject({ is: 'succeeded' });
  });

  it('gives back, once per key, and lists what went back', async () => {
    const id = await create();
    await choose(id, 'pay');
    const captured = await capture(id);
    if (captured.is !== 'succeeded') throw new Error(captured.is);
    const back = {
      chargeId: captured.charge.id,
      amount: EURO(380),
      reason: 'requested' as const,
      attemptId: 'a',
      reference: 'refund-1',
    };
    const first = await gateway.refund(back, key('refund'));
    expect(first).toMatchObject({ is: 'succeeded' });
    expect(await gateway.refund(back, key('refund'))).toEqual(first);
    expect(await gateway.refund({ ...back, amount: EURO(1001) }, key('refund2'))).toEqual({
      is: 'refused',
      reason: 'REFUND_AMOUNT_EXCEEDED',
    });
    expect(await gateway.listRefunds(captured.charge.id)).toMatchObject({
      ok: true,
      value: [{ amount: EURO(380), status: 'succeeded', reference: 'refund-1' }],
    });
    expect(await gateway.retrieve(id)).toMatchObject({ is: 'succeeded', charge: { refundedMinor: 380 } });
    // The list that reconciliation reads knows what went back, also of a payment older than the list.
    const listed = { ok: true, value: [{ id: captured.charge.id, refundedMinor: 380 }] };
    expect(await gateway.listCharges(new Date(Date.now() - 60_000))).toMatchObject(listed);
  });

  it('speaks of forints, yen and Taiwan dollars without decimals, and back', async () => {
    const forints = (amountMinor: number) => ({ amountMinor, currency: 'HUF' as const });
    const asked = { ...request(), amount: forints(1_234_500) };
    const inHuf = (amountMinor: number, unitMinor: number) => {
      const page = asked.page && {
        ...asked.page,
        lines: [{ name: 'H', sku: 'H', quantity: 1, unitMinor }],
        shippingMinor: 0,
      };
      attempts += 1;
      return gateway.create(
        { ...asked, attemptId: `attempt-${attempts}`, amount: forints(amountMinor), ...(page ? { page } : {}) },
        key('create'),
      );
    };
    const id = await inHuf(1_234_500, 1_234_500);
    if (!id.ok) throw new Error(id.problem);
    await choose(id.value, 'pay');
    const captured = await gateway.capture(id.value, forints(1_234_500), key('confirm'));
    expect(captured).toMatchObject({ is: 'succeeded', charge: { amount: forints(1_234_500) } });
    const chargeId = captured.is === 'succeeded' ? captured.charge.id : '';
    const back = { chargeId, reason: 'requested' as const, attemptId: 'a', reference: 'refund-1' };
    expect(await gateway.refund({ ...back, amount: forints(234_550) }, key('half'))).toEqual({
      is: 'refused',
      reason: 'DECIMALS_NOT_SUPPORTED',
    });
    expect(await gateway.refund({ ...back, amount: forints(234_500) }, key('part'))).toMatchObject({ is: 'succeeded' });
    expect(await gateway.retrieve(id.value)).toMatchObject({ charge: { refundedMinor: 234_500 } });
    // Parts that PayPal cannot write are left out; a total that it cannot write is no order.
    expect((await inHuf(1_234_500, 1_234_550)).ok).toBe(true);
    expect(await inHuf(1_234_550, 1_234_550)).toEqual({ ok: false, problem: 'not_configured' });
  });

  it('names what is given off, so that the parts add up', async () => {
    expect((await gateway.create(request(1000), key('create'))).ok).toBe(true);
    expect((await gateway.create(request(1500), key('create'))).ok).toBe(true);
  });

  it('needs another token when the old one is refused, and says so where the account is unknown', async () => {
    await create();
    await lever('reset', {});
    expect((await gateway.create(request(), key('create'))).ok).toBe(true);
    const stranger = createPaypalGateway({ ...paypalAccount, clientSecret: 'other', apiOrigin: double.origin });
    expect(await stranger.create(request(), key('create'))).toEqual({ ok: false, problem: 'not_configured' });
  });
});
