import { describe, expect, test } from 'vitest';
import type { Purpose } from './outgoing-message';
import type { Utility } from './utility';
import { type Means, type Reach, type Way, wayFor } from './window';

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
  ['no word that we know of', person({}), [response, response, update, response, none(shut), none(shut)]],
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

const agreed: Means = { utility: null, consent: { token: null } };

describe.each(TABLE)('%s', (_name, reach, ways) => {
  test.each(COLUMNS.map((purpose, index) => [purpose, ways[index]] as const))('%s', (purpose, way) => {
    expect(wayFor(purpose, reach, NOW, agreed)).toEqual(way);
  });
});

test.each(['reminder', 'broadcast'] as const)('no %s without a consent, though the window is open', (purpose) => {
  expect(wayFor(purpose, person({ lastWordAt: ago(1) }), NOW)).toEqual(none('no_consent'));
});

const utility: Utility = { name: 'kiosk_order_sent', language: 'de', parameters: ['K-1', 'DHL'] };
const template: Way = { by: 'thread', how: { type: 'UTILITY', utility } };

test.each([
  ['within the window', person({ lastWordAt: ago(1) }), update],
  ['after it', person({ lastWordAt: ago(30) }), template],
  ['where Meta says it is shut', person({ lastWordAt: ago(1), unreachable: 'outside_window:10:2018278' }), template],
  ['where nothing reaches her', person({ lastWordAt: ago(30), unreachable: 'unreachable:551' }), mail('unreachable')],
  ['where she refused', person({ mayWrite: 'refused' }), mail('not_allowed')],
] as const)('an approved template, %s', (_when, reach, way) => {
  expect(wayFor('order_update', reach, NOW, { utility, consent: null })).toEqual(way);
});

test('a template is for what concerns an order, not for talk or advertising', () => {
  const means = { utility, consent: { token: null } };
  for (const purpose of ['answer', 'human_answer', 'reminder', 'broadcast'] as const)
    expect(wayFor(purpose, person({ lastWordAt: ago(200) }), NOW, means)).toEqual(none(shut));
});

const later = new Date(NOW.getTime() + 3_600_000);
const token = (expiresAt: Date | null, usedAt: Date | null): Means => ({
  utility: null,
  consent: { token: { value: '6711', expiresAt, usedAt } },
});
const byToken: Way = { by: 'thread', how: { type: 'TOKEN', token: '6711' } };
const long = person({ lastWordAt: ago(200) });

test.each<[string, Reach, Means, unknown]>([
  ['carries advertising beyond the window', long, token(later, null), byToken],
  ['also where she never wrote', person({}), token(null, null), byToken],
  ['is spared within the window', person({ lastWordAt: ago(1) }), token(later, null), update],
  ['ends', long, token(ago(0), null), none(shut)],
  ['rests for 48 hours', long, token(later, ago(47)), none('too_soon')],
  ['and goes again after them', long, token(later, ago(48)), byToken],
  ['never goes past a stop', { ...long, stoppedAt: ago(1) }, token(later, null), none('stopped')],
])('a token %s', (_what, reach, means, way) => {
  expect(wayFor('broadcast', reach, NOW, means)).toEqual(way);
});

test('a token carries advertising only', () => {
  expect(wayFor('order_update', long, NOW, token(later, null))).toEqual(mail(shut));
});
