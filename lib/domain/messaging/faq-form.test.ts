import { expect, test } from 'vitest';
import { faqFormSchema } from './faq-form';

const id = 'faq-0123456789abcdef';
const typed = (changes: object) => ({ id, questionDe: '', answerDe: '', questionEn: '', answerEn: '', ...changes });

test.each([
  ['both languages', { questionDe: 'F', answerDe: 'A', questionEn: 'Q', answerEn: 'A' }, true],
  ['German alone', { questionDe: 'F', answerDe: 'A' }, true],
  ['English alone', { questionEn: 'Q', answerEn: 'A' }, true],
  ['nothing', {}, false],
  ['a question without an answer', { questionDe: 'F' }, false],
  ['half of the second language', { questionDe: 'F', answerDe: 'A', answerEn: 'A' }, false],
])('%s: kept %s', (_name, changes, kept) => {
  expect(faqFormSchema.safeParse(typed(changes)).success).toBe(kept);
});
