import type { LocalizedText } from '../market';
import { likeness, wordsOf } from './product-search';

export type FaqEntry = { id: string; question: LocalizedText; answer: LocalizedText };

const ENOUGH = 0.7;

/**
 * The merchant's answer to what somebody typed: the entry of whose question, in one language, most telling words were
 * said, and at least seven in ten; typing errors count. Null where none comes near.
 */
export function matchFaq(entries: readonly FaqEntry[], text: string): FaqEntry | null {
  const said = wordsOf(text);
  let best: { entry: FaqEntry; share: number } | null = null;
  for (const entry of entries) {
    const share = Math.max(shareOf(entry.question.de, said), shareOf(entry.question.en, said));
    if (share >= ENOUGH && share > (best?.share ?? 0)) best = { entry, share };
  }
  return best?.entry ?? null;
}

function shareOf(question: string, said: string[]): number {
  const asked = wordsOf(question);
  if (asked.length === 0) return 0;
  return asked.filter((word) => said.some((one) => likeness(one, word) > 0)).length / asked.length;
}
