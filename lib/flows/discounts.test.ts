import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discountRedemptions, discounts } from '@/lib/db/schema/discounts';
import { ledger, orders } from '@/lib/db/schema/orders';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { Quote } from '@/lib/domain/cart/quote';
import type { DiscountValue } from '@/lib/domain/discounts/discount';
import type { ShopperId } from '@/lib/domain/ids';
import { type Money, money } from '@/lib/domain/money';
import { addLineItem } from './change-cart';
import { confirmCheckout } from './confirm-checkout';
import { confirmFree } from './confirm-free';
import { enterCode, removeCode } from './enter-code';
import { openDialog, requoteDialog } from './open-dialog';
import { keepDetails, quoteCheckout } from './quote-checkout';
import { renderReceipt } from './render-receipt';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';
import { findBrokenInvariants } from './testing-invariants';

let house: TestHouse;
let ada: ShopperId;

beforeEach(async () => {
  house = await createTestHouse();
  await addProduct(house, { slug: 'moon-print', stock: 500 });
  ada = await someone(2);
});
afterEach(async () => {
  expect(await findBrokenInvariants(house.deps.db)).toEqual([]);
  await house.drop();
});

async function someone(pieces: number): Promise<ShopperId> {
  const shopperId = await addShopper(house);
  await addLineItem(house.deps, { shopperId, slug: 'moon-print', options: {}, quantity: pieces });
  return shopperId;
}
async function give(value: DiscountValue, change: Partial<typeof discounts.$inferInsert> = {}): Promise<string> {
  const id = house.deps.newId();
  const at = house.deps.now();
  const title = { de: 'Herbst', en: 'Autumn' };
  const rest = { status: 'active' as const, minimums: {}, createdAt: at, updatedAt: at };
  await house.deps.db.insert(discounts).values({ id, title, value, ...rest, ...change });
  return id;
}
const TENTH: DiscountValue = { is: 'percent', perMille: 100 };
const PROOF = { confirmationToken: 'ok', returnUrl: 'http://localhost:3000/shop/checkout' };
const ALL: DiscountValue = { is: 'percent', perMille: 1000 };
const enter = (typed: string, shopperId = ada, source: string | null = null) =>
  enterCode(house.deps, { shopperId, typed, source });
async function quote(shopperId = ada): Promise<Quote> {
  const quoted = await quoteCheckout(house.deps, { shopperId, marketId: 'de', country: 'DE' });
  if (!quoted.ok) throw new Error(quoted.problem);
  return quoted.value;
}
const request = (shopperId: ShopperId, agreedTotal: Money, id = 'request-0000000001') => ({
  shopperId,
  marketId: 'de' as const,
  dialogRequestId: id,
  details: EXAMPLE_DETAILS,
  shippingOptionId: 'standard',
  agreedTotal,
});
const pay = (shopperId: ShopperId, agreedTotal: Money, { token = 'ok', id }: { token?: string; id?: string } = {}) =>
  confirmCheckout(house.deps, {
    ...request(shopperId, agreedTotal, id),
    proof: { confirmationToken: token, returnUrl: 'http://localhost:3000/shop/checkout' },
  });
const used = async (id: string) => (await house.deps.db.select().from(discounts).where(eq(discounts.id, id)))[0]?.used;
const redemptions = async () =>
  (await house.deps.db.select().from(discountRedemptions)).map(({ status, amountMinor }) => ({ status, amountMinor }));

describe('a code', () => {
  it('lies with her cart, is taken off, redeemed with the order and named on the receipt', async () => {
    const id = await give(TENTH, { code: 'HERBST10' });
    expect(await enter(' herbst10 ')).toMatchObject({ ok: true });
    const { total, discounts: given, lines, taxContainedMinor } = await quote();
    expect(given).toMatchObject([{ code: 'HERBST10', amountMinor: 498 }]);
    expect(lines).toMatchObject([{ totalMinor: 4980, discountMinor: 498, taxContainedMinor: 716 }]);
    expect({ total, taxContainedMinor }).toEqual({
      total: money(4980 - 498 + 490, 'EUR'),
      taxContainedMinor: 716 + 78,
    });

    expect(await pay(ada, total)).toMatchObject({ ok: true, value: { is: 'paid' } });
    expect(house.gateway.charges).toMatchObject([{ amount: total }]);
    expect(await redemptions()).toEqual([{ status: 'redeemed', amountMinor: 498 }]);
    expect(await used(id)).toBe(1);
    const [order] = await house.deps.db.select().from(orders);
    const receipt = await renderReceipt(house.deps, order?.id ?? '');
    expect(receipt.discounts).toEqual([{ name: 'Herbst (HERBST10)', amountMinor: 498 }]);
  });

  it('that holds from more on stays with the cart and says what is missing', async () => {
    await give(TENTH, { code: 'VIEL', minimums: { EUR: 7000 } });
    expect(await enter('viel')).toMatchObject({ ok: true });
    expect(await quote()).toMatchObject({ discountMinor: 0, code: { refused: 'code_minimum', needed: 7000 } });
    await addLineItem(house.deps, { shopperId: ada, slug: 'moon-print', options: {}, quantity: 1 });
    expect(await quote()).toMatchObject({ discountMinor: 747, code: { text: 'VIEL', refused: null } });
    await removeCode(house.deps, ada);
    expect(await quote()).toMatchObject({ discountMinor: 0, code: null });
  });

  it.each([
    ['nobody made', {}, 'ELSE', 'code_unknown'],
    ['is paused', { status: 'paused' as const }, 'CODE', 'code_unknown'],
    ['is over', { endsAt: new Date('2020-01-01') }, 'CODE', 'code_expired'],
    ['is to come', { startsAt: new Date('2099-01-01') }, 'CODE', 'code_not_yet'],
    ['is used up', { limitTotal: 3, used: 3 }, 'CODE', 'code_used_up'],
    ['is no code at all', {}, "'; drop table discounts; --", 'code_unknown'],
  ])('that %s is not taken', async (_name, change, typed, problem) => {
    await give(TENTH, { code: 'CODE', ...change, ...('used' in change ? { limitTotal: 3, used: 0 } : {}) });
    if ('used' in change) for (let one = 0; one < 3; one += 1) await spend('CODE', `spent-by-other-0${one}`);
    expect(await enter(typed)).toMatchObject({ ok: false, problem });
    expect((await quote()).code).toBeNull();
  });

  async function spend(code: string, id: string) {
    const other = await someone(1);
    await enter(code, other);
    expect(await pay(other, (await quote(other)).total, { id })).toMatchObject({ ok: true });
  }

  it('guessed at is braked, for the shopper and for the address behind many shoppers', async () => {
    await give(TENTH, { code: 'HERBST10' });
    for (let guess = 0; guess < 10; guess += 1)
      expect(await enter(`GUESS${guess}`)).toMatchObject({ problem: 'code_unknown' });
    expect(await enter('HERBST10')).toMatchObject({ problem: 'too_often' });
    house.advance(601);
    expect(await enter('HERBST10')).toMatchObject({ ok: true });

    for (let guess = 0; guess < 40; guess += 1)
      expect(await enter(`GUESS${guess}`, await addShopper(house), '192.0.2.7')).toMatchObject({
        problem: 'code_unknown',
      });
    expect(await enter('HERBST10', await addShopper(house), '192.0.2.7')).toMatchObject({ problem: 'too_often' });
    expect(await enter('HERBST10', await addShopper(house), '192.0.2.8')).toMatchObject({ ok: true });
  });

  it('once for each shopper is given once to each', async () => {
    await give(TENTH, { code: 'EINMAL', limitPerShopper: 1 });
    await enter('EINMAL');
    expect(await pay(ada, (await quote()).total)).toMatchObject({ ok: true });
    await addLineItem(house.deps, { shopperId: ada, slug: 'moon-print', options: {}, quantity: 1 });
    expect(await enter('EINMAL')).toMatchObject({ problem: 'code_used_by_you' });
    const bea = await someone(1);
    expect(await enter('EINMAL', bea)).toMatchObject({ ok: true });
    const hers = request(bea, (await quote(bea)).total);
    const details = { ...EXAMPLE_DETAILS, email: 'bea@example.com' };
    expect(await confirmCheckout(house.deps, { ...hers, details, proof: PROOF })).toMatchObject({ ok: true });
  });
});

describe('what happens meanwhile', () => {
  it('a discount that ended while she typed asks her again, before anything is charged', async () => {
    await give(TENTH, { endsAt: new Date(house.deps.now().getTime() + 60_000) });
    const { total } = await quote();
    house.advance(61);
    expect(await pay(ada, total)).toMatchObject({
      problem: 'price_changed',
      detail: { quote: { total: money(5470, 'EUR'), discounts: [] } },
    });
    expect(house.gateway.payments.size).toBe(0);
  });

  it('a code that the merchant paused says that it is gone', async () => {
    const id = await give(TENTH, { code: 'HERBST10' });
    await enter('HERBST10');
    const { total } = await quote();
    await house.deps.db.update(discounts).set({ status: 'paused' }).where(eq(discounts.id, id));
    expect(await pay(ada, total)).toMatchObject({
      problem: 'discount_gone',
      detail: { quote: { total: money(5470, 'EUR'), code: { refused: 'code_unknown' } } },
    });
  });

  it('a decline gives the last redemption back', async () => {
    const id = await give(TENTH, { code: 'LETZTER', limitTotal: 1 });
    await enter('LETZTER');
    const { total } = await quote();
    expect(await pay(ada, total, { token: 'decline' })).toMatchObject({ value: { is: 'declined' } });
    expect(await used(id)).toBe(0);
    expect(await redemptions()).toEqual([{ status: 'released', amountMinor: 498 }]);
    expect(await pay(ada, total, { id: 'request-0000000002' })).toMatchObject({ value: { is: 'paid' } });
    expect(await used(id)).toBe(1);
  });

  it('her own open payment does not take the code from her, but from everybody else', async () => {
    await give(TENTH, { code: 'LETZTER', limitTotal: 1 });
    await enter('LETZTER');
    const { total } = await quote();
    expect(await pay(ada, total, { token: '3ds' })).toMatchObject({ value: { is: 'authentication_required' } });
    expect((await quote()).total).toEqual(total);
    const bea = await someone(1);
    expect(await enter('LETZTER', bea)).toMatchObject({ problem: 'code_used_up' });
    // She leaves the bank's window and starts anew: the old try is ended, its reservation with it.
    expect(await pay(ada, total, { id: 'request-0000000002' })).toMatchObject({ value: { is: 'paid' } });
  });

  it('fifty redemptions of a code of one use: one order, forty-nine told so and not charged', async () => {
    const id = await give(TENTH, { code: 'EINER', limitTotal: 1 });
    const crowd = await Promise.all(Array.from({ length: 50 }, () => someone(1)));
    for (const shopperId of crowd) expect(await enter('EINER', shopperId)).toMatchObject({ ok: true });
    const { total } = await quote(crowd[0]);
    const answers = await Promise.all(crowd.map((shopperId) => pay(shopperId, total)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const refused = answers.filter((answer) => !answer.ok);
    for (const answer of refused)
      expect(answer).toMatchObject({ problem: 'discount_gone', detail: { quote: { total: money(2980, 'EUR') } } });
    expect(house.gateway.charges).toHaveLength(1);
    expect(await used(id)).toBe(1);
  });

  it('one shopper cannot take a discount of one each twice at once', async () => {
    await give(TENTH, { code: 'EINMAL', limitPerShopper: 1 });
    await enter('EINMAL');
    const { total } = await quote();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => pay(ada, total, { id: `request-00000000${10 + index}` })),
    );
    expect(answers.filter((answer) => answer.ok && answer.value.is === 'paid')).toHaveLength(1);
    expect(await redemptions()).toContainEqual({ status: 'redeemed', amountMinor: 498 });
  });
});

describe('nothing to pay', () => {
  beforeEach(async () => {
    await give(ALL, { code: 'GESCHENK' });
    await give({ is: 'free_shipping' });
    await enter('GESCHENK');
  });

  it('makes an order without a charge, once, with stock, ledger and receipt', async () => {
    const { total, discounts: given } = await quote();
    expect(total).toEqual(money(0, 'EUR'));
    expect(given).toMatchObject([{ amountMinor: 4980 }, { amountMinor: 0, freesShipping: true }]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirmFree(house.deps, request(ada, total))));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ ok: true, value: { is: 'paid', orderNumber: 1001 } });
    expect(house.gateway.payments.size).toBe(0);
    const all = await house.deps.db.select().from(orders);
    expect(all).toMatchObject([{ status: 'paid', totalMinor: 0, paymentMethod: 'free' }]);
    const money_ = (await house.deps.db.select().from(ledger)).filter(({ unit }) => unit !== 'piece');
    expect(money_.map(({ amount }) => amount === 0)).toEqual([true, true]);
    expect((await renderReceipt(house.deps, all[0]?.id ?? '')).totalMinor).toBe(0);
    expect(await confirmFree(house.deps, request(ada, total, 'request-0000000002'))).toMatchObject({
      problem: 'cart_empty',
    });
  });

  it('is no way for a cart that costs something, and a card none for one that costs nothing', async () => {
    const { total } = await quote();
    expect(await pay(ada, total)).toMatchObject({ problem: 'nothing_to_pay' });
    await removeCode(house.deps, ada);
    expect(await confirmFree(house.deps, request(ada, total))).toMatchObject({ problem: 'price_changed' });
    const honest = (await quote()).total;
    expect(await confirmFree(house.deps, request(ada, honest))).toMatchObject({ problem: 'payment_required' });
    expect(await house.deps.db.select().from(orders)).toEqual([]);
  });

  it('holds its limit as well as any other: two want the last gift', async () => {
    await house.deps.db.update(discounts).set({ limitTotal: 1 }).where(eq(discounts.code, 'GESCHENK'));
    const bea = await someone(1);
    await enter('GESCHENK', bea);
    const nothing = money(0, 'EUR');
    const answers = await Promise.all([ada, bea].map((who) => confirmFree(house.deps, request(who, nothing))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ problem: 'discount_gone' });
  });
});

it('says what cannot be paid by card before anything is held: less than the provider takes, or too much', async () => {
  await give({ is: 'free_shipping' });
  const off = await give({ is: 'amount', amounts: { EUR: 4980 - 49 } }, { code: 'FASTALLES' });
  await enter('FASTALLES');
  expect(await pay(ada, money(49, 'EUR'))).toMatchObject({
    problem: 'amount_too_small',
    detail: { least: money(50, 'EUR') },
  });
  expect(house.gateway.payments.size).toBe(0);
  expect(await used(off)).toBe(0);
});

it("stays as it is in Messenger's dialog, whatever way of sending she picks there", async () => {
  await give({ is: 'free_shipping' });
  await give({ is: 'amount', amounts: { USD: 500 } }, { code: 'FIVE' });
  await enter('FIVE');
  const dialogRequestId = 'request-0000000001';
  const opened = await openDialog(house.deps, { shopperId: ada, marketId: 'en-US', dialogRequestId });
  if (!opened.ok) throw new Error(opened.problem);
  expect(opened.value.quote.total).toEqual(money(5380 - 500, 'USD'));
  const wish = { shopperId: ada, attemptId: opened.value.attemptId, country: 'US' as const, details: null };
  const express = await requoteDialog(house.deps, { ...wish, shippingOptionId: 'express' });
  expect(express).toMatchObject({ value: { total: money(5380 - 500 + 1990, 'USD'), discountMinor: 500 } });
  const standard = await requoteDialog(house.deps, { ...wish, shippingOptionId: 'standard' });
  expect(standard).toMatchObject({ value: { total: money(4880, 'USD') } });
});

describe('a limit for each person', () => {
  const once = { code: 'EINMAL', limitPerShopper: 1 };
  const as = (email: string) => ({ ...EXAMPLE_DETAILS, email });

  it('counts the person, however many sessions she shops in: the address tells', async () => {
    await give(TENTH, once);
    await enter('EINMAL');
    const first = request(ada, (await quote()).total);
    expect(await confirmCheckout(house.deps, { ...first, details: as('ada@example.com'), proof: PROOF })).toMatchObject(
      {
        value: { is: 'paid' },
      },
    );
    // A fresh browser, the same mailbox.
    const again = await someone(2);
    await enter('EINMAL', again);
    const asked = { ...request(again, (await quote(again)).total), details: as(' Ada+shop@Example.com'), proof: PROOF };
    expect(await confirmCheckout(house.deps, asked)).toMatchObject({
      problem: 'discount_gone',
      detail: { quote: { discountMinor: 0, code: { refused: 'code_used_by_you' } } },
    });
    // What she has typed tells the next quote, too: the price that is shown is the price that is charged.
    const typed = { email: 'ada@example.com' };
    await keepDetails(house.deps, { shopperId: again, details: typed, shippingOptionId: null });
    expect(await quote(again)).toMatchObject({ discountMinor: 0 });

    const grace = await someone(2);
    await enter('EINMAL', grace);
    const hers = { ...request(grace, (await quote(grace)).total), details: as('grace@example.com'), proof: PROOF };
    expect(await confirmCheckout(house.deps, hers)).toMatchObject({ value: { is: 'paid' } });
  });

  it('holds however many sessions of one person ask at once', async () => {
    await give(TENTH, once);
    const sessions = await Promise.all(Array.from({ length: 6 }, () => someone(1)));
    const answers = await Promise.all(
      sessions.map(async (shopperId) => {
        await enter('EINMAL', shopperId);
        const asked = request(shopperId, (await quote(shopperId)).total);
        return confirmCheckout(house.deps, { ...asked, proof: PROOF });
      }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const kept = await house.deps.db.select().from(discountRedemptions);
    expect(kept.map(({ personMark }) => personMark)).toEqual([expect.stringMatching(/^\S{20,}$/)]);
  });
});

describe('orders of nothing', () => {
  it('have a brake: five of one person, twenty of one address in ten minutes', async () => {
    await give(ALL);
    await give({ is: 'free_shipping' });
    const order = async (shopperId: ShopperId, n: number, source: string | null) => {
      await addLineItem(house.deps, { shopperId, slug: 'moon-print', options: {}, quantity: 1 });
      const asked = request(shopperId, money(0, 'EUR'), `free-request-00000${n}`);
      return confirmFree(house.deps, { ...asked, source });
    };
    const mine: unknown[] = [];
    for (let n = 0; n < 6; n += 1) mine.push(await order(ada, n, null));
    expect(mine.slice(0, 5)).toEqual(Array(5).fill({ ok: true, value: expect.objectContaining({ is: 'paid' }) }));
    expect(mine[5]).toMatchObject({ problem: 'too_often' });
    // The fifth, asked again, still has its answer.
    expect(await order(ada, 4, null)).toMatchObject({ value: { is: 'paid' } });
    for (let n = 0; n < 20; n += 1) await order(await addShopper(house), 0, '192.0.2.7');
    expect(await order(await addShopper(house), 0, '192.0.2.7')).toMatchObject({ problem: 'too_often' });
    expect(await order(await addShopper(house), 0, '192.0.2.8')).toMatchObject({ ok: true });
    house.advance(601);
    expect(await order(ada, 6, null)).toMatchObject({ ok: true });
  });
});
