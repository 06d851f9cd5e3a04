import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { outgoingMessages, webhookEvents } from '@/lib/db/schema/messages';
import type { IncomingEvent } from '@/lib/domain/messaging/incoming-event';
import { fail } from '@/lib/domain/result';
import { answerMessengerEvent } from './answer-messenger-event';
import { deliverMessages } from './deliver-messages';
import { receiveMessengerEvents } from './receive-messenger-events';
import { createTestHouse, TEST_PAGE } from './testing';
import { type EventHandler, workEvents } from './work-events';

// A few in each run; the proof asks for ten thousand. The same seed rolls the same dice.
const COUNT = Number(process.env.EVENTS ?? 80);
const SEED = Number(process.env.SEED ?? 20_261_123);
const PEOPLE = Math.max(8, Math.floor(COUNT / 40));
const AT_ONCE = 6;

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<T>(list: T[], roll: () => number): T[] {
  return list
    .map((one) => ({ one, at: roll() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

test(`${COUNT} events, shuffled, each sent one to five times, with crashes between: each handled once, in order`, async () => {
  const roll = dice(SEED);
  const house = await createTestHouse();
  const { db } = house.deps;
  const psidOf = (index: number) => String(4_016_091_200_000_000 + (index % PEOPLE));
  const events = Array.from(
    { length: COUNT },
    (_, index): IncomingEvent => ({
      eventId: `mid:m_${index}`,
      pageId: TEST_PAGE.id,
      psid: psidOf(index),
      atMs: Date.now() - COUNT + index,
      content: { kind: 'postback', payload: 'HELP', referral: null },
    }),
  );
  const deliveries = shuffled(
    events.flatMap((event) => Array.from({ length: 1 + Math.floor(roll() * 5) }, () => event)),
    roll,
  );

  // A crash within a transaction takes it back; one before or after leaves the row to its lease, or to its next try.
  const crash = (share: number) => {
    if (roll() < share) throw new Error('crashed');
  };
  const newId = () => {
    crash(0.03);
    return house.deps.newId();
  };
  const handle: EventHandler = async (deps, row) => {
    crash(0.05);
    const outcome = await answerMessengerEvent({ ...deps, newId }, row);
    crash(0.05);
    return outcome;
  };
  const right = house.sender.answer;
  house.sender.answer = () => (roll() < 0.05 ? fail('temporary') : right());

  const takeSome = async () => {
    for (
      let batch = deliveries.splice(0, 1 + Math.floor(roll() * 7));
      batch.length > 0;
      batch = deliveries.splice(0, 5)
    ) {
      // Killed before its commit, it answered nothing, and Meta sends all of it again.
      if (roll() < 0.1) deliveries.push(...batch);
      else await receiveMessengerEvents(house.deps, batch);
    }
  };
  const atOnce = (work: () => Promise<unknown>) => Promise.all(Array.from({ length: AT_ONCE }, work));
  await atOnce(takeSome);
  for (let left = COUNT; left > 0; ) {
    await atOnce(() => workEvents({ ...house.deps, newId }, { messenger: handle }));
    await atOnce(() => deliverMessages(house.deps));
    house.advance(120);
    const { rows } = await db.execute<{ left: number }>(sql`select
      (select count(*) from webhook_events where status = 'waiting')::int
      + (select count(*) from outgoing_messages where status in ('waiting', 'sending'))::int as left`);
    left = rows[0]?.left ?? 0;
  }

  const inbox = await db.select().from(webhookEvents);
  expect(inbox).toHaveLength(COUNT);
  expect(new Set(inbox.map(({ status }) => status))).toEqual(new Set(['done']));
  const outbox = await db.select().from(outgoingMessages).orderBy(outgoingMessages.position);
  const answered = outbox.map(({ cause }) => /^answer:(\d+):0$/.exec(cause)?.[1]).filter((id) => id !== undefined);
  expect(answered.map(Number).sort((a, b) => a - b)).toEqual(inbox.map(({ id }) => id).sort((a, b) => a - b));
  expect(new Set(outbox.map(({ status }) => status))).toEqual(new Set(['sent']));
  for (const psid of new Set(outbox.map((row) => row.psid))) {
    const wanted = outbox.filter((row) => row.psid === psid).map(({ id }) => id);
    // Tried again only what had failed, right away in its place: nothing overtakes, nothing is said twice.
    const tried = house.sender.sent.filter((one) => one.psid === psid).map(({ metadata }) => metadata);
    expect(tried.filter((id, at) => id !== tried[at - 1])).toEqual(wanted);
  }
  await house.drop();
}, 900_000);
