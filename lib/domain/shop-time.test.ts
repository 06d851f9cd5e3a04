import { expect, it } from 'vitest';
import { localText, momentOf } from './shop-time';

it.each([
  ['2026-11-20T18:00', '2026-11-20T17:00:00.000Z'],
  ['2026-07-01T00:00', '2026-06-30T22:00:00.000Z'],
  ['2026-12-31T23:59', '2026-12-31T22:59:00.000Z'],
])('%s in the shop is %s', (local, utc) => {
  expect(momentOf(local)?.toISOString()).toBe(utc);
  expect(localText(new Date(utc))).toBe(local);
});

it.each(['', '2026-11-20', 'now', '2026-13-40T99:99', '2026-11-20T18:00Z'])('%j is no time', (text) => {
  expect(momentOf(text)).toBeNull();
});
