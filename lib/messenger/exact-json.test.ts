import { expect, test } from 'vitest';
import { parseExactJson } from './exact-json';

test('keeps the digits of integers that a double cannot hold', () => {
  expect(parseExactJson('{"id":90071992547409931234,"small":12}')).toEqual({ id: '90071992547409931234', small: 12 });
  expect(parseExactJson('[-9007199254740993]')).toEqual(['-9007199254740993']);
});

test('leaves strings, fractions and exponents alone', () => {
  const text = '{"a":"9007199254740993 \\" 9007199254740993","b":0.12345678901234567,"c":1e21,"d":1785500000350}';
  expect(parseExactJson(text)).toEqual(JSON.parse(text));
});

test('refuses what is no JSON', () => {
  expect(() => parseExactJson('{"a":9007199254740993,}')).toThrow(SyntaxError);
});
