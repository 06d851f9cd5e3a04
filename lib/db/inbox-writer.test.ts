import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/flows/testing-database';
import type { OpenDatabase } from './client';
import { writeInbox } from './inbox-writer';
import { webhookEvents } from './schema/messages';

let database: TestDatabase;
let open: OpenDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  open = database.open;
});
afterEach(async () => {
  await database.drop();
});

const row = (eventId: string, payload: unknown = { text: 'hallo' }) => ({
  source: 'messenger',
  eventId,
  payload,
  status: 'waiting',
  at: new Date('2026-11-22T10:00:00.123Z'),
  doneAt: null,
});

it('stores what comes at once in few commits, each event once, and counts it for one of those who brought it', async () => {
  const brought = Array.from({ length: 200 }, (_, at) => writeInbox(open.db, [row(`m_${at % 50}`), row(`n_${at}`)]));
  const inserted = (await Promise.all(brought)).reduce((sum, count) => sum + count, 0);
  expect(inserted).toBe(250);
  expect(await open.db.select().from(webhookEvents)).toHaveLength(250);
  expect(await writeInbox(open.db, [row('m_1'), row('m_1'), row('new'), row('new')])).toBe(1);
});

it('keeps an event as it came, to the millisecond', async () => {
  const payload = { text: 'Grüße 🦦', deep: [{ id: '4016091200000001' }], none: null };
  await writeInbox(open.db, [row('m_whole', payload)]);
  const [stored] = await open.db.select().from(webhookEvents);
  expect(stored).toMatchObject({ payload, receivedAt: new Date('2026-11-22T10:00:00.123Z'), status: 'waiting' });
});

it('lets one that cannot be stored take no other with it', async () => {
  const [good, bad, alsoGood] = await Promise.allSettled([
    writeInbox(open.db, [row('m_good')]),
    writeInbox(open.db, [row('m_bad', { text: '\u0000' })]),
    writeInbox(open.db, [row('m_also')]),
  ]);
  expect([good.status, bad.status, alsoGood.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await open.db.select().from(webhookEvents)).toHaveLength(2);
});
