import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tellDesk } from '@/lib/db/conversations';
import { inTransaction } from '@/lib/db/transaction';
import { createTestDatabase } from '@/lib/flows/testing-database';
import { LiveDesk } from './live';
import { openLiveStream } from './live-stream';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let desk: LiveDesk;
beforeEach(async () => {
  database = await createTestDatabase();
  desk = new LiveDesk(() => database.open.pool.options.connectionString ?? '');
});
afterEach(async () => {
  await desk.close();
  await database.drop();
});

/** A browser: reads until a text has come. */
function browser(options: Partial<Parameters<typeof openLiveStream>[1]> = {}) {
  const hangUp = new AbortController();
  const stream = openLiveStream(desk, { stillMay: async () => true, signal: hangUp.signal, ...options });
  const reader = stream?.getReader();
  let said = '';
  return {
    isOpen: stream !== null,
    hangUp: () => hangUp.abort(),
    async until(text: string): Promise<string> {
      while (!said.includes(text)) {
        const next = await reader?.read();
        if (!next || next.done) return `${said}(end)`;
        said += new TextDecoder().decode(next.value);
      }
      return said;
    },
  };
}

describe('the live stream of the desk', () => {
  it('tells each desk which thread has changed, once that stands, and nothing of what was said', async () => {
    const [one, two] = [browser(), browser()];
    await one.until('"shopperId":null'); // connected
    await inTransaction(database.open.db, (tx) => tellDesk(tx, 'ada'));
    for (const each of [one, two])
      expect(await each.until('"ada"')).toContain('event: conversation\ndata: {"shopperId":"ada"}');
    await expect(
      inTransaction(database.open.db, async (tx) => {
        await tellDesk(tx, 'rolled-back');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await tellDesk(database.open.db, 'ben');
    expect(await one.until('"ben"')).not.toContain('rolled-back');
  });

  it('ends with the session', async () => {
    let may = true;
    const her = browser({ stillMay: async () => may, beatMs: 20 });
    await her.until(': beat');
    may = false;
    expect(await her.until('never')).toMatch(/event: ended\ndata: \{\}\n\n\(end\)$/);
  });

  it('outlives a database that is away for a moment', async () => {
    let tries = 0;
    const her = browser({
      beatMs: 20,
      stillMay: async () => {
        tries += 1;
        if (tries === 1) throw new Error('Connection terminated');
        return true;
      },
    });
    expect(await her.until(': beat\n\n: beat')).not.toContain('ended');
  });

  it('ends when the shop closes, and lets nobody in after that', async () => {
    const her = browser();
    await her.until('ready');
    await desk.close();
    expect(await her.until('never')).toMatch(/\(end\)$/);
    expect(browser().isOpen).toBe(false);
  });

  it('has room for two hundred, and again when one hangs up', () => {
    const all = Array.from({ length: 200 }, () => browser());
    expect(browser().isOpen).toBe(false);
    all[0]?.hangUp();
    expect(browser().isOpen).toBe(true);
  });
});
