import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertFaq } from '@/lib/db/faq';
import { getOrder, type Order } from '@/lib/db/orders';
import { outgoingMails } from '@/lib/db/schema/mails';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { merchantTasks } from '@/lib/db/schema/orders';
import { shoppers } from '@/lib/db/schema/shoppers';
import type { EventContent } from '@/lib/domain/messaging/incoming-event';
import { answerMessengerEvent } from './answer-messenger-event';
import { fulfilOrder } from './fulfil-order';
import { receiveMessengerEvents } from './receive-messenger-events';
import { addProduct, createTestHouse, TEST_PAGE, type TestHouse } from './testing';
import { placeOrder } from './testing-orders';
import { workEvents } from './work-events';

const BEN = '4016091200000002';
let house: TestHouse;
let order: Order;
let ada: string;
beforeEach(async () => {
  house = await createTestHouse();
  order = (await placeOrder(house, { stock: 3, quantity: 1 })).order;
  const [row] = await house.deps.db.select().from(shoppers).where(eq(shoppers.id, order.shopperId));
  ada = row?.psid ?? '';
  await house.deps.db.delete(outgoingMessages);
});
afterEach(() => house.drop());

let told = 0;
async function hears(content: EventContent, psid = ada): Promise<string[]> {
  told += 1;
  const before = (await listOutgoing()).length;
  const atMs = house.deps.now().getTime() - 1000;
  const event = { eventId: `mid:s_${told}`, pageId: TEST_PAGE.id, psid, atMs, content };
  await receiveMessengerEvents(house.deps, [event]);
  await workEvents(house.deps, { messenger: answerMessengerEvent, stripe: async () => 'without_effect' });
  const rows = (await listOutgoing()).slice(before);
  return rows.map(({ message }) => ('text' in message ? message.text : message.kind));
}
const listOutgoing = () => house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position);
const says = (text: string, psid = ada) => hears({ kind: 'text', text, payload: null, referral: null }, psid);
const taps = (payload: string, psid = ada) => hears({ kind: 'text', text: '…', payload, referral: null }, psid);
const status = async () => (await getOrder(house.deps.db, order.id))?.status;
const tasks = async () => (await house.deps.db.select().from(merchantTasks)).map((task) => task.kind);
const send = () =>
  fulfilOrder(house.deps, {
    orderId: order.id,
    requestId: `send-${order.id}`,
    seenVersion: order.version,
    carrier: '',
    tracking: '',
    who: 'm',
  });

describe('an order by its number', () => {
  test('is shown to whom it belongs', async () => {
    expect(await says('wo ist K-1001?')).toEqual([expect.stringContaining('K-1001')]);
  });

  test('tells a stranger what a number that never was tells', async () => {
    await says('hallo', BEN);
    const [foreign] = await says('K-1001', BEN);
    const [unknown] = await says('K-9001', BEN);
    expect(foreign?.replace('1001', '9001')).toBe(unknown);
    expect(await taps(`CANCEL_YES:${order.id}`, BEN)).toEqual([expect.stringContaining('noch nichts bestellt')]);
    expect(await taps(`RETURN_YES:${order.id}`, BEN)).toEqual([expect.stringContaining('noch nichts bestellt')]);
    expect(await status()).toBe('paid');
    expect(await tasks()).toEqual([]);
  });
});

describe('cancelling', () => {
  test('asks first, and then calls the order off', async () => {
    expect(await says('bitte K-1001 stornieren')).toEqual([expect.stringContaining('Soll ich')]);
    expect(await status()).toBe('paid');
    expect(await taps(`CANCEL_YES:${order.id}`)).toContainEqual(expect.stringContaining('ist storniert'));
    expect(await status()).toBe('cancelled');
    await taps(`CANCEL_YES:${order.id}`);
    expect((await getOrder(house.deps.db, order.id))?.refundedMinor).toBe(order.totalMinor);
  });

  test('comes too late for what was sent, and offers the way back', async () => {
    await send();
    expect(await says('storno')).toEqual([expect.stringContaining('nicht mehr stornieren')]);
    expect(await taps(`CANCEL_YES:${order.id}`)).toEqual([expect.stringContaining('nicht mehr stornieren')]);
    expect(await status()).toBe('fulfilled');
  });
});

describe('withdrawing', () => {
  test('is confirmed in the thread and by mail, and is one task, however often', async () => {
    await send();
    expect(await says('Ich möchte widerrufen')).toEqual([expect.stringContaining('widerrufen und zurückgeben')]);
    expect(await tasks()).toEqual([]);
    expect(await taps(`RETURN_YES:${order.id}`)).toEqual([expect.stringContaining('bei uns eingegangen')]);
    await taps(`RETURN_YES:${order.id}`);
    expect(await tasks()).toEqual(['return_requested']);
    const news = (await house.deps.db.select().from(outgoingMails)).filter((mail) => mail.kind === 'news');
    expect(news).toMatchObject([{ facts: { text: expect.stringContaining('bei uns eingegangen') } }]);
  });

  test('of what has not left yet is calling it off', async () => {
    expect(await says('zurückschicken')).toEqual([expect.stringContaining('stornieren?')]);
  });
});

test('twice not understood calls a person once; what the bot understands meanwhile it answers', async () => {
  expect(await says('qwertz asdf')).toEqual([expect.stringContaining('nichts gefunden')]);
  expect(await says('yxcv bnm')).toEqual([expect.stringContaining('Menschen')]);
  expect(await tasks()).toEqual(['person_wanted']);
  expect(await says('mnbv lkjh')).toEqual([]);
  expect(await says('hallo?')).toHaveLength(2);
  expect(await says('qwertz asdf')).toEqual([expect.stringContaining('nichts gefunden')]);
});

test('who wants a person has one: the bot is quiet; buttons and the stop word still work', async () => {
  expect(await says('Mensch, bitte')).toEqual([expect.stringContaining('Menschen')]);
  expect(await tasks()).toEqual(['person_wanted']);
  expect(await says('hallo?')).toEqual([]);
  expect(await taps('HELP')).toHaveLength(1);
  expect(await says('Stopp')).toEqual([expect.stringContaining('keine Werbung')]);
  expect(await says('noch da?')).toEqual([]);
  const referral = { ref: 'nowhere', source: 'SHORTLINK', adId: null, productId: null };
  expect(await hears({ kind: 'referral', referral })).not.toEqual([]);
  house.advance(4 * 3600 + 1);
  expect(await says('hallo')).toHaveLength(2);
});

describe('a question of ours', () => {
  test('may be answered by typing: yes', async () => {
    await says('bitte K-1001 stornieren');
    expect(await says('Ja bitte')).toContainEqual(expect.stringContaining('ist storniert'));
    expect(await status()).toBe('cancelled');
  });

  test('no', async () => {
    await says('bitte K-1001 stornieren');
    expect(await says('nein, doch nicht')).toEqual([expect.stringContaining('K-1001')]);
    expect(await status()).toBe('paid');
  });

  test('is over once something else was said, and after an hour', async () => {
    await says('bitte K-1001 stornieren');
    await says('danke');
    await says('ja');
    await says('bitte K-1001 stornieren');
    house.advance(3601);
    expect(await says('ja')).toEqual([expect.stringContaining('Alles klar')]);
    expect(await status()).toBe('paid');
  });

  test('for an address takes one that is typed', async () => {
    await says('Bestätigung per Mail bitte');
    expect(await says('ada@example.org')).toEqual([expect.stringContaining('ada@example.org')]);
  });
});

test('what is understood in between begins the count anew', async () => {
  await says('qwertz asdf');
  await says('danke');
  expect(await says('yxcv bnm')).toEqual([expect.stringContaining('nichts gefunden')]);
});

test('the stop word is kept, and taken back only by her', async () => {
  const stopped = async () => (await house.deps.db.select().from(shoppers).where(eq(shoppers.psid, ada)))[0]?.stoppedAt;
  await says('STOP');
  expect(await stopped()).toBeInstanceOf(Date);
  await says('hallo');
  expect(await stopped()).toBeInstanceOf(Date);
  await taps('RESUME');
  expect(await stopped()).toBeNull();
});

test('her language is the one she chose, and stays', async () => {
  expect(await says('English please')).toEqual([expect.stringContaining('in English')]);
  expect(await says('danke')).toEqual([expect.stringContaining('welcome')]);
  await taps('LANGUAGE:de');
  expect(await says('thanks')).toEqual([expect.stringContaining('gern')]);
});

test('the merchant answers what is asked again and again', async () => {
  const question = { de: 'Wie lange dauert die Lieferung?', en: 'How long does delivery take?' };
  const answer = { de: 'Zwei bis drei Tage.', en: 'Two or three days.' };
  await insertFaq(house.deps.db, { id: 'faq-1', question, answer, at: house.deps.now() });
  expect(await says('wie lange dauert eine Lieferung')).toEqual(['Zwei bis drei Tage.']);
  expect(await says('Lieferung')).toEqual([expect.stringContaining('K-1001')]);
});

test('a long shelf goes on card by card, each product once', async () => {
  for (let index = 0; index < 24; index += 1) await addProduct(house, { slug: `p-${10 + index}`, stock: 2 });
  const seen: string[] = [];
  let payload: string | undefined = 'PRODUCTS';
  while (payload) {
    await taps(payload);
    const row = (await listOutgoing()).at(-1);
    if (row?.message.kind !== 'cards') throw new Error('no cards');
    seen.push(...row.message.cards.map((card) => card.openPath).filter((path) => path !== '/shop'));
    payload = row.message.quickReplies.find((reply) => reply.payload.startsWith('MORE:'))?.payload;
  }
  expect(seen).toHaveLength(25);
  expect(new Set(seen).size).toBe(25);
});

test('"how long can I send it back?" is answered by the merchant where he has; "send it back" is done', async () => {
  await send();
  await insertFaq(house.deps.db, {
    id: 'returns',
    question: { de: 'Wie lange kann ich zurückschicken?', en: 'How long can I send it back?' },
    answer: { de: '30 Tage lang.', en: 'For 30 days.' },
    at: house.deps.now(),
  });
  expect(await says('Wie lange kann ich das zurückschicken?')).toEqual(['30 Tage lang.']);
  expect(await says('zurückschicken')).toEqual([expect.stringContaining('widerrufen und zurückgeben')]);
});
