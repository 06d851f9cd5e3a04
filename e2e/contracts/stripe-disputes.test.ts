import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStripeWorld, type StripeWorld } from './stripe-world';

let all: StripeWorld;
beforeAll(async () => {
  all = await openStripeWorld();
});
afterAll(() => all.close());
beforeEach(() => all.pull('reset', {}));

async function disputed(card = 'pm_card_createDispute') {
  const { id } = await all.stripe.paymentIntents.create({
    amount: 1999,
    currency: 'eur',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    confirm: true,
    payment_method: card,
  });
  await expect.poll(async () => (await all.stripe.disputes.list({ payment_intent: id })).data.length).toBe(1);
  const [dispute] = (await all.stripe.disputes.list({ payment_intent: id })).data;
  if (!dispute) throw new Error('the card opened no dispute');
  return dispute;
}
const told = async () =>
  (await all.stripe.events.list({ types: ['charge.dispute.created', 'charge.dispute.updated', 'charge.dispute.closed', 'charge.dispute.funds_withdrawn', 'charge.dispute.funds_reinstated'] })).data
    .map(({ type }) => type.replace('charge.dispute.', ''))
    .reverse();

describe('a dispute', () => {
  it('takes the money and the fee, takes evidence once, and gives both back when it is won', async () => {
    const { id, balance_transactions: taken } = await disputed();
    expect(taken).toMatchObject([{ amount: -1999, fee: 1500, net: -3499 }]);
    const sent = await all.stripe.disputes.update(id, { evidence: { uncategorized_text: 'she has it' }, submit: true });
    expect(sent).toMatchObject({ status: 'under_review', evidence_details: { has_evidence: true, submission_count: 1 } });
    const again = all.stripe.disputes.update(id, { evidence: { uncategorized_text: 'and more' }, submit: true });
    await expect(again).rejects.toMatchObject({ statusCode: 400 });
    await all.pull('payments', { dispute: { close: 'won' } });
    const won = await all.stripe.disputes.retrieve(id);
    expect(won.status).toBe('won');
    expect(won.balance_transactions.map(({ amount, fee }) => [amount, fee])).toEqual([
      [-1999, 1500],
      [1999, -1500],
    ]);
    expect(await told()).toEqual(['created', 'funds_withdrawn', 'updated', 'funds_reinstated', 'closed']);
  });

  it('keeps the money when it is lost', async () => {
    const { id } = await disputed('pm_card_createDisputeProductNotReceived');
    await all.stripe.disputes.update(id, { evidence: { uncategorized_text: 'losing_evidence' } });
    expect(await all.stripe.disputes.retrieve(id)).toMatchObject({ status: 'lost', reason: 'product_not_received' });
    expect(await told()).toEqual(['created', 'funds_withdrawn', 'updated', 'closed']);
  });

  it('that only asks takes nothing, and a draft is no answer', async () => {
    const { id, balance_transactions: taken } = await disputed('pm_card_createDisputeInquiry');
    expect(taken).toEqual([]);
    const draft = await all.stripe.disputes.update(id, { evidence: { customer_name: 'Ada' }, submit: false });
    expect(draft).toMatchObject({ status: 'warning_needs_response', evidence_details: { submission_count: 0 } });
    await all.stripe.disputes.update(id, { submit: true });
    expect((await all.stripe.disputes.retrieve(id)).status).toBe('warning_under_review');
  });

  it('is opened and decided by hand on the dashboard', async () => {
    const { id } = await all.stripe.paymentIntents.create({
      amount: 1999,
      currency: 'eur',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      confirm: true,
      payment_method: 'pm_card_visa',
    });
    const { text } = await all.call('GET', '/dashboard', {});
    const charge = /name="charge" value="(ch_\w+)"/.exec(text)?.[1] ?? '';
    expect(text).toContain('Goods never came');
    const move = (name: string) =>
      fetch(`${all.double.origin}/dashboard/disputes`, {
        method: 'POST',
        body: new URLSearchParams({ charge, move: name }),
        redirect: 'manual',
      });
    await move('product_not_received');
    await move('lost');
    const [dispute] = (await all.stripe.disputes.list({ payment_intent: id })).data;
    expect(dispute).toMatchObject({ status: 'lost', reason: 'product_not_received' });
  });
});
