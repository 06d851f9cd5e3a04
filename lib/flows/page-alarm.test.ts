import { afterEach, beforeEach, expect, test } from 'vitest';
import { listOpenTasks } from '@/lib/db/admin-orders';
import { fail } from '@/lib/domain/result';
import { answerMessengerEvent } from './answer-messenger-event';
import { deliverMessages } from './deliver-messages';
import { receiveMessengerEvents } from './receive-messenger-events';
import { createTestHouse, TEST_PAGE, type TestHouse } from './testing';
import { workEvents } from './work-events';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const kinds = async () => (await listOpenTasks(house.deps.db)).map(({ kind }) => kind);

async function hear(mid: string) {
  const content = { kind: 'postback' as const, payload: 'GET_STARTED', referral: null };
  const event = { eventId: `mid:${mid}`, pageId: TEST_PAGE.id, psid: '4016091200000001', atMs: Date.now(), content };
  await receiveMessengerEvents(house.deps, [event]);
  await workEvents(house.deps, { messenger: answerMessengerEvent });
}

test.each([
  ['token_dead', { code: 190, subcode: 463 }, 'page_token_dead', 301],
  ['restricted', { code: 368 }, 'page_restricted', 901],
] as const)('%s stands on the list once, until a message has left; then anew', async (problem, detail, kind, pause) => {
  const right = house.sender.answer;
  for (const mid of ['m_1', 'm_2']) {
    house.sender.answer = () => fail(problem, detail);
    await hear(mid);
    await deliverMessages(house.deps);
    house.advance(pause);
    await deliverMessages(house.deps);
    expect(await kinds()).toEqual([kind]);
    house.sender.answer = right;
    house.advance(pause);
    await deliverMessages(house.deps);
    expect(await kinds()).toEqual([]);
  }
});

test('what Meta says about the Page’s rules stands on the list, once however often it is delivered', async () => {
  const event = {
    eventId: 'hash:policy',
    pageId: TEST_PAGE.id,
    psid: null,
    atMs: Date.now(),
    content: { kind: 'other' as const, name: 'policy_enforcement' },
  };
  for (let times = 0; times < 3; times += 1) await receiveMessengerEvents(house.deps, [event]);
  expect(await kinds()).toEqual(['page_policy']);
});
