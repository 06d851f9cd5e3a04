import { z } from 'zod';

export const LONGEST_NOTE = 500;
// Lines may break; no other control characters, and no halves of surrogate pairs that no database text can hold.
const UNPRINTABLE = /[^\P{Cc}\n]|\p{Cs}/u;

/** What she wants said with her order: a few lines of text, trimmed; empty for nothing. */
export const noteSchema = z
  .string()
  .max(LONGEST_NOTE * 2)
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .refine((text) => text.length <= LONGEST_NOTE && !UNPRINTABLE.test(text), { message: 'unprintable_or_too_long' });
