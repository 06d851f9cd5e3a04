import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PaypalCaller } from '@/e2e/contracts/paypal-caller';
import { openPaypal, type PaypalWorld } from '@/e2e/contracts/paypal-world';
import { paypalAccount } from '@/e2e/simulator/paypal/double';
import { asId, type IdempotencyKey } from '@/lib/domain/ids';
import type { DisputeStatus, Evidence } from '@/lib/domain/payments/dispute';
import type { DisputeDesk } from '@/lib/domain/ports';
import { createPaypalDisputeDesk } from './dispute-desk';
import { disputeSchema, statusOf } from './dispute-state';
import { evidencesOf } from './evidence';

let paypal: PaypalWorld;
let desk: DisputeDesk;
let bought: { order: string; capture: string };

beforeEach(async () => {
  paypal = await openPaypal();
  desk = createPaypalDisputeDesk({ ...paypalAccount, apiOrigin: paypal.double.origin });
  bought = await (await PaypalCaller.of(paypal)).buy();
});
afterEach(() => paypal.close());

const KEY = asId<IdempotencyKey>('dispute:1');
const EVIDENCE: Evidence = {
  customerName: 'Ada Muster',
  customerEmail: 'ada@example.com',
  shippingAddress: 'Hof 3\n10115 Berlin',
  productDescription: '1 x print',
  shippedOn: '2026-11-20',
  carrier: 'DHL',
  trackingNumber: '00340',
  terms: 'Terms.',
  statement: 'She has it.',
};
const play = (wish: Record<string, unknown>) =>
  paypal.pull('/control/payments', { dispute: { capture: bought.capture, ...wish } });

async function open(wish: Record<string, unknown> = {}): Promise<string> {
  await play(wish);
  const listed = await desk.listOpened(new Date(Date.now() - 60_000));
  if (!listed.ok || !listed.value[0]) throw new Error('no dispute is listed');
  return listed.value[0];
}
async function found(id: string) {
  const dispute = await desk.find(id);
  if (!dispute.ok) throw new Error(dispute.problem);
  return dispute.value;
}
const moved = async (id: string) =>
  (await found(id)).movements.map(({ amountMinor, feeMinor }) => [amountMinor, feeMinor]);

describe("PayPal's disputes", () => {
  it('an inquiry goes to and fro by messages, becomes a claim, and is answered with evidence', async () => {
    const id = await open();
    expect(await found(id)).toMatchObject({
      chargeId: bought.capture,
      paymentId: bought.order,
      amount: { amountMinor: 1380, currency: 'EUR' },
      reason: 'merchandise_or_service_not_received',
      status: 'inquiry',
      answerBy: expect.any(Date),
      submissions: 0,
      movements: [],
    });
    expect(await desk.submit(id, EVIDENCE, KEY)).toMatchObject({
      ok: true,
      value: { status: 'inquiry_review', submissions: 1 },
    });
    await play({ goOn: 'reply' });
    expect(await found(id)).toMatchObject({ status: 'inquiry' });
    await play({ goOn: 'escalate' });
    expect(await found(id)).toMatchObject({ status: 'needs_response' });
    expect(await desk.submit(id, EVIDENCE, KEY)).toMatchObject({ ok: true, value: { status: 'under_review' } });
    expect(await desk.submit(id, EVIDENCE, KEY)).toMatchObject({
      ok: false,
      problem: 'evidence_refused',
      detail: { code: 'not_offered' },
    });
    await play({ close: 'won' });
    expect(await found(id)).toMatchObject({ status: 'won', movements: [] });
  });

  it('what a lost claim took is told the same however often it is read', async () => {
    const id = await open({ kind: 'claim' });
    await play({ close: 'lost' });
    const first = await found(id);
    expect(first.status).toBe('lost');
    expect(await moved(id)).toEqual([
      [-1380, 0],
      [0, 1400],
    ]);
    expect((await found(id)).movements).toEqual(first.movements);
    expect(new Set(first.movements.map((movement) => movement.id)).size).toBe(2);
  });

  it("a bank's chargeback takes the money first, and brings it back when it is won", async () => {
    const id = await open({ kind: 'chargeback' });
    await play({ close: 'won' });
    expect(await moved(id)).toEqual([
      [-1380, 0],
      [0, 1400],
      [1380, 0],
      [0, -1400],
    ]);
  });

  it('giving in pays her back, once', async () => {
    const id = await open();
    expect(await desk.giveIn(id, KEY)).toMatchObject({ ok: true, value: { status: 'lost' } });
    expect(await moved(id)).toEqual([[-1380, 0]]);
    expect(await desk.giveIn(id, KEY)).toMatchObject({ ok: false, problem: 'evidence_refused' });
  });

  it('a question that she takes back costs nothing', async () => {
    const id = await open();
    await play({ close: 'cancelled' });
    expect(await found(id)).toMatchObject({ status: 'inquiry_closed', movements: [] });
  });

  it('says what it does not know, and when PayPal is silent', async () => {
    expect(await desk.find('PP-D-NONE')).toEqual({ ok: false, problem: 'not_found' });
    const id = await open();
    await paypal.pull('/control/faults', { match: '/v1/customer/disputes', kind: 'status', status: 503, times: 9 });
    expect(await desk.find(id)).toEqual({ ok: false, problem: 'gateway_unavailable' });
    expect(await desk.submit(id, EVIDENCE, KEY)).toEqual({ ok: false, problem: 'gateway_unavailable' });
    expect(await desk.listOpened(new Date(0))).toEqual({ ok: false, problem: 'gateway_unavailable' });
  });

  it('lists more than one page', async () => {
    for (let n = 0; n < 51; n += 1) await play({});
    const listed = await desk.listOpened(new Date(Date.now() - 60_000));
    expect(listed.ok && new Set(listed.value).size).toBe(51);
  });
});

it.each<[string, string, string | null, DisputeStatus]>([
  ['INQUIRY', 'OPEN', null, 'inquiry'],
  ['INQUIRY', 'WAITING_FOR_SELLER_RESPONSE', null, 'inquiry'],
  ['INQUIRY', 'WAITING_FOR_BUYER_RESPONSE', null, 'inquiry_review'],
  ['INQUIRY', 'RESOLVED', 'CANCELED_BY_BUYER', 'inquiry_closed'],
  ['INQUIRY', 'RESOLVED', 'ACCEPTED', 'lost'],
  ['CHARGEBACK', 'OPEN', null, 'needs_response'],
  ['CHARGEBACK', 'WAITING_FOR_SELLER_RESPONSE', null, 'needs_response'],
  ['PRE_ARBITRATION', 'WAITING_FOR_BUYER_RESPONSE', null, 'under_review'],
  ['CHARGEBACK', 'UNDER_REVIEW', null, 'under_review'],
  ['ARBITRATION', 'SOMETHING_NEW', null, 'under_review'],
  ['CHARGEBACK', 'RESOLVED', 'RESOLVED_BUYER_FAVOUR', 'lost'],
  ['CHARGEBACK', 'RESOLVED', 'RESOLVED_SELLER_FAVOUR', 'won'],
  ['CHARGEBACK', 'RESOLVED', 'RESOLVED_WITH_PAYOUT', 'won'],
])('%s, %s, %s means %s', (stage, status, outcome, means) => {
  const dispute = disputeSchema.parse({
    dispute_id: 'PP-D-1',
    create_time: '2026-11-20T10:00:00Z',
    disputed_transactions: [{}],
    status,
    dispute_amount: { currency_code: 'EUR', value: '1.00' },
    dispute_life_cycle_stage: stage,
    ...(outcome ? { dispute_outcome: { outcome_code: outcome } } : {}),
  });
  expect(statusOf(dispute)).toBe(means);
});

it('long texts go as several notes that lose nothing', () => {
  const statement = Array.from({ length: 300 }, (_, line) => `Line ${line} of what happened.`).join('\n');
  const notes = evidencesOf({ ...EVIDENCE, statement }).flatMap((one) =>
    typeof one === 'object' && one && 'notes' in one && typeof one.notes === 'string' ? [one.notes] : [],
  );
  expect(notes.every((note) => note.length > 0 && note.length <= 2000)).toBe(true);
  expect(notes.join('\n')).toContain(statement);
  expect(evidencesOf({ ...EVIDENCE, trackingNumber: '', statement: `${'x'.repeat(1999)}😀` })[0]).toMatchObject({
    notes: 'x'.repeat(1999),
  });
});
