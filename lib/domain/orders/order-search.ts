import { readOrderNumber } from './status';

/** What somebody at the desk looks for: a number, an address of e-mail, or words of a name. */
export type OrderSearch =
  | { is: 'number'; number: number }
  | { is: 'email'; email: string }
  | { is: 'name'; words: string[] };

const WORDS_AT_MOST = 5;

/** What was typed into the search of the orders; null for nothing. */
export function readOrderSearch(typed: string): OrderSearch | null {
  const text = typed.trim();
  if (text === '') return null;
  const number = readOrderNumber(text);
  if (number !== null) return { is: 'number', number };
  if (text.includes('@')) return { is: 'email', email: text.toLowerCase() };
  const words = nameWords(text);
  return words.length > 0 ? { is: 'name', words } : null;
}

/** The words of a name as they are compared: small, without accents; "Łucja" and "lucja" are one. */
export function nameWords(name: string): string[] {
  const plain = name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].filter((word) => word.length > 1).slice(0, WORDS_AT_MOST);
}
