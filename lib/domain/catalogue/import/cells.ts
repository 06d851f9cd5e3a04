import { chargeLimits, stepOf } from '../../currencies';
import { type CurrencyCode, fromDecimalText } from '../../money';
import type { TableRow } from './imported-product';

const LARGEST_COUNT = 10_000_000;

export function cell(row: TableRow, column: string): string {
  return (row.cells.get(column) ?? '').trim();
}

/**
 * Minor units for a decimal text: 1999 for "19.99" in EUR, 1999 for "1999" in JPY, 1990 for "1.99" in KWD.
 * Null when the text is no exact, payable amount of that currency ("19.999" EUR, "1.999" KWD, "1,50", "-1").
 */
export function priceMinorFrom(text: string, currency: CurrencyCode): number | null {
  const price = fromDecimalText(text, currency);
  if (!price) return null;
  const isPayable = price.amountMinor <= chargeLimits(currency).most && price.amountMinor % stepOf(currency) === 0;
  return isPayable ? price.amountMinor : null;
}

/** A whole number from 0 on; null for anything else. */
export function countFrom(text: string): number | null {
  return /^\d{1,8}$/.test(text) && Number(text) <= LARGEST_COUNT ? Number(text) : null;
}

/** Whole grams; "12.4" is 12, since scales differ by more. Null for what is no weight. */
export function gramsFrom(text: string): number | null {
  return /^\d{1,8}(\.\d{1,8})?$/.test(text) ? Math.round(Number(text)) : null;
}

/** Comma-separated words, each once (whatever its case), in the order of the file. */
export function listFrom(text: string): string[] {
  const seen = new Map<string, string>();
  for (const word of text.split(',').map((part) => part.trim())) {
    if (word !== '' && !seen.has(word.toLowerCase())) seen.set(word.toLowerCase(), word);
  }
  return [...seen.values()];
}

/** Letters and digits joined by "-", lower case, without marks above or below; letters of any script stay. */
export function slugFrom(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
