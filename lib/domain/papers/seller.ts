import { z } from 'zod';
import { lineSchema } from '../cart/address';

const required = (max: number) => lineSchema(max).refine((text) => text.length > 0, { message: 'required' });

/** Where a seller may be: the European Union, Switzerland and Britain. */
export const SELLER_COUNTRIES = ['DE', 'AT', 'CH', 'GB'] as const;

/** By country: the letters, then what each state gives. Source: Commission, VAT identification numbers, structure. */
const VAT_IDS: Record<(typeof SELLER_COUNTRIES)[number], RegExp> = {
  DE: /^DE\d{9}$/,
  AT: /^ATU\d{8}$/,
  CH: /^CHE\d{9}(?:MWST|TVA|IVA)?$/,
  GB: /^GB(?:\d{9}|\d{12})$/,
};

/** A number as people type it, without the blanks, dots and dashes between its parts. */
const vatId = lineSchema(20).transform((text) => text.replace(/[\s.-]/g, '').toUpperCase());

/**
 * Who sells, as an invoice must say it (§ 14 UStG). One of VAT id and tax number is needed; `smallBusiness` sells without
 * VAT (§ 19 UStG).
 */
export const sellerSchema = z
  .strictObject({
    name: required(100),
    street: required(120),
    postalCode: required(12),
    city: required(80),
    country: z.enum(SELLER_COUNTRIES),
    vatId,
    taxNumber: lineSchema(30),
    smallBusiness: z.boolean(),
  })
  .superRefine((seller, context) => {
    if (seller.vatId && !VAT_IDS[seller.country].test(seller.vatId))
      context.addIssue({ code: 'custom', path: ['vatId'], message: 'vat_id' });
    if (!seller.vatId && !seller.taxNumber)
      context.addIssue({ code: 'custom', path: ['taxNumber'], message: 'vat_id_or_tax_number' });
  });
export type Seller = z.infer<typeof sellerSchema>;

/** What the settings page posts: a ticked box is sent as "on", an empty one not at all. */
export const sellerFormSchema = z
  .strictObject({
    name: z.string(),
    street: z.string(),
    postalCode: z.string(),
    city: z.string(),
    country: z.enum(SELLER_COUNTRIES),
    vatId: z.string(),
    taxNumber: z.string(),
    smallBusiness: z.literal('on').optional(),
  })
  .transform(({ smallBusiness, ...fields }) => ({ ...fields, smallBusiness: smallBusiness === 'on' }))
  .pipe(sellerSchema);
