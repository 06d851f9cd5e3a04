import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getConversationState } from '@/lib/db/conversations';
import { insertMerchant } from '@/lib/db/merchants';
import { personWaits } from '@/lib/db/schema/conversations';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { merchantTasks } from '@/lib/db/schema/orders';
import { shoppers } from '@/lib/db/schema/shoppers';
import { listThread } from '@/lib/db/thread';
import { asId, type ShopperId } from '@/lib/domain/ids';
import type { EventContent, IncomingEvent } from '@/lib/domain/messaging/incoming-event';
import { PAGE_INBOX_APP_ID } from '@/lib/domain/messaging/thread';
import { fail } from '@/lib/domain/result';
import { answerMessengerEvent } from './answer-messenger-event';
import { deliverMessages } from './deliver-messages';
import { addNote, assignConversation, markSeen, markUnread } from './edit-conversation';
import { editPeopleSettings } from './edit-people-settings';
import { closeConversation, handBack, passToInbox, takeOver } from './lead-conversation';
import { receiveMessengerEvents } from './receive-messenger-events';
import { replyAsPerson, replyByMail, sendProductCard } from './reply-as-person';
import { addProduct, createTestHouse, TEST_PAGE, type TestHouse } from './testing';
import { workEvents } from './work-events';

const ADA = '4016091200000001';
const MINUTE = 60;
const greta = { merchantId: 'greta' };
let house: TestHouse;
let told = 0;

beforeEach(async () => {
  house = await createTestHouse();
  const at = new Date();
  await insertMerchant(house.deps.db, {
    id: 'greta',
    name: 'Greta',
    email: 'g@shop.example',
    role: 'owner',
    passwordHash: 'x',
    at,
  });
});
afterEach(() => house.drop());

async function hears(content: EventContent, changes: Partial<IncomingEvent> = {}) {
  told += 1;
  const atMs = house.deps.now().getTime();
  const event = { eventId: `mid:p_${told}`, pageId: TEST_PAGE.id, psid: ADA, atMs, content, ...changes };
  await receiveMessengerEvents(house.deps, [event]);
  await workEvents(house.deps, { messenger: answerMessengerEvent });
}
const says = (text: string, changes = {}) => hears({ kind: 'text', text, payload: null, referral: null }, changes);
const control = (change: 'passed' | 'taken' | 'requested', appId: string) =>
  hears({ kind: 'thread_control', change, appId, metadata: 'why' });
const colleagueSays = (text: string) =>
  hears({ kind: 'echo', messageId: `m_${told}`, metadata: null, appId: '26390203743090', text });

async function ada(): Promise<ShopperId> {
  const [row] = await house.deps.db.select().from(shoppers);
  return asId<ShopperId>(row?.id ?? '');
}
const state = async () => getConversationState(house.deps.db, await ada());
const requestId = () => house.deps.newId();
const reply = async (text: string, id = requestId()) =>
  replyAsPerson(house.deps, { shopperId: await ada(), ...greta, requestId: id, text });

/** What was answered since the last look, by whom. */
let seen = 0;
async function answers() {
  const rows = await house.deps.db.select().from(outgoingMessages).orderBy(outgoingMessages.position);
  const fresh = rows.slice(seen).map(({ purpose }) => purpose);
  seen = rows.length;
  return fresh;
}
beforeEach(() => {
  seen = 0;
});

async function called() {
  await says('Mensch, bitte');
  await answers();
}

describe('a person is called', () => {
  test('she waits, stands on the list, and the bot only listens', async () => {
    await called();
    expect(await state()).toMatchObject({ status: 'open', waitingSince: expect.any(Date), unread: 1 });
    await says('Mein Paket ist leer');
    expect(await answers()).toEqual([]);
    expect(await state()).toMatchObject({ unread: 2, lastBy: 'shopper', lastText: 'Mein Paket ist leer' });
    expect(await house.deps.db.select().from(personWaits)).toMatchObject([{ endedAt: null }]);
  });

  test('the answer goes into the thread once, ends her waiting, and the time it took is kept', async () => {
    await called();
    house.advance(5 * MINUTE);
    const id = requestId();
    expect(await reply('Das tut mir leid, ich schicke Ersatz.', id)).toMatchObject({ ok: true });
    expect(await reply('Das tut mir leid, ich schicke Ersatz.', id)).toMatchObject({ ok: true });
    expect(await answers()).toEqual(['human_answer']);
    expect(await state()).toMatchObject({ waitingSince: null, unread: 0, assignedTo: 'greta', lastBy: 'merchant' });
    const [wait] = await house.deps.db.select().from(personWaits);
    expect(wait).toMatchObject({ ended: 'answered', endedBy: 'greta' });
    expect(Math.round(((wait?.endedAt?.getTime() ?? 0) - (wait?.since.getTime() ?? 0)) / 60_000)).toBe(5);
    expect(await house.deps.db.select().from(merchantTasks)).toMatchObject([{ doneAt: expect.any(Date) }]);
  });

  test('the bot stays away until half an hour after the last word, hers included; the merchant may say otherwise', async () => {
    await called();
    await reply('Ich bin Greta, was ist los?');
    house.advance(29 * MINUTE);
    await says('Die Ecke ist geknickt');
    house.advance(29 * MINUTE);
    await says('und der Rahmen auch');
    expect(await answers()).toEqual(['human_answer']);
    house.advance(31 * MINUTE);
    await says('hallo');
    expect(await answers()).toContain('answer');

    await editPeopleSettings(house.deps, { quietMinutes: 240 });
    await reply('Bin wieder da');
    house.advance(200 * MINUTE);
    await says('fein');
    expect(await answers()).toEqual(['human_answer']);
  });

  test('handed back, the bot says so and answers at once', async () => {
    await called();
    await reply('Alles klar?');
    await answers();
    await handBack(house.deps, { shopperId: await ada(), ...greta });
    expect(await answers()).toEqual(['answer']);
    await says('hallo');
    expect((await answers()).length).toBeGreaterThan(0);
    expect(await house.deps.db.select().from(personWaits)).toMatchObject([{ ended: 'answered' }]);
  });

  test('closed, nobody waits; her next word opens it again', async () => {
    await called();
    expect(await closeConversation(house.deps, { shopperId: await ada(), ...greta })).toMatchObject({ ok: true });
    expect(await state()).toMatchObject({ status: 'closed', waitingSince: null, unread: 0 });
    await says('danke');
    expect(await state()).toMatchObject({ status: 'open', unread: 1 });
    expect(await answers()).toContain('answer');
  });
});

describe('the window', () => {
  beforeEach(async () => {
    await called();
    await deliverMessages(house.deps);
  });

  test.each([
    ['within a day', 23, { type: 'RESPONSE' }],
    ['within a week', 6 * 24, { type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }],
  ])('%s a person may answer', async (_name, hours, how) => {
    house.advance(hours * 60 * MINUTE);
    expect(await reply('Da bin ich')).toMatchObject({ ok: true });
    await deliverMessages(house.deps);
    expect(house.sender.sent.at(-1)?.how).toEqual(how);
  });

  test('after a week the thread is shut, and nothing is written down as an answer', async () => {
    house.advance(8 * 24 * 60 * MINUTE);
    expect(await reply('Zu spät')).toMatchObject({ ok: false, problem: 'window_closed' });
    expect(await answers()).toEqual([]);
    expect((await state())?.waitingSince).not.toBeNull();
  });

  test('a mail goes only to an order of hers', async () => {
    const asked = { shopperId: await ada(), ...greta, requestId: requestId(), text: 'Hallo' };
    expect(await replyByMail(house.deps, { ...asked, orderId: 'of-somebody-else' })).toMatchObject({
      ok: false,
      problem: 'not_found',
    });
  });
});

describe("Meta's own inbox", () => {
  test('what a colleague writes there stands in the thread and silences the bot', async () => {
    await called();
    await colleagueSays('Hier ist Sam.');
    expect(await state()).toMatchObject({ waitingSince: null, lastBy: 'inbox', lastText: 'Hier ist Sam.' });
    await says('Hallo Sam');
    expect(await answers()).toEqual([]);
    const { items } = await listThread(house.deps.db, { shopperId: await ada(), limit: 50 });
    expect(items.map((item) => (item.is === 'entry' ? `${item.kind}: ${item.text}` : item.is))).toEqual([
      'said: Mensch, bitte',
      'message',
      'message',
      'inbox: Hier ist Sam.',
      'said: Hallo Sam',
    ]);
  });

  test('an echo of our own is no colleague', async () => {
    await called();
    await hears({ kind: 'echo', messageId: 'm_1', metadata: null, appId: TEST_PAGE.appId, text: 'Hallo' });
    expect(await state()).toMatchObject({ lastBy: 'shopper', waitingSince: expect.any(Date) });
  });

  test('while another app leads the thread the bot is on standby, taps included, and the desk may not write', async () => {
    await called();
    await control('taken', PAGE_INBOX_APP_ID);
    expect(await state()).toMatchObject({ ownerAppId: PAGE_INBOX_APP_ID });
    await says('Ist da wer?', { overheard: true });
    await hears({ kind: 'postback', payload: '', title: 'Kaufen', referral: null }, { overheard: true });
    expect(await answers()).toEqual([]);
    expect(await state()).toMatchObject({ unread: 3, lastText: 'Kaufen' });
    expect(await reply('Hier!')).toMatchObject({ ok: false, problem: 'led_elsewhere' });

    await control('passed', TEST_PAGE.appId);
    expect(await state()).toMatchObject({ ownerAppId: null });
    await says('hallo');
    expect(await answers()).toContain('answer');
  });

  test('on standby her stop word holds all the same, without a word of the bot', async () => {
    await called();
    await control('taken', PAGE_INBOX_APP_ID);
    await says('Stopp', { overheard: true });
    expect(await answers()).toEqual([]);
    expect((await house.deps.db.select().from(shoppers))[0]).toMatchObject({ stoppedAt: expect.any(Date) });
  });

  test('the desk takes the thread back, or asks for it where it may not take', async () => {
    await called();
    await control('taken', PAGE_INBOX_APP_ID);
    house.threads.answer = (call) => (call === 'take' ? fail('control_refused') : { ok: true, value: null });
    const asked = { shopperId: await ada(), ...greta };
    expect(await takeOver(house.deps, asked)).toMatchObject({ ok: false, problem: 'thread_asked_for' });
    expect(await state()).toMatchObject({ ownerAppId: PAGE_INBOX_APP_ID });
    house.threads.answer = () => ({ ok: true, value: null });
    expect(await takeOver(house.deps, asked)).toMatchObject({ ok: true });
    expect(house.threads.calls.map(([call]) => call)).toEqual(['take', 'request', 'take']);
    expect(await state()).toMatchObject({ ownerAppId: null, assignedTo: 'greta' });
    expect(await reply('Da bin ich')).toMatchObject({ ok: true });
  });

  test('asked for, the thread is handed over with a word of explanation', async () => {
    await called();
    await control('requested', PAGE_INBOX_APP_ID);
    expect(await state()).toMatchObject({ requestedBy: PAGE_INBOX_APP_ID, ownerAppId: null });
    await passToInbox(house.deps, { shopperId: await ada(), ...greta, metadata: 'Erstattung' });
    expect(house.threads.calls).toEqual([['pass', ADA, PAGE_INBOX_APP_ID, 'Erstattung']]);
    expect(await state()).toMatchObject({ requestedBy: null, ownerAppId: PAGE_INBOX_APP_ID });
  });
});

describe('at the desk', () => {
  test('notes stay in the house, a product goes out as a card, somebody is responsible', async () => {
    await addProduct(house, { slug: 'linocut', stock: 2 });
    await called();
    const shopperId = await ada();
    const note = { shopperId, ...greta, requestId: requestId(), text: 'Stammkundin' };
    await addNote(house.deps, note);
    await addNote(house.deps, note);
    const card = { shopperId, ...greta, requestId: requestId(), slug: 'linocut' };
    expect(await sendProductCard(house.deps, card)).toMatchObject({ ok: true });
    expect(await sendProductCard(house.deps, { ...card, requestId: requestId(), slug: 'gone' })).toMatchObject({
      problem: 'not_found',
    });
    expect(await assignConversation(house.deps, { shopperId, ...greta, to: 'stranger' })).toMatchObject({ ok: false });
    expect(await assignConversation(house.deps, { shopperId, ...greta, to: null })).toMatchObject({ ok: true });
    await deliverMessages(house.deps);
    expect(JSON.stringify(house.sender.sent)).not.toContain('Stammkundin');
    expect(house.sender.sent.at(-1)?.message).toMatchObject({ kind: 'cards', cards: [{ title: 'linocut' }] });
    const { items } = await listThread(house.deps.db, { shopperId, limit: 50 });
    expect(items.filter((item) => item.is === 'entry' && item.kind === 'note')).toHaveLength(1);
  });

  test('unread until somebody looks, and again when put back', async () => {
    await called();
    const shopperId = await ada();
    await markSeen(house.deps, { shopperId });
    expect((await state())?.unread).toBe(0);
    await markUnread(house.deps, { shopperId });
    expect((await state())?.unread).toBe(1);
    expect(await markSeen(house.deps, { shopperId: 'nobody' })).toMatchObject({ ok: false, problem: 'not_found' });
  });

  test('a long thread is read page by page, and nothing is missing or twice', async () => {
    await called();
    const shopperId = await ada();
    for (let at = 0; at < 25; at += 1) await says(`Satz ${at}`);
    const ids: string[] = [];
    let before: Date | undefined;
    for (let page = 0; page < 10; page += 1) {
      const { items, olderBefore } = await listThread(house.deps.db, { shopperId, limit: 10, before });
      ids.unshift(...items.map(({ id }) => id));
      if (!olderBefore) break;
      before = olderBefore;
    }
    expect(ids).toHaveLength(28);
    expect(new Set(ids).size).toBe(28);
  });
});
