import { wordsOf } from './product-search';

const ASKING = new Set(
  'preis kostet kosten kaufen bestellen verfuegbar lieferbar info price cost buy order available interested want how much'.split(
    ' ',
  ),
);

/** Whether a comment under a post asks for an answer. Praise and tagged friends are left in peace. */
export function asksSomething(text: string): boolean {
  return text.includes('?') || wordsOf(text).some((word) => ASKING.has(word));
}
