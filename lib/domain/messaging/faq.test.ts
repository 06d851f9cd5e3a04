import { expect, test } from 'vitest';
import { matchFaq } from './faq';

const answer = { de: 'Ja.', en: 'Yes.' };
const entries = [
  { id: 'time', question: { de: 'Wie lange dauert die Lieferung?', en: 'How long does delivery take?' }, answer },
  { id: 'frame', question: { de: 'Gibt es Rahmen dazu?', en: 'Do you have frames?' }, answer },
  { id: 'silent', question: { de: '?', en: '' }, answer },
];

test.each([
  ['Wie lange dauert die Lieferung?', 'time'],
  ['wie lange dauert eine liefrung', 'time'],
  ['how long does delivery take', 'time'],
  ['Lieferung', null],
  ['Habt ihr Rahmen dazu?', 'frame'],
  ['frames?', 'frame'],
  ['Poster Meer', null],
  ['', null],
])('%j is answered by %s', (text, id) => {
  expect(matchFaq(entries, text)?.id ?? null).toBe(id);
});
