import { describe, expect, test } from 'vitest';
import type { Found, LastOrder } from './found';
import { effectsOf, isLeftToPerson, isQuiet, withPatience } from './turn';

const NOW = new Date('2026-11-20T12:00:00Z');
const SOON = new Date('2026-11-20T16:00:00Z');
const order: LastOrder = {
  id: 'order-1',
  number: 1001,
  status: 'fulfilled',
  pieces: 1,
  total: { amountMinor: 2490, currency: 'EUR' },
  placedAt: NOW,
};
const asked = {
  ask: 'restock' as const,
  title: { de: 'Welle', en: 'Wave' },
  wanted: [{ variantId: 'v1', seenMinor: 2490 }],
  currency: 'EUR' as const,
};
const calm = {
  unclearInRow: 0,
  quietUntil: null,
  language: null,
  advertising: null,
  task: null,
  mail: null,
  tester: null,
  agreed: null,
};

describe('what a turn leaves behind', () => {
  test.each<[string, Found, number, object]>([
    ['an answer begins the count anew', { is: 'thanks' }, 1, calm],
    ['not understood counts', { is: 'unclear' }, 0, { ...calm, unclearInRow: 1 }],
    ['nothing found counts', { is: 'nothing', words: 'x', collections: [] }, 0, { ...calm, unclearInRow: 1 }],
    [
      'a person is called, and the bot is quiet',
      { is: 'person', asked: true },
      1,
      { ...calm, quietUntil: SOON, task: { kind: 'person_wanted' } },
    ],
    [
      'the bot gives up: a person is called, and what it understands it answers meanwhile',
      { is: 'person', asked: false },
      1,
      { ...calm, unclearInRow: 2, task: { kind: 'person_wanted' } },
    ],
    [
      'a wish to be called',
      { is: 'call_me', phone: '+491701234567' },
      0,
      { ...calm, quietUntil: SOON, task: { kind: 'person_wanted' } },
    ],
    ['the stop word', { is: 'advertising', now: 'stopped' }, 0, { ...calm, advertising: 'stopped' }],
    ['and its end', { is: 'advertising', now: 'resumed' }, 0, { ...calm, advertising: 'resumed' }],
    ['the question for news', { is: 'news', state: 'ask', optIn: true }, 0, calm],
    ['a yes to news', { is: 'news', state: 'agreed', optIn: false }, 0, { ...calm, agreed: { to: 'news' } }],
    ['a wish to be told', { ...asked, is: 'asked', optIn: true }, 0, { ...calm, agreed: { to: 'asks', ...asked } }],
    ['a merchant’s own thread', { is: 'tester', merchantId: 'm' }, 0, { ...calm, tester: 'm' }],
    [
      'an address',
      { is: 'mail_to', order, address: 'a@b.de' },
      0,
      { ...calm, mail: { orderId: 'order-1', address: 'a@b.de' } },
    ],
    ['a language', { is: 'language', language: 'en' }, 0, { ...calm, language: 'en' }],
    ['a withdrawal', { is: 'returned', order }, 0, { ...calm, task: { kind: 'return_requested', orderId: 'order-1' } }],
    ['a question whether to withdraw', { is: 'return', order }, 0, calm],
  ])('%s', (_name, found, unclearInRow, effects) => {
    expect(effectsOf(found, { unclearInRow, quietUntil: null }, NOW)).toEqual(effects);
  });
});

test('her number after the call for a person is no second task', () => {
  const found: Found = { is: 'call_me', phone: '+491701234567' };
  expect(effectsOf(found, { unclearInRow: 0, quietUntil: SOON }, NOW)).toEqual({ ...calm, quietUntil: SOON });
});

test.each<[Found, number, string]>([
  [{ is: 'unclear' }, 0, 'unclear'],
  [{ is: 'unclear' }, 1, 'person'],
  [{ is: 'nothing', words: 'x', collections: [] }, 1, 'person'],
  [{ is: 'thanks' }, 1, 'thanks'],
])('%j after %i misunderstandings is answered as %s', (found, unclearInRow, is) => {
  expect(withPatience(found, { unclearInRow, quietUntil: null }).is).toBe(is);
});

test.each<[string, Found, number, boolean]>([
  ['once not understood', { is: 'unclear' }, 1, false],
  ['after a person was called', { is: 'nothing', words: 'x', collections: [] }, 2, true],
  ['understood after a person was called', { is: 'thanks' }, 2, false],
])('%s, left to that person: %#', (_name, found, unclearInRow, left) => {
  expect(isLeftToPerson(found, { unclearInRow, quietUntil: null })).toBe(left);
});

const typed = { isTap: false, isStop: false };
test.each([
  ['nobody was called', null, typed, false],
  ['a person is there', SOON, typed, true],
  ['a person is there, and she taps a button', SOON, { isTap: true, isStop: false }, false],
  ['a person is there, and she says stop', SOON, { isTap: false, isStop: true }, false],
  ['the time is over', NOW, typed, false],
])('%s', (_name, quietUntil, said, quiet) => {
  expect(isQuiet({ unclearInRow: 0, quietUntil }, said, NOW)).toBe(quiet);
});
