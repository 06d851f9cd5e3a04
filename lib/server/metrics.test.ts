import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/flows/testing-database';
import { isBearer, readMetrics } from './metrics';
import { countRequest } from './request-counts';

const house = vi.hoisted(() => ({ open: async (): Promise<unknown> => Promise.reject(new Error('closed')) }));
vi.mock('./wiring', () => ({ getDeps: () => house.open() }));

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
  house.open = async () => ({ db: database.open.db });
});

afterEach(() => database.drop());

it('row 29: opens for the token alone', () => {
  expect(isBearer('Bearer a-token-of-16-or-more', 'a-token-of-16-or-more')).toBe(true);
  for (const header of [
    null,
    '',
    'a-token-of-16-or-more',
    'Bearer ',
    'Bearer a-token',
    'Basic a-token-of-16-or-more',
  ]) {
    expect(isBearer(header, 'a-token-of-16-or-more'), String(header)).toBe(false);
  }
  expect(isBearer('Bearer undefined', undefined)).toBe(false);
});

it('counts what waits and what was answered, in lines that Prometheus reads', async () => {
  await database.open.pool.query(
    `insert into webhook_events (source, event_id, payload, status, next_try_at, received_at)
     values ('stripe', 'a', '{}', 'waiting', now(), now()), ('stripe', 'b', '{}', 'set_aside', now(), now()),
            ('stripe', 'c', '{}', 'done', now(), now())`,
  );
  countRequest('kept', 200, 0.25);
  countRequest('kept', 204, 0.25);
  const lines = (await readMetrics(new Date())).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'kiosk_database_up 1',
      'kiosk_backlog{kind="webhook_events",state="waiting"} 1',
      'kiosk_backlog{kind="webhook_events",state="set_aside"} 1',
      'kiosk_requests_total{kind="kept",status="2xx"} 2',
      'kiosk_request_seconds_total{kind="kept",status="2xx"} 0.5',
    ]),
  );
  expect(lines.filter((line) => line && !/^(?:#.*|[a-z_]+(?:\{[^}]*\})? [\d.e+-]+)$/.test(line))).toEqual([]);
});

it('says so when there is no database', async () => {
  house.open = async () => Promise.reject(new Error('down'));
  expect(await readMetrics(new Date())).toContain('kiosk_database_up 0');
});
