import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveTemplateStates } from '@/lib/db/message-templates';
import { outgoingMails } from '@/lib/db/schema/mails';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { shoppers } from '@/lib/db/schema/shoppers';
import { asId, type MessageId } from '@/lib/domain/ids';
import { UTILITY_NAMES } from '@/lib/domain/messaging/utility';
import { fail, succeed } from '@/lib/domain/result';
import { deliverMessages } from './deliver-messages';
import { fulfilOrder } from './fulfil-order';
import { keepTemplateStatus } from './keep-opt-in';
import { createTestHouse, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const approve = (status = 'APPROVED') =>
  saveTemplateStates(
    house.deps.db,
    UTILITY_NAMES.map((name) => ({ name, language: 'de_DE', status })),
    house.deps.now(),
  );

async function sendParcelTomorrow() {
  const { order } = await placeOrder(house, { stock: 3, quantity: 1 });
  house.advance(24 * 3600 + 1);
  const sending = {
    orderId: order.id,
    requestId: 'send-request-0001',
    carrier: 'DHL',
    tracking: '00340',
    who: 'merchant',
  };
  expect((await fulfilOrder(house.deps, { ...sending, seenVersion: order.version })).ok).toBe(true);
}

const rows = async () =>
  (await house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position)).map((row) => [
    row.purpose,
    row.status,
    row.how,
  ]);
const mails = async () => (await house.deps.db.select().from(outgoingMails)).map((mail) => mail.kind).sort();

test('beyond the window order messages leave as approved templates; only the contract goes by mail too', async () => {
  await approve();
  await sendParcelTomorrow();
  await deliverMessages(house.deps);
  await deliverMessages(house.deps);
  expect(await rows()).toEqual([
    ['receipt', 'sent', 'UTILITY'],
    ['order_update', 'sent', 'UTILITY'],
  ]);
  expect(house.sender.sent.map(({ how }) => how)).toEqual([
    {
      type: 'UTILITY',
      utility: { name: 'kiosk_order_confirmed', language: 'de', parameters: ['K-1001', '34,80\u00a0€'] },
    },
    { type: 'UTILITY', utility: { name: 'kiosk_order_sent', language: 'de', parameters: ['K-1001', 'DHL 00340'] } },
  ]);
  expect(await mails()).toEqual(['confirmation']);
});

test.each(['PENDING', 'REJECTED', 'PAUSED'])('a template that is %s leaves it to the mail', async (status) => {
  await approve(status);
  await sendParcelTomorrow();
  await deliverMessages(house.deps);
  expect((await rows()).map(([, state]) => state)).toEqual(['by_mail', 'by_mail']);
  expect(house.sender.sent).toEqual([]);
  expect(await mails()).toEqual(['confirmation', 'news']);
});

test('what Meta says of a template counts from then on', async () => {
  await approve();
  await keepTemplateStatus(house.deps, {
    kind: 'template_status',
    name: 'kiosk_order_sent',
    language: 'de_DE',
    status: 'PAUSED',
  });
  await sendParcelTomorrow();
  await deliverMessages(house.deps);
  expect(await rows()).toEqual([
    ['receipt', 'sent', 'UTILITY'],
    ['order_update', 'by_mail', null],
  ]);
});

test('a template that Meta refuses after all goes by mail, once', async () => {
  await approve();
  await sendParcelTomorrow();
  house.sender.answer = () => fail('rejected', { code: 100 });
  await deliverMessages(house.deps);
  await deliverMessages(house.deps);
  expect((await rows()).map(([, state]) => state)).toEqual(['by_mail', 'by_mail']);
  expect(await mails()).toEqual(['confirmation', 'news']);
});

test('where Meta closes the window earlier than our clock, the template follows at once', async () => {
  await approve();
  await placeOrder(house, { stock: 3, quantity: 1 });
  let calls = 0;
  house.sender.answer = () =>
    ++calls === 1 ? fail('outside_window', { code: 10, subcode: 2018278 }) : succeed(asId<MessageId>('m_2'));
  await deliverMessages(house.deps);
  expect(house.sender.sent.map(({ how }) => how.type)).toEqual(['RESPONSE', 'UTILITY']);
  expect(await rows()).toEqual([['receipt', 'sent', 'UTILITY']]);
});

test('whoever cannot be reached at all gets the mail, template or not', async () => {
  await approve();
  await sendParcelTomorrow();
  await house.deps.db.update(shoppers).set({ unreachable: 'unreachable:551:1545041' });
  await deliverMessages(house.deps);
  expect(house.sender.sent).toEqual([]);
  const [row] = await house.deps.db.select().from(outgoingMessages).where(eq(outgoingMessages.purpose, 'receipt'));
  expect(row).toMatchObject({ status: 'by_mail', failure: 'unreachable:551:1545041' });
});
