import { z } from 'zod';
import { lineSchema } from '../cart/address';
import { CURRENCIES, type CurrencyCode } from '../currencies';
import { momentOf } from '../shop-time';
import { priceSchema } from './edits';
import { variantKey } from './variant-matrix';

export const MOST_VARIANTS = 100;
export const MOST_PICTURES = 20;

const inBoth = <T extends z.ZodType>(text: T) => z.strictObject({ de: text, en: text });
const line = (max: number) => inBoth(lineSchema(max));
const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/[^\P{Cc}\n\t\r]/u.test(text), { message: 'unprintable_or_too_long' });
const keySchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,79}$/);
const idSchema = z.string().regex(/^[\w:-]{1,100}$/);
const companySchema = z.strictObject({ name: lineSchema(200), address: lineSchema(300), contact: lineSchema(300) });
const count = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,7}$/)
    .transform(Number)
    .refine((figure) => figure <= most);

const amounts = z.strictObject(
  Object.fromEntries(CURRENCIES.map((code) => [code, priceSchema(code).optional()])) as Record<
    CurrencyCode,
    z.ZodOptional<ReturnType<typeof priceSchema>>
  >,
);

const variantSchema = z.strictObject({
  id: z.union([z.literal(''), idSchema]),
  optionValues: z.array(keySchema).max(3),
  sku: lineSchema(100).refine((sku) => sku !== '', { message: 'required' }),
  barcode: z
    .string()
    .trim()
    .regex(/^(?:\d{8}|\d{12,14})?$/, { message: 'barcode' }),
  weight: count(1_000_000),
  stock: count(1_000_000),
  prices: amounts,
  compareAt: amounts,
});

const imageSchema = z.strictObject({
  file: z
    .string()
    .regex(/^(?:demo|pictures)\/[\w-]{1,120}$/)
    .nullable(),
  alt: line(300),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  dominantColour: z.string().regex(/^#[0-9a-f]{6}$/i),
  altWaiver: lineSchema(200).optional(),
});

const optionSchema = z.strictObject({
  key: keySchema,
  name: line(60),
  values: z
    .array(z.strictObject({ key: keySchema, name: line(80) }))
    .min(1)
    .max(50),
});

const draftSchema = z.strictObject({
  title: line(160),
  subtitle: line(200),
  descriptionHtml: inBoth(paragraph(40_000)),
  seoTitle: line(120),
  seoDescription: line(320),
  warnings: inBoth(paragraph(2_000)),
  vendor: lineSchema(200),
  tags: z
    .string()
    .max(2_000)
    .transform((text) => [...new Set(text.split(',').map((tag) => tag.trim()))].filter(Boolean))
    .refine((tags) => tags.length <= 50 && tags.every((tag) => tag.length <= 60)),
  taxClass: z.enum(['standard', 'reduced']),
  status: z.enum(['draft', 'active', 'archived']),
  publishAt: z
    .string()
    .max(20)
    .transform((text, context) => {
      const moment = text === '' ? null : momentOf(text);
      if (text !== '' && !moment) context.addIssue({ code: 'custom', message: 'time' });
      return moment;
    }),
  maker: companySchema,
  responsible: companySchema,
  collections: z.array(keySchema).max(50),
  options: z.array(optionSchema).max(3),
  variants: z.array(variantSchema).min(1).max(MOST_VARIANTS),
  images: z.array(imageSchema).max(MOST_PICTURES),
});

/**
 * What a merchant says about a product, read from its draft: prices in minor units (null: not sold in the currency; absent:
 * untouched), weights in grams. What must hold for one on sale is `publishingProblem`'s; that it fits together is checked here.
 */
export const productInputSchema = draftSchema.superRefine((draft, context) => {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (!draft.title.de && !draft.title.en) refuse(['title', 'de'], 'required');
  const skus = new Set<string>();
  const places = new Set<string>();
  for (const [at, variant] of draft.variants.entries()) {
    if (skus.has(variant.sku)) refuse(['variants', at, 'sku'], 'doubled');
    skus.add(variant.sku);
    const place = variantKey(variant.optionValues);
    const known = variant.optionValues.every((key, index) =>
      draft.options[index]?.values.some((value) => value.key === key),
    );
    if (places.has(place) || !known || variant.optionValues.length !== draft.options.length)
      refuse(['variants', at, 'optionValues'], 'options');
    places.add(place);
  }
  for (const [at, option] of draft.options.entries()) {
    if (!option.name.de && !option.name.en) refuse(['options', at, 'name', 'de'], 'required');
    for (const [index, value] of option.values.entries())
      if (!value.name.de && !value.name.en) refuse(['options', at, 'values', index, 'name', 'de'], 'required');
    if (new Set(option.values.map((value) => value.key)).size < option.values.length)
      refuse(['options', at, 'values'], 'doubled');
  }
  if (new Set(draft.options.map((option) => option.key)).size < draft.options.length) refuse(['options'], 'doubled');
});

export type ProductInput = z.output<typeof productInputSchema>;

/**
 * Why a product cannot be on sale as it stands, or null: "no_price" where no variant is sold in any currency, "alt_missing"
 * where a picture neither has words in both languages nor a reason to need none.
 */
export function publishingProblem(input: Pick<ProductInput, 'variants' | 'images'>): 'no_price' | 'alt_missing' | null {
  const priced = input.variants.some((variant) => Object.values(variant.prices).some((price) => price != null));
  if (!priced) return 'no_price';
  return input.images.some(lacksWords) ? 'alt_missing' : null;
}

/** Whether a picture would be nameless to somebody who cannot see it. */
export function lacksWords(image: Pick<ProductInput['images'][number], 'file' | 'alt' | 'altWaiver'>): boolean {
  return image.file !== null && !image.altWaiver && !(image.alt.de && image.alt.en);
}
