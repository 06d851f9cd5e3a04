import { expect, it } from 'vitest';
import { nameWords, readOrderSearch } from './order-search';

it.each([
  ['K-1042', { is: 'number', number: 1042 }],
  [' k 1042 ', { is: 'number', number: 1042 }],
  ['Ada@Example.com ', { is: 'email', email: 'ada@example.com' }],
  ['Łucja  Żółkiewska', { is: 'name', words: ['lucja', 'zolkiewska'] }],
  ['  ', null],
  ['!', null],
])('reads %j', (typed, wanted) => {
  expect(readOrderSearch(typed)).toEqual(wanted);
});

it('takes a name apart once per word', () => {
  expect(nameWords('Jean-Luc Groß groß O')).toEqual(['jean', 'luc', 'gross']);
});
