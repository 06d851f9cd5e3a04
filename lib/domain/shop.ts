import { z } from 'zod';
import { LEGAL_TEXT_AT_MOST } from './legal-text';
import { localizedTextSchema } from './market';

export const LEGAL_PAGES = ['impressum', 'terms', 'privacy', 'withdrawal', 'shipping'] as const;
export type LegalPage = (typeof LEGAL_PAGES)[number];
export const legalPageSchema = z.enum(LEGAL_PAGES);

const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/);
const logoSchema = z.string().regex(/^pictures\/[\w-]{16,64}$/);

/**
 * What the merchant says about the shop itself; stored under the setting `shop`. A legal text is plain: blank lines
 * part paragraphs, a line that begins with "## " is a heading.
 */
export const shopSettingsSchema = z.strictObject({
  name: z.string().min(1).max(80),
  tagline: localizedTextSchema,
  email: z.email(),
  legal: z.record(legalPageSchema, localizedTextSchema),
  /** "#rrggbb"; absent: the colour that Kiosk comes with. */
  colour: colourSchema.optional(),
  /** The base name of an uploaded picture; absent: the name stands in words. */
  logo: logoSchema.optional(),
});
export type ShopSettings = z.infer<typeof shopSettingsSchema>;

/** A shop whose merchant has not said anything yet. */
export const UNNAMED_SHOP: ShopSettings = {
  name: 'Kiosk',
  tagline: { de: '', en: '' },
  email: 'shop@example.com',
  legal: {
    impressum: { de: '', en: '' },
    terms: { de: '', en: '' },
    privacy: { de: '', en: '' },
    withdrawal: { de: '', en: '' },
    shipping: { de: '', en: '' },
  },
};

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), { message: 'unprintable' });

/** Name, contact and look, as the settings page posts them; an empty colour or logo is none. */
export const brandFormSchema = z
  .strictObject({
    name: line(80).refine((text) => text.length > 0, { message: 'required' }),
    taglineDe: line(160),
    taglineEn: line(160),
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
    colour: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(colourSchema)]),
    logo: z.union([z.literal(''), logoSchema]),
  })
  .transform(({ taglineDe, taglineEn, colour, logo, ...brand }) => ({
    ...brand,
    tagline: { de: taglineDe, en: taglineEn },
    ...(colour ? { colour } : {}),
    ...(logo ? { logo } : {}),
  }));
export type Brand = z.infer<typeof brandFormSchema>;

const longText = z
  .string()
  .max(LEGAL_TEXT_AT_MOST)
  .transform((text) => text.replace(/\r\n?/g, '\n').trim());

/** One legal text in both languages, as the settings page posts it. */
export const legalFormSchema = z
  .strictObject({ page: legalPageSchema, de: longText, en: longText })
  .transform(({ page, ...text }) => ({ page, text }));
