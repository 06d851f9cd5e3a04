import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLine, guardCell, readGuarded } from './csv-line';

const HOSTILE = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1", "''@x"];

it.each(HOSTILE)('row 48: %j is no formula, and comes back as it was', (text) => {
  expect(guardCell(text)).toBe(`'${text}`);
  expect(readGuarded(guardCell(text))).toBe(text);
});

it.each(['', "'n Kaffee", "rock'n'roll", '24.90', 'a=b'])('%j is left alone, both ways', (text) => {
  expect(guardCell(text)).toBe(text);
  expect(readGuarded(text)).toBe(text);
});

it('brings every text back', () => {
  const tricky = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\n', 'a', '"', ',', '＝') });
  fc.assert(
    fc.property(fc.oneof(tricky, fc.string({ unit: 'grapheme' })), (text) => {
      expect(readGuarded(guardCell(text))).toBe(text);
      expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});

it('quotes what would break a line', () => {
  expect(csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', ' edge'])).toBe(
    'a,"b,c","say ""hi""","two\nlines"," edge"\r\n',
  );
});
