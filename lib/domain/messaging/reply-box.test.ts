import { describe, expect, test } from 'vitest';
import { replyBox } from './reply-box';
import type { Reach } from './window';

const NOW = new Date('2026-11-20T12:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const reach = (changes: Partial<Reach>): Reach => ({
  lastWordAt: null,
  adAt: null,
  unreachable: null,
  mayWrite: null,
  stoppedAt: null,
  ...changes,
});

describe('the reply box', () => {
  test.each([
    ['an hour after her word', reach({ lastWordAt: ago(1) }), { is: 'open', until: ago(-23) }],
    ['on the second day', reach({ lastWordAt: ago(30) }), { is: 'week', until: ago(-138) }],
    ['after a week', reach({ lastWordAt: ago(169) }), { is: 'shut', because: 'outside_window', since: ago(169) }],
    ['within a week of an ad', reach({ lastWordAt: ago(30), adAt: ago(48) }), { is: 'open', until: ago(-120) }],
    ['an ad does not shorten the day', reach({ lastWordAt: ago(1), adAt: ago(160) }), { is: 'open', until: ago(-23) }],
    ['before any word of hers, Meta is asked', reach({}), { is: 'open', until: null }],
    ['she wanted no messages', reach({ mayWrite: 'refused' }), { is: 'shut', because: 'not_allowed', since: null }],
    [
      'she blocked the Page',
      reach({ lastWordAt: ago(1), unreachable: 'unreachable:551:1545041' }),
      { is: 'shut', because: 'unreachable', since: ago(1) },
    ],
    [
      'Meta says that the day is over, whatever our clock thinks',
      reach({ lastWordAt: ago(1), unreachable: 'outside_window:10:2018278' }),
      { is: 'week', until: ago(-167) },
    ],
    [
      'Meta refused the answer of a person too',
      reach({ lastWordAt: ago(1), unreachable: 'outside_window:10:2018278:week' }),
      { is: 'shut', because: 'outside_window', since: ago(1) },
    ],
  ])('%s', (_name, given, box) => {
    expect(replyBox(given, null, NOW)).toEqual(box);
  });

  test('while another app leads the thread nobody here may write', () => {
    expect(replyBox(reach({ lastWordAt: ago(1) }), '263902037430900', NOW)).toEqual({
      is: 'shut',
      because: 'led_elsewhere',
      since: null,
    });
  });
});
