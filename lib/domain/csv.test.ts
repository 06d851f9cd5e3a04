import { expect, it } from 'vitest';
import { csvFile } from './csv';

const cellsOf = (text: string) => csvFile(['a'], [[text]], ';').split('\r\n')[1];

it('quotes what would tear a row apart, and begins with a mark for spreadsheets', () => {
  expect(csvFile(['a', 'b'], [['x;"y"', { figure: '-1,00' }]], ';')).toBe('\uFEFFa;b\r\n"x;""y""";-1,00\r\n');
  expect(csvFile(['a'], [['one\ntwo']], ',')).toBe('\uFEFFa\r\n"one\ntwo"\r\n');
});

it.each(['=1+1', '+49 30', '-2', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', '|calc', '%0A'])('runs no %j', (text) => {
  expect(cellsOf(text)).toMatch(/^"?'/);
});

it.each(['Łucja', "O'Hara", '1+1', 'K-1001'])('leaves %j as it is', (text) => {
  expect(cellsOf(text)?.replaceAll('"', '')).toBe(text);
});
