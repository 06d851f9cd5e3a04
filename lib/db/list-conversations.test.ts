import { afterEach, beforeEach, expect, test } from 'vitest';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { addShopper, createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { endWait, keepHerWord, updateConversation } from './conversations';
import { type ConversationFilter, countWaiting, type ListCursor, listConversations } from './list-conversations';
import { insertMerchant } from './merchants';

let house: TestHouse;
let people: ShopperId[];
const AT = new Date('2026-11-20T18:00:00Z');

// Seven people; the first five wrote in the same moment.
beforeEach(async () => {
  house = await createTestHouse();
  const { db } = house.deps;
  await insertMerchant(db, {
    id: 'greta',
    name: 'Greta',
    email: 'g@shop.example',
    role: 'owner',
    passwordHash: 'x',
    at: AT,
  });
  people = [];
  for (let index = 0; index < 7; index += 1) {
    const shopperId = await addShopper(house);
    const at = new Date(AT.getTime() + Math.max(0, index - 4) * 60_000);
    const word = { shopperId, eventId: index, kind: 'said' as const, text: `Wort ${index}`, at, overheard: false };
    await keepHerWord(db, { ...word, waits: index % 2 === 0 });
    people.push(shopperId);
  }
});
afterEach(() => house.drop());

const list = (filter: ConversationFilter, limit = 50, after?: ListCursor) =>
  listConversations(house.deps.db, { filter, merchantId: 'greta', limit, after });
const person = (index: number) => people[index] ?? asId<ShopperId>('');

test('page by page everybody comes once, the newest word first', async () => {
  const whole = await list('all');
  expect(whole.slice(0, 2).map(({ lastText }) => lastText)).toEqual(['Wort 6', 'Wort 5']);
  const paged: string[] = [];
  for (let after: ListCursor | undefined, page = 0; page < 9; page += 1) {
    const found = await list('all', 2, after);
    paged.push(...found.map(({ shopperId }) => shopperId));
    after = found.at(-1);
    if (found.length < 2) break;
  }
  expect(paged).toEqual(whole.map(({ shopperId }) => shopperId));
});

test('who waits, whose it is, what is closed', async () => {
  const { db } = house.deps;
  expect(await countWaiting(db)).toBe(4);
  await endWait(db, { shopperId: person(0), ended: 'answered', merchantId: 'greta', at: AT });
  await updateConversation(db, person(1), { assignedTo: 'greta' });
  await updateConversation(db, person(2), { assignedTo: 'greta', status: 'closed' });
  expect((await list('waiting')).map(({ lastText }) => lastText).sort()).toEqual(['Wort 2', 'Wort 4', 'Wort 6']);
  expect((await list('mine')).map(({ lastText, assigneeName }) => [lastText, assigneeName])).toEqual([
    ['Wort 1', 'Greta'],
  ]);
  expect((await list('closed')).map(({ lastText }) => lastText)).toEqual(['Wort 2']);
});
