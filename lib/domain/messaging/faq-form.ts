import { z } from 'zod';
import type { FaqEntry } from './faq';

const text = (max: number) => z.string().trim().max(max);

/** A question and its answer as the merchant types them: in both languages, or in one that stands for both. */
export const faqFormSchema = z
  .strictObject({
    id: z.string().regex(/^[\w-]{16,64}$/),
    questionDe: text(200),
    answerDe: text(600),
    questionEn: text(200),
    answerEn: text(600),
  })
  .transform(({ id, questionDe, answerDe, questionEn, answerEn }, context): FaqEntry => {
    const german = questionDe !== '' && answerDe !== '';
    const english = questionEn !== '' && answerEn !== '';
    const isHalf = (questionDe === '') !== (answerDe === '') || (questionEn === '') !== (answerEn === '');
    if (!isHalf && (german || english))
      return { id, question: { de: questionDe, en: questionEn }, answer: { de: answerDe, en: answerEn } };
    const wrong =
      isHalf && german
        ? questionEn === ''
          ? 'questionEn'
          : 'answerEn'
        : questionDe === ''
          ? 'questionDe'
          : 'answerDe';
    context.addIssue({ code: 'custom', message: 'wrong', path: [wrong] });
    return z.NEVER;
  });

export const removeFaqSchema = z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/) });
