import { expect, test } from 'vitest';
import { type Chip, chipMeant } from './chips';

const CANCEL: Chip[] = [
  { title: 'Ja, stornieren', payload: 'CANCEL_YES:order-1' },
  { title: 'Nein, behalten', payload: 'ORDERS' },
];
const NEWS: Chip[] = [
  { title: 'Ja, gern', payload: 'NEWS_YES' },
  { title: 'Alle Produkte', payload: 'PRODUCTS' },
];
const MAIL: Chip[] = [{ title: 'Meine E-Mail', payload: 'ORDERS', contact: 'email' }];
const CALL: Chip[] = [{ title: 'Ruft mich an', payload: 'PERSON', contact: 'phone' }];
const SHELF: Chip[] = [
  { title: 'Kollektionen', payload: 'COLLECTIONS' },
  { title: 'Hilfe', payload: 'HELP' },
];

test.each<[string, Chip[], string | null]>([
  ['ja', CANCEL, 'CANCEL_YES:order-1'],
  ['Ja bitte!', CANCEL, 'CANCEL_YES:order-1'],
  ['yes please', CANCEL, 'CANCEL_YES:order-1'],
  ['👍', CANCEL, 'CANCEL_YES:order-1'],
  ['👍🏽', CANCEL, 'CANCEL_YES:order-1'],
  ['😂', CANCEL, null],
  ['❤️', CANCEL, null],
  ['ja stornieren', CANCEL, 'CANCEL_YES:order-1'],
  ['nein', CANCEL, 'ORDERS'],
  ['lieber nicht', CANCEL, 'ORDERS'],
  ['no thanks', CANCEL, 'ORDERS'],
  ['Danke', CANCEL, null],
  ['ja, aber zeig mir erst Poster', CANCEL, null],
  ['gern', NEWS, 'NEWS_YES'],
  ['nö', NEWS, 'PRODUCTS'],
  ['ada@example.com', MAIL, 'ada@example.com'],
  ['ada@example.com', SHELF, null],
  ['+49 170 1234567', CALL, '+49 170 1234567'],
  ['+49 170 1234567', MAIL, null],
  ['Meine E-Mail', MAIL, null],
  ['kollektionen', SHELF, 'COLLECTIONS'],
  ['ja', SHELF, null],
  ['ja', [], null],
  ['', SHELF, null],
])('%j under these chips means %#', (typed, chips, payload) => {
  expect(chipMeant(chips, typed)).toBe(payload);
});
