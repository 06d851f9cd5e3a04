import { describe, expect, test } from 'vitest';
import type { Purpose } from './outgoing-message';
import { type Reach, type Way, wayFor } from './window';

const NOW = new Date('2026-11-20T12:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const person = (known: Partial<Reach>): Reach => ({
  lastWordAt: null,
  adAt: null,
  unreachable: null,
  mayWrite: null,
  stoppedAt: null,
  ...known,
});
const response: Way = { by: 'thread', how: { type: 'RESPONSE' } };
const update: Way = { by: 'thread', how: { type: 'UPDATE' } };
const human: Way = { by: 'thread', how: { type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } };
const none = (because: string) => ({ by: 'none', because });
const mail = (because: string) => ({ by: 'mail', because });

const COLUMNS: Purpose[] = ['answer', 'receipt', 'order_update', 'human_answer', 'reminder', 'broadcast'];
const shut = 'outside_window';

const TABLE: [string, Reach, unknown[]][] = [
  ['a word an hour ago', person({ lastWordAt: ago(1) }), [response, response, update, response, update, update]],
  [
    'a word just within a day',
    person({ lastWordAt: ago(23.99) }),
    [response, response, update, response, update, update],
  ],
  [
    'a word a day ago',
    person({ lastWordAt: ago(24) }),
    [none(shut), mail(shut), mail(shut), human, none(shut), none(shut)],
  ],
  [
    'a word a week ago',
    person({ lastWordAt: ago(168) }),
    [none(shut), mail(shut), mail(shut), none(shut), none(shut), none(shut)],
  ],
  [
    'an ad six days ago',
    person({ lastWordAt: ago(140), adAt: ago(144) }),
    [response, response, update, response, update, update],
  ],
  [
    'an ad a week ago',
    person({ lastWordAt: ago(167), adAt: ago(168) }),
    [none(shut), mail(shut), mail(shut), human, none(shut), none(shut)],
  ],
  [
    'no word that we know of',
    person({}),
    [response, response, update, response, none('no_consent'), none('no_consent')],
  ],
  [
    'no word, and she refused',
    person({ mayWrite: 'refused' }),
    [
      none('not_allowed'),
      mail('not_allowed'),
      mail('not_allowed'),
      none('not_allowed'),
      none('not_allowed'),
      none('not_allowed'),
    ],
  ],
  [
    'stopped, with the window open',
    person({ lastWordAt: ago(1), stoppedAt: ago(1) }),
    [response, response, update, response, none('stopped'), none('stopped')],
  ],
  [
    'unreachable',
    person({ lastWordAt: ago(1), unreachable: 'unreachable:551' }),
    [
      none('unreachable'),
      mail('unreachable'),
      mail('unreachable'),
      none('unreachable'),
      none('unreachable'),
      none('unreachable'),
    ],
  ],
];

describe.each(TABLE)('%s', (_name, reach, ways) => {
  test.each(COLUMNS.map((purpose, index) => [purpose, ways[index]] as const))('%s', (purpose, way) => {
    expect(wayFor(purpose, reach, NOW)).toEqual(way);
  });
});
