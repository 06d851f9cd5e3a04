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

test('a token that Meta refuses stands on the list once, until a message has left; then anew', async () => {
  const right = house.sender.answer;
  for (const mid of ['m_1', 'm_2']) {
    house.sender.answer = () => fail('token_dead', { code: 190, subcode: 463 });
    await hear(mid);
    await deliverMessages(house.deps);
    house.advance(301);
    await deliverMessages(house.deps);
    expect(await kinds()).toEqual(['page_token_dead']);
    house.sender.answer = right;
    house.advance(301);
    await deliverMessages(house.deps);
    expect(await kinds()).toEqual([]);
  }
});
