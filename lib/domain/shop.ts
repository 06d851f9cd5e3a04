import { z } from 'zod';
import { localizedTextSchema } from './market';

export const LEGAL_PAGES = ['impressum', 'terms', 'privacy', 'withdrawal', 'shipping'] as const;
export type LegalPage = (typeof LEGAL_PAGES)[number];
export const legalPageSchema = z.enum(LEGAL_PAGES);

/**
 * What the merchant says about the shop itself; stored under the setting `shop`. A legal text is plain: blank lines
 * part paragraphs, a line that begins with "## " is a heading.
 */
export const shopSettingsSchema = z.strictObject({
  name: z.string().min(1).max(80),
  tagline: localizedTextSchema,
  email: z.email(),
  legal: z.record(legalPageSchema, localizedTextSchema),
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
