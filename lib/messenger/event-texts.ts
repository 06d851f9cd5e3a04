import { z } from 'zod';
import { maskCardNumbers } from '@/lib/domain/messaging/mask-cards';

const MAX_TEXT = 2000;
/** Of an id or a name, in UTF-16 units. */
export const MAX_ID = 200;

/** Postgres keeps neither NUL nor half a surrogate pair; the cut comes first, for it may split a pair. */
export function storable(text: string, max: number): string {
  return text
    .slice(0, max)
    .replaceAll('\u0000', '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** What a person typed: a card number in it is masked before anybody keeps it. */
export const typed = z.string().transform((text) => maskCardNumbers(storable(text, MAX_TEXT)));
export const payload = z.string().transform((text) => storable(text, 1000));
export const name = z.union([z.string(), z.number()]).transform((value) => storable(String(value), MAX_ID));
export const nameOrNull = name
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);
