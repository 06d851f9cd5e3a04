import { z } from 'zod';
import { lineSchema } from '../cart/address';
import { collectionRuleSchema } from './collection-rule';

const slug = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,119}$/);
const text = (max: number) => z.string().trim().max(max).default('');

const tagList = z
  .string()
  .max(700)
  .default('')
  .transform((all) => [...new Set(all.split(',').map((tag) => tag.trim()))].filter(Boolean));
const memberList = z
  .string()
  .max(120_000)
  .default('')
  .transform((all) => [...new Set(all.split(/[\s,]+/).filter(Boolean))])
  .refine((all) => all.length <= 1_000 && all.every((member) => slug.safeParse(member).success), {
    message: 'members',
  });

/** What a merchant says about a collection; an empty `slug` makes a new one. `members` are addresses of products, in order. */
export const collectionFormSchema = z
  .strictObject({
    slug: z.union([z.literal(''), slug]),
    seenVersion: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
    titleDe: lineSchema(120),
    titleEn: lineSchema(120),
    textDe: text(2_000),
    textEn: text(2_000),
    filledBy: z.enum(['hand', 'rule']),
    tags: tagList,
    vendor: lineSchema(200).default(''),
    members: memberList,
  })
  .transform((form, context) => {
    if (!form.titleDe && !form.titleEn) context.addIssue({ code: 'custom', path: ['titleDe'], message: 'required' });
    const rule =
      form.filledBy === 'rule' ? collectionRuleSchema.safeParse({ tags: form.tags, vendor: form.vendor }) : null;
    if (rule && !rule.success) context.addIssue({ code: 'custom', path: ['tags'], message: 'empty_rule' });
    return {
      slug: form.slug,
      seenVersion: form.seenVersion,
      title: { de: form.titleDe, en: form.titleEn },
      description: { de: form.textDe, en: form.textEn },
      rule: rule?.data ?? null,
      members: form.members,
    };
  });
export type CollectionEdit = z.output<typeof collectionFormSchema>;

/** One step up or down in the order in which the shop shows its collections. */
export const collectionMoveSchema = z.strictObject({ slug, by: z.enum(['-1', '1']).transform(Number) });
