import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Order } from '@/lib/db/orders';
import { merchants } from '@/lib/db/schema/merchants';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { merchantTasks } from '@/lib/db/schema/orders';
import { withdrawals } from '@/lib/db/schema/withdrawals';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import { asId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { declareWithdrawal, handleWithdrawal, type WithdrawalInput } from './declare-withdrawal';
import { deliverMails } from './deliver-mails';
import { readWithdrawal } from './read-withdrawal';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';

const { email } = EXAMPLE_DETAILS;
let house: TestHouse;
let order: Order;

beforeEach(async () => {
  house = await createTestHouse();
  order = (await placeOrder(house, { stock: 5, quantity: 1 })).order;
  await deliver();
});
afterEach(() => house.drop());

const deliver = () => deliverMails({ ...house.deps, mail: house.mail });
const form = (changes: Partial<WithdrawalInput> = {}): WithdrawalInput => ({
  requestId: house.deps.newId(),
  declaration: { name: 'Ada Muster', number: `K-${order.number}`, email },
  marketId: 'de',
  shopper: null,
  source: '192.0.2.1',
  ...changes,
});
const rows = () => house.deps.db.select().from(withdrawals);

it('writes a withdrawal down, confirms it by mail with content, date and time, and puts it on the merchant’s list', async () => {
  const declared = await declareWithdrawal(house.deps, form());
  expect(declared.ok).toBe(true);
  expect(await rows()).toMatchObject([{ orderId: order.id }]);
  expect(JSON.stringify(await rows())).not.toContain('Muster');
  await deliver();
  const receipt = house.mail.tried.at(-1)?.mail;
  expect(receipt?.to).toBe(email);
  for (const words of ['Hiermit widerrufe ich', 'Ada Muster', `K-${order.number}`, email])
    expect(receipt?.text).toContain(words);
  expect(receipt?.text).toMatch(/Eingegangen am: \d+\. \S+ 20\d\d um \d\d:\d\d:\d\d ME/);
  const tasks = await house.deps.db.select().from(merchantTasks).where(eq(merchantTasks.kind, 'withdrawal_declared'));
  expect(tasks).toMatchObject([{ doneAt: null }]);
  await house.deps.db.insert(merchants).values({ id: 'm', name: 'Ottilie', role: 'owner', email: 'o@example.com' });
  const dealtWith = { withdrawalId: declared.ok ? declared.value : '', merchantId: 'm' };
  await handleWithdrawal(house.deps, dealtWith);
  await handleWithdrawal(house.deps, dealtWith);
  expect(await house.deps.db.select().from(merchantTasks)).toMatchObject([{ doneAt: expect.any(Date) }]);
});

it('takes what names no order of ours, or another’s address, all the same', async () => {
  for (const declaration of [
    { name: 'Ada', number: 'K-999999', email },
    { name: 'Mallory', number: `K-${order.number}`, email: 'mallory@example.com' },
    { name: 'Ada', number: 'zwei Poster vom Montag', email },
  ]) {
    const declared = await declareWithdrawal(house.deps, form({ declaration }));
    expect(declared.ok && (await readWithdrawal(house.deps, declared.value))).toMatchObject({ declaration });
  }
  expect((await rows()).map(({ orderId }) => orderId)).toEqual([null, null, null]);
  await deliver();
  expect(house.mail.tried.slice(1).map(({ mail }) => mail.to)).toEqual([email, 'mallory@example.com', email]);
});

it('is one declaration however often the form is sent, and tells a known shopper in her thread', async () => {
  const shopper = { shopperId: asId<ShopperId>(order.shopperId), psid: asId<Psid>('4016091200000001') };
  const one = form({ shopper });
  const answers = await Promise.all([1, 2, 3].map(() => declareWithdrawal(house.deps, one)));
  expect(new Set(answers.map((answer) => answer.ok && answer.value)).size).toBe(1);
  expect(await rows()).toHaveLength(1);
  const told = await house.deps.db.select().from(outgoingMessages).where(eq(outgoingMessages.psid, shopper.psid));
  expect(told.map(({ message }) => JSON.stringify(message)).join()).toContain('Dein Widerruf zu');
});

it('cannot be changed or removed, and is shown for an hour', async () => {
  const declared = await declareWithdrawal(house.deps, form());
  const id = declared.ok ? declared.value : '';
  const { db } = house.deps;
  await expect(db.update(withdrawals).set({ orderId: null }).where(eq(withdrawals.id, id))).rejects.toThrow();
  await expect(db.delete(withdrawals)).rejects.toThrow();
  expect(await readWithdrawal(house.deps, 'another-id-of-nobody')).toBe('over');
  house.advance(3601);
  expect(await readWithdrawal(house.deps, id)).toBe('over');
});

it('stops a source that sends one after the other', async () => {
  for (let round = 0; round < 10; round += 1) expect((await declareWithdrawal(house.deps, form())).ok).toBe(true);
  expect(await declareWithdrawal(house.deps, form())).toMatchObject({ ok: false, problem: 'too_often' });
  expect((await declareWithdrawal(house.deps, form({ source: '192.0.2.2' }))).ok).toBe(true);
});
