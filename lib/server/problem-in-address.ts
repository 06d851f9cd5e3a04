import type { PageLanguage } from '@/lib/domain/page-language';
import { PROBLEMS, type ProblemName, sentenceFor } from './problems';

/** The sentence for `?problem=…`, with which a form without script comes back; null for anything that is no problem of ours. */
export function sentenceInAddress(value: string | string[] | undefined, language: PageLanguage): string | null {
  return isProblem(value) ? sentenceFor(value, language) : null;
}

function isProblem(value: unknown): value is ProblemName {
  return typeof value === 'string' && Object.hasOwn(PROBLEMS, value);
}
