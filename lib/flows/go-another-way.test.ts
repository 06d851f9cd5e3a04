import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outgoingMails } from '@/lib/db/schema/mails';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { merchantTasks } from '@/lib/db/schema/orders';
import { visits } from '@/lib/db/schema/referrals';
import { shoppers } from '@/lib/db/schema/shoppers';
import { asId, type MessageId } from '@/lib/domain/ids';
import { fail, succeed } from '@/lib/domain/result';
import { deliverMails } from './deliver-mails';
import { deliverMessages } from './deliver-messages';
import { fulfilOrder } from './fulfil-order';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

async function sendParcel() {
  const { order } = await placeOrder(house, { stock: 3, quantity: 1 });
  const sending = {
    orderId: order.id,
    requestId: 'send-request-0001',
    carrier: 'DHL',
    tracking: '00340',
    who: 'merchant',
  };
  const sent = await fulfilOrder(house.deps, { ...sending, seenVersion: order.version });
  expect(sent.ok).toBe(true);
  return order;
}
const messages = () => house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position);
const kinds = async () => (await house.deps.db.select().from(outgoingMails)).map((mail) => mail.kind).sort();
const tasks = async () => (await house.deps.db.select().from(merchantTasks)).map((task) => task.kind);
const mailAll = () => deliverMails({ ...house.deps, mail: house.mail });

test('within the window everything stays in the thread', async () => {
  await sendParcel();
  await deliverMessages(house.deps);
  expect((await messages()).map((row) => [row.purpose, row.status])).toEqual([
    ['receipt', 'sent'],
    ['order_update', 'sent'],
  ]);
  expect(await kinds()).toEqual(['confirmation']);
});

test('a day later the parcel is told by mail, once, and Messenger is not even asked', async () => {
  await sendParcel();
  house.advance(24 * 3600 + 1);
  await deliverMessages(house.deps);
  await deliverMessages(house.deps);
  expect(house.sender.sent).toEqual([]);
  expect((await messages()).map((row) => [row.purpose, row.status, row.failure])).toEqual([
    ['receipt', 'by_mail', 'outside_window'],
    ['order_update', 'by_mail', 'outside_window'],
  ]);
  await mailAll();
  await mailAll();
  const subjects = house.mail.tried.map(({ mail }) => mail.subject).sort();
  expect(subjects).toEqual(['Deine Bestellung K-1001 bei Kiosk', 'Neues zu deiner Bestellung K-1001 bei Kiosk']);
  const letter = house.mail.tried.find(({ mail }) => mail.subject.startsWith('Neues'))?.mail;
  expect(letter).toMatchObject({ to: 'ada@example.com', text: expect.stringContaining('unterwegs') });
  expect(letter?.text).toContain('00340');
});

test.each(['outside_window', 'unreachable', 'rejected'] as const)(
  '"%s" of Meta leads to the mail too',
  async (problem) => {
    await sendParcel();
    house.sender.answer = () => fail(problem, { code: 10 });
    await deliverMessages(house.deps);
    expect((await messages()).map((row) => row.status)).toEqual(['by_mail', 'by_mail']);
    expect(await kinds()).toEqual(['confirmation', 'news']);
  },
);

test('an echo that comes before the refusal keeps the mail at home', async () => {
  await sendParcel();
  house.sender.answer = () => succeed(asId<MessageId>(`m_${house.sender.sent.length}`));
  await deliverMessages(house.deps, { limit: 1 });
  const { messenger } = house.deps;
  house.deps.messenger = {
    ...messenger,
    send: async () => {
      await house.deps.db
        .update(outgoingMessages)
        .set({ status: 'sent' })
        .where(eq(outgoingMessages.purpose, 'order_update'));
      return fail('rejected');
    },
  };
  await deliverMessages(house.deps);
  expect(await kinds()).toEqual(['confirmation']);
});

test('an ad that brought her keeps the thread open for a week', async () => {
  const { shopperId } = await sendParcel();
  await house.deps.db
    .insert(visits)
    .values({ id: 'visit-1', key: 'event:1', shopperId, source: 'ADS', metaAdId: '23851', at: house.deps.now() });
  house.advance(6 * 24 * 3600);
  await deliverMessages(house.deps);
  expect((await messages()).map((row) => row.status)).toEqual(['sent', 'sent']);
});

test('where she refused to be written to, the thread is not tried', async () => {
  await sendParcel();
  await house.deps.db.update(shoppers).set({ lastMessageAt: null, mayWrite: 'refused' });
  await deliverMessages(house.deps);
  expect((await messages()).map((row) => row.failure)).toEqual(['not_allowed', 'not_allowed']);
});

test('a mail that is refused for good becomes a task of the merchant', async () => {
  await sendParcel();
  house.mail.answer = () => fail('rejected', { code: 550 });
  await mailAll();
  await mailAll();
  expect(await tasks()).toEqual(['mail_failed']);
});
