import { afterEach, beforeEach, expect, test } from 'vitest';
import { outgoingMails } from '@/lib/db/schema/mails';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { shoppers } from '@/lib/db/schema/shoppers';
import { answerMessengerEvent } from './answer-messenger-event';
import { receiveMessengerEvents } from './receive-messenger-events';
import { createTestHouse, TEST_PAGE, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';
import { workEvents } from './work-events';

const ADA = '4016091200000001';
let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  await placeOrder(house, { stock: 3, quantity: 1 });
  await house.deps.db.update(shoppers).set({ psid: ADA });
});
afterEach(() => house.drop());

let told = 0;
async function says(text: string, payload: string | null = null) {
  told += 1;
  const content = { kind: 'text' as const, text, payload, referral: null };
  const event = { eventId: `mid:mail_${told}`, pageId: TEST_PAGE.id, psid: ADA, atMs: Date.now() - 1000, content };
  await receiveMessengerEvents(house.deps, [event]);
  await workEvents(house.deps, { messenger: answerMessengerEvent, stripe: async () => 'without_effect' });
  const rows = await house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position);
  return rows.at(-1)?.message;
}
const mails = async () => (await house.deps.db.select().from(outgoingMails)).map(({ kind }) => kind);

test('she asks for the confirmation by mail, taps her address, and it goes there once', async () => {
  expect(await says('Bestätigung per E-Mail bitte')).toMatchObject({
    text: expect.stringContaining('Wohin soll die Bestätigung zu K-1001'),
    quickReplies: [{ contact: 'email' }, {}],
  });
  expect(await mails()).toEqual(['confirmation']);
  const answer = await says('ada@example.net', 'ada@example.net');
  expect(answer).toMatchObject({ text: 'Die Bestätigung zu K-1001 geht an ada@example.net.' });
  await says('ada@example.net', 'ada@example.net');
  expect(await mails()).toEqual(['confirmation', 'confirmation']);
});

test('a typed address is no tap, and nobody is mailed at will', async () => {
  await says('fremd@example.net');
  expect(await mails()).toEqual(['confirmation']);
  for (const name of ['a', 'b', 'c', 'd', 'e']) await says('x', `${name}@example.net`);
  expect(await mails()).toHaveLength(4);
});
