import { z } from 'zod';

/**
 * What a product must have to stand in a collection that fills itself: all of what is named. `tags`: each of them, whatever
 * its case; `vendor`: exactly. A rule that names nothing takes nothing.
 */
export const collectionRuleSchema = z
  .strictObject({
    tags: z.array(z.string().trim().min(1).max(60)).max(10).default([]),
    vendor: z.string().trim().max(200).default(''),
  })
  .refine((rule) => rule.tags.length > 0 || rule.vendor !== '', { message: 'empty_rule' });
export type CollectionRule = z.infer<typeof collectionRuleSchema>;
