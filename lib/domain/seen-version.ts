import { z } from 'zod';

/** Which change of a thing stood on the page: a form that saw an older one is refused, so that two at one desk lose nothing. */
export const versionSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** A form that also says which version of the thing it saw, beside what `schema` wants. */
export function withSeenVersion<T>(schema: z.ZodType<T>) {
  return z.looseObject({ seenVersion: versionSchema }).transform(({ seenVersion, ...fields }, context) => {
    const read = schema.safeParse(fields);
    if (read.success) return { seenVersion, input: read.data };
    for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path: [...path], message });
    return z.NEVER;
  });
}
