import { expect, it } from 'vitest';
import { synonymsFormSchema } from './synonyms';

const read = (groups: string) => synonymsFormSchema.safeParse({ groups }).data?.groups ?? null;

it('reads a group a line, each word once', () => {
  expect(read('Poster, Plakat,poster , Poster\r\n\n  Tücher,Handtücher\n')).toEqual([
    ['Poster', 'Plakat', 'poster'],
    ['Tücher', 'Handtücher'],
  ]);
});

it('is empty when the merchant empties it', () => {
  expect(read('')).toEqual([]);
});

it.each([
  ['a word alone', 'Poster'],
  ['more than a group may hold', Array.from({ length: 13 }, (_, index) => `word${index}`).join(',')],
  ['more groups than a search may try', 'a1, b1\n'.repeat(201)],
])('refuses %s', (_, text) => {
  expect(read(text)).toBeNull();
});
