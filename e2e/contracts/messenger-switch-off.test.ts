import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ada, type Bench, openBench } from './messenger-fixtures';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

async function heard(act: () => Promise<unknown>): Promise<unknown[]> {
  const before = bench.shop.received.length;
  await act();
  await bench.settled();
  return bench.shop.received.slice(before);
}

describe('a webhook that fails for too long', () => {
  it.each([
    ['current', 3_600],
    ['2016', 8 * 3_600],
  ])('is switched off in era %s after %i s: nothing is told until somebody subscribes again', async (era, seconds) => {
    await bench.lever('profile', { era });
    const fail = async (words: string) => {
      bench.shop.replies.push(...Array.from({ length: 5 }, () => ({ status: 500 })));
      await bench.lever(`threads/${ada}/text`, { text: words });
      await bench.settled();
    };
    const subscribed = async () => JSON.stringify((await bench.graph('/v26.0/me/subscribed_apps')).json);
    await fail('one');
    await bench.lever('clock', { advanceSeconds: seconds - 60 });
    await fail('two');
    expect(await subscribed()).toContain('messages');
    await bench.lever('clock', { advanceSeconds: 120 });
    await fail('three');
    expect(await subscribed()).toBe('{"data":[]}');
    expect(await heard(() => bench.lever(`threads/${ada}/text`, { text: 'missed' }))).toEqual([]);
    await bench.graph('/v26.0/me/subscribed_apps?subscribed_fields=messages', {});
    bench.shop.replies.length = 0;
    expect(await heard(() => bench.lever(`threads/${ada}/text`, { text: 'back' }))).toHaveLength(1);
  });
});
