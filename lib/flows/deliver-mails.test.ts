import { afterEach, beforeEach, expect, test } from 'vitest';
import { outgoingMails } from '@/lib/db/schema/mails';
import { getShopSettings, saveShopSettings } from '@/lib/db/settings';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { money } from '@/lib/domain/money';
import type { MailProblem } from '@/lib/domain/ports';
import { fail, succeed } from '@/lib/domain/result';
import { addLineItem } from './change-cart';
import { confirmCheckout } from './confirm-checkout';
import { deliverMails } from './deliver-mails';
import { addProduct, addShopper, createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const deliver = () => deliverMails({ ...house.deps, mail: house.mail });
const rows = () => house.deps.db.select().from(outgoingMails);

/** A guest orders one poster. */
async function buy(marketId: 'de' | 'en' = 'de') {
  const product = await addProduct(house, { slug: `poster-${marketId}`, stock: 5 });
  const shopperId = await addShopper(house, { psid: null });
  await addLineItem(house.deps, { shopperId, slug: product.slug, options: {}, quantity: 1 });
  const paid = await confirmCheckout(house.deps, {
    shopperId,
    marketId,
    dialogRequestId: `${marketId}-request`,
    details: EXAMPLE_DETAILS,
    shippingOptionId: 'standard',
    agreedTotal: money(2490 + 490, 'EUR'),
    proof: { confirmationToken: 'ctoken_1', returnUrl: 'http://localhost/return' },
  });
  expect(paid).toMatchObject({ ok: true, value: { is: 'paid' } });
}

function refuse(...problems: MailProblem[]) {
  house.mail.answer = () => {
    const problem = problems.shift();
    return problem ? fail(problem, { code: 421 }) : succeed(null);
  };
}

async function setTerms(text: string) {
  const shop = await getShopSettings(house.deps.db);
  const terms = { de: text, en: text };
  await saveShopSettings(house.deps.db, { ...shop, legal: { ...shop.legal, terms } });
}

test('a guest gets one confirmation, with the terms that held when she ordered', async () => {
  await setTerms('Alte Bedingungen');
  await buy();
  await setTerms('Neue Bedingungen');
  expect(await deliver()).toBe(1);
  expect(await deliver()).toBe(0);
  const [row] = await rows();
  expect(row).toMatchObject({ status: 'sent', tries: 1, failure: null });
  expect(house.mail.tried).toHaveLength(1);
  const { mail, messageId } = house.mail.tried[0] ?? {};
  expect(messageId).toBe(row?.id);
  expect(mail).toMatchObject({ to: 'ada@example.com', subject: 'Deine Bestellung K-1001 bei Kiosk' });
  for (const words of ['29,80\u00a0€', 'Hauptstr. 1', 'Alte Bedingungen', `/shop/orders/${row?.orderId}`])
    expect(mail?.text).toContain(words);
  expect(mail?.text).not.toContain('Neue Bedingungen');
});

test('nothing readable of the recipient stands in the table', async () => {
  await buy();
  expect(JSON.stringify(await rows())).not.toContain('example.com');
});

test('an English order is confirmed in English', async () => {
  await buy('en');
  await deliver();
  expect(house.mail.tried[0]?.mail.subject).toBe('Your order K-1001 at Kiosk');
});

test('many workers at once send it once', async () => {
  await buy();
  const taken = await Promise.all(Array.from({ length: 8 }, deliver));
  expect(taken.reduce((sum, count) => sum + count)).toBe(1);
  expect(house.mail.tried).toHaveLength(1);
});

test('a mail server that is down is tried again, ever later, under one Message-ID', async () => {
  await buy();
  refuse('temporary', 'temporary');
  expect(await deliver()).toBe(1);
  expect(await rows()).toMatchObject([{ status: 'waiting', tries: 1, failure: 'temporary:421' }]);
  expect(await deliver()).toBe(0);
  house.advance(3);
  expect(await deliver()).toBe(1);
  house.advance(3);
  expect(await deliver()).toBe(0);
  house.advance(2);
  expect(await deliver()).toBe(1);
  expect(await rows()).toMatchObject([{ status: 'sent', tries: 3, failure: null }]);
  expect(new Set(house.mail.tried.map(({ messageId }) => messageId)).size).toBe(1);
});

test('one whose fate is unknown rests longer, and is then sent again', async () => {
  await buy();
  refuse('unknown');
  await deliver();
  house.advance(60);
  expect(await deliver()).toBe(0);
  house.advance(61);
  expect(await deliver()).toBe(1);
  expect(await rows()).toMatchObject([{ status: 'sent' }]);
});

test('one that a crash left behind is taken up after its lease', async () => {
  await buy();
  house.mail.answer = () => {
    throw new Error('killed');
  };
  await expect(deliver()).rejects.toThrow('killed');
  expect(await rows()).toMatchObject([{ status: 'sending' }]);
  house.mail.answer = () => succeed(null);
  expect(await deliver()).toBe(0);
  house.advance(121);
  expect(await deliver()).toBe(1);
});

test('what is refused for good fails at once, what never succeeds after a day, each with its reason', async () => {
  await buy();
  refuse('rejected');
  await deliver();
  expect(await rows()).toMatchObject([{ status: 'failed', failure: 'rejected:421' }]);
  expect(house.events).toContain('alarm.mail_rejected');

  await buy('en');
  // It waited for a mail server to be named: its day begins with the first try.
  house.advance(3 * 24 * 60 * 60);
  refuse('temporary', 'temporary');
  await deliver();
  expect(await rows()).toMatchObject([{ status: 'failed' }, { status: 'waiting' }]);
  house.advance(25 * 60 * 60);
  await deliver();
  expect(await rows()).toMatchObject([{}, { status: 'failed', failure: 'given_up:temporary:421' }]);
});
