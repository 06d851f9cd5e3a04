import { headers } from 'next/headers';
import { type Words, wordsIn } from '@/components/admin/words';
import type { Language } from '@/lib/domain/market';
import { languageOf } from '@/lib/server/respond';

/** The admin's words in the language of the browser that asks. */
export async function readWords(): Promise<{ language: Language; words: Words }> {
  const language = languageOf(new Headers(await headers()));
  return { language, words: wordsIn(language) };
}
