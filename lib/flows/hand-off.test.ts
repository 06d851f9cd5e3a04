import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handOffs } from '@/lib/db/schema/ways';
import { getSession } from '@/lib/db/shoppers';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { ShopperId } from '@/lib/domain/ids';
import { addLineItem } from './change-cart';
import { confirmCheckout } from './confirm-checkout';
import { followHandOff, issueHandOff, peekHandOff, redeemHandOff } from './hand-off';
import { quoteCheckout } from './quote-checkout';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

const LINK = { purpose: 'open_in_browser', lifetimeSeconds: 900 } as const;

let house: TestHouse;
let ada: ShopperId;

beforeEach(async () => {
  house = await createTestHouse();
  await addProduct(house, { slug: 'print', stock: 9 });
  ada = await addShopper(house);
  await addLineItem(house.deps, { shopperId: ada, slug: 'print', options: {}, quantity: 1 });
});
afterEach(() => house.drop());

async function issue(shopperId = ada) {
  const issued = await issueHandOff(house.deps, { shopperId, ...LINK });
  if (!issued.ok) throw new Error(issued.problem);
  return issued.value;
}
const redeem = (token: string, sessionTokenHash: string | null = 'session-of-the-browser') =>
  redeemHandOff(house.deps, { token, purpose: 'open_in_browser', sessionTokenHash });

async function pay(onlyCartId?: Parameters<typeof confirmCheckout>[1]['onlyCartId']) {
  const quote = await quoteCheckout(house.deps, { shopperId: ada, marketId: 'de', country: 'DE' });
  if (!quote.ok) throw new Error(quote.problem);
  return confirmCheckout(house.deps, {
    shopperId: ada,
    onlyCartId: onlyCartId ?? null,
    marketId: 'de',
    dialogRequestId: house.deps.newId(),
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: quote.value.total,
    proof: { confirmationToken: 'ok', returnUrl: 'https://shop.example.com/' },
  });
}

describe('a hand-off', () => {
  it('opens a session that sees one cart, and not who she is in her thread', async () => {
    const { token } = await issue();
    expect(await redeem(token)).toMatchObject({ ok: true, value: { shopperId: ada, attemptId: null } });
    const session = await getSession(house.deps.db, 'session-of-the-browser', house.deps.now());
    expect(session).toMatchObject({ shopperId: ada, psid: null, isCartOpen: true, onlyCartId: expect.any(String) });
    house.advance(2 * 60 * 60 + 1);
    expect(await getSession(house.deps.db, 'session-of-the-browser', house.deps.now())).toBeNull();
  });

  it('works once, though two browsers open it in the same moment', async () => {
    const { token } = await issue();
    const opened = await Promise.all([redeem(token, 'one'), redeem(token, 'two')]);
    expect(opened.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await redeem(token, 'three')).toEqual({ ok: false, problem: 'hand_off_over' });
  });

  it('is spent by nobody who only looks', async () => {
    const { token } = await issue();
    const link = { token, purpose: 'open_in_browser' } as const;
    expect(await peekHandOff(house.deps, link)).toMatchObject({ ok: true });
    expect(await peekHandOff(house.deps, link)).toMatchObject({ ok: true });
    expect((await redeem(token)).ok).toBe(true);
    expect(await peekHandOff(house.deps, link)).toEqual({ ok: false, problem: 'hand_off_over' });
  });

  it('lapses, serves one purpose, and cannot be made up', async () => {
    const { token, handle } = await issue();
    const other = { token, purpose: 'payment_return', sessionTokenHash: null } as const;
    expect((await redeemHandOff(house.deps, other)).ok).toBe(false);
    for (const forged of [handle, token.slice(0, -2), `${token}AAAA`, 'v1.a.b.c', '']) {
      expect(await redeem(forged)).toEqual({ ok: false, problem: 'hand_off_over' });
    }
    house.advance(901);
    expect((await redeem(token)).ok).toBe(false);
  });

  it('leaves nothing in the database that opens it', async () => {
    const { token } = await issue();
    const rows = JSON.stringify(await house.deps.db.select().from(handOffs));
    expect(rows).not.toContain(token);
    for (const part of token.split('.').slice(2)) expect(rows).not.toContain(part);
  });

  it('carries no empty cart and no payment of somebody else', async () => {
    const ben = await addShopper(house);
    expect(await issueHandOff(house.deps, { shopperId: ben, ...LINK })).toMatchObject({ problem: 'cart_empty' });
    const stray = { shopperId: ben, purpose: 'payment_return', attemptId: 'nobodys', lifetimeSeconds: 900 } as const;
    expect(await issueHandOff(house.deps, stray)).toMatchObject({ problem: 'no_attempt' });
  });

  it('tells the page that gave it away how it went on, and nobody else', async () => {
    const { token, handle } = await issue();
    const follow = (shopperId = ada) => followHandOff(house.deps, { handle, shopperId });
    expect(await follow()).toEqual({ is: 'waiting' });
    const redeemed = await redeem(token);
    expect(await follow()).toEqual({ is: 'opened' });
    const paid = await pay(redeemed.ok ? redeemed.value.cartId : null);
    expect(paid).toMatchObject({ ok: true, value: { is: 'paid' } });
    expect(await follow()).toMatchObject({ is: 'paid', orderId: expect.any(String) });
    expect(await follow(await addShopper(house))).toBeNull();
  });

  it('pays no later cart of hers', async () => {
    const redeemed = await redeem((await issue()).token);
    await pay();
    await addLineItem(house.deps, { shopperId: ada, slug: 'print', options: {}, quantity: 1 });
    expect(await pay(redeemed.ok ? redeemed.value.cartId : null)).toMatchObject({ ok: false, problem: 'cart_empty' });
  });
});
