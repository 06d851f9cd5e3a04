import { setTimeout as latency } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countReach, getBroadcast, listBroadcastResults } from '@/lib/db/broadcasts';
import { joinMerchantThread } from '@/lib/db/merchant-threads';
import { outgoingMessages } from '@/lib/db/schema/messages';
import { consents } from '@/lib/db/schema/outreach';
import { shoppers } from '@/lib/db/schema/shoppers';
import { asId, type MessageId } from '@/lib/domain/ids';
import { fail, succeed } from '@/lib/domain/result';
import { deliverInLanes, deliverMessages } from './deliver-messages';
import { feedBroadcasts, startBroadcast, steerBroadcast, testBroadcast, writeBroadcast } from './send-broadcasts';
import { createRandom } from './simulation/random';
import { createTestHouse, type TestHouse } from './testing';
import { addReader, addReaders, BROADCAST, beginBroadcast, deadlyMessenger } from './testing-broadcast';
import { placeOrder } from './testing-orders';

let house: TestHouse;
let clockMs: number;
beforeEach(async () => {
  house = await createTestHouse();
  clockMs = Date.now();
  house.deps.now = () => new Date(clockMs);
});
afterEach(() => house.drop());

const pass = (ms: number) => {
  clockMs += ms;
};
const states = async () =>
  (await listBroadcastResults(house.deps.db, BROADCAST)).map((row) => [row.status, row.failure, row.people]);
const status = async () => (await getBroadcast(house.deps.db, BROADCAST))?.status;
const heard = () => house.sender.sent.map(({ psid }) => psid);

/** As the worker does: a portion, then what waits, four times a second. */
async function send(rounds: number, perSecond = 100) {
  for (let round = 0; round < rounds; round += 1) {
    await feedBroadcasts(house.deps, perSecond);
    pass(600);
    await deliverMessages(house.deps);
  }
}

// The proof tells a hundred thousand.
const COUNT = Number(process.env.BROADCAST_PEOPLE ?? 1_000);
const PACE = 200;
const MOST_ROUNDS = 200 + (COUNT / PACE) * 40;

test(
  'everybody is told once, at the pace, though senders die at every fiftieth message',
  async () => {
    await addReaders(house, COUNT);
    await beginBroadcast(house);
    const began = clockMs;
    const { reached, hearEchoes } = deadlyMessenger(house, createRandom(4711));
    for (let round = 0; round < MOST_ROUNDS && (await status()) === 'sending'; round += 1) {
      pass(round % 10 === 9 ? 61_000 : 250); // a dead sender's message is taken up again after a minute
      await Promise.all([feedBroadcasts(house.deps, PACE), feedBroadcasts(house.deps, PACE)]);
      await deliverInLanes(house.deps).catch(() => undefined);
      await hearEchoes();
    }
    expect(await status()).toBe('done');
    expect(new Set(reached.map(({ psid }) => psid)).size).toBe(COUNT);
    expect(reached).toHaveLength(COUNT);
    const perSecond = new Map<number, number>();
    for (const { atMs } of reached) {
      const second = Math.floor((atMs - began) / 1000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(2 * PACE);
    expect(await states()).toEqual([['sent', null, COUNT]]);
  },
  60_000 + COUNT * 20,
);

test('however much waits, no process sends more than 250 a second, and each once', async () => {
  await addReaders(house, 320);
  await beginBroadcast(house);
  for (const _second of [1, 2]) {
    await feedBroadcasts(house.deps, 1000);
    pass(1000);
  }
  const perSecond: number[] = [];
  while (heard().length < 320) {
    const before = heard().length;
    while ((await deliverInLanes(house.deps)) > 10 && heard().length < 320);
    perSecond.push(heard().length - before);
    pass(1000);
  }
  expect(Math.max(...perSecond)).toBeLessThanOrEqual(260);
  expect(perSecond.length).toBeGreaterThanOrEqual(2);
  expect(new Set(heard()).size).toBe(320);
});

test('a lane that dies leaves no other at work behind it', async () => {
  await addReaders(house, 60);
  await beginBroadcast(house);
  await feedBroadcasts(house.deps);
  pass(1000);
  let [begun, atWork] = [0, 0];
  house.deps.messenger.send = async () => {
    begun += 1;
    const number = begun;
    atWork += 1;
    // The first twenty leave one after the other; then several lanes are under way.
    if (number > 20) await latency(number === 22 ? 1 : 50);
    atWork -= 1;
    if (number === 22) throw new Error('killed');
    return succeed(asId<MessageId>(`m_${number}`));
  };
  await expect(deliverInLanes(house.deps)).rejects.toThrow('killed');
  expect(atWork).toBe(0);
});

test('no more than the pace enters the outbox in a second, also after a long silence', async () => {
  await addReaders(house, 500);
  await beginBroadcast(house);
  pass(3_600_000);
  expect(await feedBroadcasts(house.deps)).toBe(100);
  expect(await feedBroadcasts(house.deps)).toBe(0);
  pass(250);
  expect(await feedBroadcasts(house.deps)).toBe(0); // a second's worth waits still
  await deliverMessages(house.deps, { limit: 1_000 });
  pass(500);
  await deliverMessages(house.deps, { limit: 1_000 });
  expect(await feedBroadcasts(house.deps)).toBe(75);
});

describe('whom it reaches', () => {
  beforeEach(async () => {
    for (const psid of ['1', '2', '3', '4']) await addReader(house, psid);
    await house.deps.db.delete(consents).where(eq(consents.shopperId, (await person('4')).id));
  });
  async function person(psid: string) {
    const [row] = await house.deps.db.select().from(shoppers).where(eq(shoppers.psid, psid));
    if (!row) throw new Error(`nobody is called ${psid}`);
    return row;
  }
  const change = async (psid: string, values: Partial<typeof shoppers.$inferInsert>) =>
    house.deps.db.update(shoppers).set(values).where(eq(shoppers.psid, psid));

  test('is counted before it is sent, with the reasons of the others, and holds', async () => {
    await change('2', { stoppedAt: house.deps.now() });
    await change('3', { lastMessageAt: new Date(0) });
    const reach = await countReach(house.deps.db, { kind: 'all' }, house.deps.now());
    expect(reach).toEqual({ window: 1, stopped: 1, outside_window: 1, no_consent: 1 });
    await beginBroadcast(house);
    await send(3);
    expect(heard()).toEqual(['1']);
    expect(await status()).toBe('done');
  });

  test('who says stop while it waits in the outbox is not told', async () => {
    await beginBroadcast(house);
    await feedBroadcasts(house.deps);
    await change('2', { stoppedAt: house.deps.now() });
    await house.deps.db
      .update(consents)
      .set({ endedAt: house.deps.now() })
      .where(eq(consents.shopperId, (await person('3')).id));
    pass(600);
    await deliverMessages(house.deps);
    expect(heard()).toEqual(['1']);
    expect((await states()).sort()).toEqual([
      ['failed', 'no_consent', 1],
      ['failed', 'stopped', 1],
      ['sent', null, 1],
    ]);
  });

  test('buyers are those who bought, of a collection or at all', async () => {
    const { order } = await placeOrder(house, { stock: 3, quantity: 1 });
    await house.deps.db.update(shoppers).set({ psid: '9' }).where(eq(shoppers.id, order.shopperId));
    const people = async (audience: Parameters<typeof countReach>[1]) =>
      Object.values(await countReach(house.deps.db, audience, house.deps.now())).reduce((sum, n) => sum + n, 0);
    expect(await people({ kind: 'all' })).toBe(5);
    expect(await people({ kind: 'buyers' })).toBe(1);
    expect(await people({ kind: 'collection', slug: 'posters' })).toBe(0);
  });

  test('a blocked thread is marked, and told by its reason', async () => {
    await beginBroadcast(house);
    house.sender.answer = () => fail('unreachable', { code: 551, subcode: 1545041 });
    await send(2);
    expect(await states()).toEqual([['failed', 'unreachable', 3]]);
    expect((await person('1')).unreachable).toBe('unreachable:551:1545041');
  });

  test('a rate limit of Meta stops everything for a while, and nobody is told twice', async () => {
    await beginBroadcast(house);
    const { answer } = house.sender;
    house.sender.answer = () => fail('rate_limited', { code: 613 });
    await send(3);
    expect(heard()).toHaveLength(1);
    house.sender.answer = answer;
    pass(31_000);
    await send(3);
    expect(heard().slice(1).sort()).toEqual(['1', '2', '3']);
    expect(await status()).toBe('done');
  });
});

describe('steering', () => {
  test('paused nothing leaves, and resumed everybody is told once', async () => {
    await addReaders(house, 150);
    await beginBroadcast(house);
    await send(1, 40);
    await feedBroadcasts(house.deps, 40);
    expect(await steerBroadcast(house.deps, { id: BROADCAST, step: 'pause' })).toMatchObject({ ok: true });
    await send(5, 40);
    expect(heard()).toHaveLength(40);
    await steerBroadcast(house.deps, { id: BROADCAST, step: 'resume' });
    await send(8, 40);
    expect(new Set(heard()).size).toBe(150);
    expect(heard()).toHaveLength(150);
    expect(await getBroadcast(house.deps.db, BROADCAST)).toMatchObject({ status: 'done', queued: 150 });
  });

  test('stopped it is over', async () => {
    await addReaders(house, 60);
    await beginBroadcast(house);
    await send(1, 20);
    await feedBroadcasts(house.deps, 20);
    await steerBroadcast(house.deps, { id: BROADCAST, step: 'stop' });
    await send(5, 20);
    expect(heard()).toHaveLength(20);
    expect(await steerBroadcast(house.deps, { id: BROADCAST, step: 'resume' })).toMatchObject({
      problem: 'changed_meanwhile',
    });
    expect(await states()).toEqual([['sent', null, 20]]);
  });

  test('scheduled it waits for its time; begun it is no draft any more', async () => {
    await addReaders(house, 3);
    await beginBroadcast(house);
    await steerBroadcast(house.deps, { id: BROADCAST, step: 'stop' });
    const id = 'broadcast-0000002';
    const draft = {
      id,
      name: 'n',
      content: { text: { de: 'x', en: '' }, slugs: [] },
      audience: { kind: 'all' as const },
    };
    await writeBroadcast(house.deps, { ...draft, merchantId: 'otti' });
    await startBroadcast(house.deps, { id, startsAt: new Date(clockMs + 60_000) });
    await send(3);
    expect(heard()).toEqual([]);
    expect(await writeBroadcast(house.deps, { ...draft, merchantId: 'otti' })).toMatchObject({
      problem: 'broadcast_begun',
    });
    pass(60_000);
    await send(2);
    expect(heard()).toHaveLength(3);
  });

  test('a test goes into the merchant’s own thread, once she has joined it', async () => {
    const shopperId = await addReader(house, '77');
    await beginBroadcast(house);
    const asked = { id: BROADCAST, merchantId: 'otti' };
    expect(await testBroadcast(house.deps, asked)).toMatchObject({ problem: 'no_test_thread' });
    await joinMerchantThread(house.deps.db, { merchantId: 'otti', shopperId, at: house.deps.now() });
    expect(await testBroadcast(house.deps, asked)).toMatchObject({ ok: true });
    await deliverMessages(house.deps);
    const [row] = await house.deps.db.select().from(outgoingMessages);
    expect(row).toMatchObject({ psid: '77', broadcastId: null, status: 'sent' });
    expect(house.sender.sent[0]?.message).toMatchObject({
      kind: 'buttons',
      text: 'Neue Drucke!',
      buttons: [
        { kind: 'open', path: expect.stringMatching(/^\/shop\?ref=/) },
        { kind: 'postback', payload: 'STOP' },
      ],
    });
  });
});
