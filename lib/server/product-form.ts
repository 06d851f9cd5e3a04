import { z } from 'zod';
import { productInputSchema } from '@/lib/domain/catalogue/product-input';
import { sanitiseHtml } from '@/lib/import/html';
import { parseStrictJson } from './strict-json';

const LONGEST = 400_000;

/** A form's field that holds JSON, read as strictly as a body would be. */
function jsonField<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .max(LONGEST)
    .transform((text, context) => {
      const read = parseStrictJson(text);
      if (read.ok) return read.value;
      context.addIssue({ code: 'custom', message: read.problem });
      return z.NEVER;
    })
    .pipe(schema);
}

/** What the editor of a product posts: the draft as one JSON field, its HTML made harmless. `seenVersion` 0: a new one. */
export const productFormSchema = z.strictObject({
  productId: z.string().regex(/^[\w:-]{1,100}$/),
  seenVersion: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  product: jsonField(
    productInputSchema.transform((input) => ({
      ...input,
      descriptionHtml: {
        de: sanitiseHtml(input.descriptionHtml.de),
        en: sanitiseHtml(input.descriptionHtml.en),
      },
    })),
  ),
});
