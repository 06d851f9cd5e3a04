import { z } from 'zod';
import { languageSchema } from '../../market';
import { currencySchema } from '../../money';
import { MAPPED_FIELDS } from './file-format';

/** How far an import came. `mapping`: a person must say what the columns mean; `ready`: compared, nothing written yet. */
export const IMPORT_STATUSES = [
  'mapping',
  'reading',
  'ready',
  'applying',
  'done',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** While a worker is at it. */
export function isUnderWay(status: ImportStatus): boolean {
  return status === 'reading' || status === 'applying' || status === 'undoing';
}

const column = z.string().max(200).optional();
const mappingSchema = z.strictObject(
  Object.fromEntries(MAPPED_FIELDS.map((field) => [field, column])) as Record<
    (typeof MAPPED_FIELDS)[number],
    typeof column
  >,
);

/** What the file does not say: its currency, its language, whether its stock counts, and what unknown heads mean. */
export const importOptionsSchema = z.strictObject({
  currency: currencySchema,
  language: languageSchema,
  takesStock: z.boolean(),
  mapping: mappingSchema.optional(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** The largest file that is taken; 50,000 variants are about 15 MB. */
export const LARGEST_FILE_BYTES = 32 * 1024 * 1024;
