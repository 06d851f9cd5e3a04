import { z } from 'zod';
import { momentOf } from '../shop-time';

/** A headline of a carousel stands on its first card: that is all the room there is. */
export const HEADLINE_LENGTH = 160;
export const TEXT_LENGTH = 600;
/** A carousel's tenth card leads to the shop. */
export const MOST_PRODUCTS = 9;

/** What a broadcast says: a text in both languages, and products as cards below it. */
export const broadcastContentSchema = z.strictObject({
  text: z.strictObject({ de: z.string().max(TEXT_LENGTH), en: z.string().max(TEXT_LENGTH) }),
  slugs: z.array(z.string().min(1).max(120)).max(MOST_PRODUCTS),
});
export type BroadcastContent = z.infer<typeof broadcastContentSchema>;

/** For whom it is, among those who agreed to news: all, who bought before, or who bought out of a collection. */
export const audienceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('buyers') }),
  z.strictObject({ kind: z.literal('collection'), slug: z.string().min(1).max(120) }),
]);
export type Audience = z.infer<typeof audienceSchema>;

/**
 * How many leave in a second at most. Meta takes 300 a second of a Page; answers and order messages keep the larger part.
 * Source: Messenger Platform docs, Rate Limiting.
 */
export const BROADCAST_PER_SECOND = 100;

export type Pace = { portion: number; paceAt: Date };

/**
 * How many may enter the outbox now: what the seconds since `paceAt` allow, at most one second's worth at once, so that a
 * pause or a dead worker is not made up for in a burst. `paceAt` of the answer is the moment up to which they are spent.
 */
export function paceOf(paceAt: Date | null, now: Date, perSecond = BROADCAST_PER_SECOND): Pace {
  const from = Math.max(paceAt?.getTime() ?? 0, now.getTime() - 1000);
  const portion = Math.max(0, Math.floor(((now.getTime() - from) * perSecond) / 1000));
  return { portion, paceAt: new Date(from + Math.ceil((portion * 1000) / perSecond)) };
}

const text = z.string().trim().max(TEXT_LENGTH).default('');

/** As the merchant's form posts it. The second language may be left empty; the first speaks for both then. */
export const broadcastFormSchema = z
  .strictObject({
    broadcastId: z.string().regex(/^[\w-]{16,64}$/),
    name: z.string().trim().min(1).max(80),
    textDe: text,
    textEn: text,
    products: z
      .string()
      .max(2000)
      .default('')
      .transform((list) => [...new Set(list.split(/[\s,]+/).filter(Boolean))])
      .pipe(z.array(z.string().regex(/^[\w-]{1,120}$/)).max(MOST_PRODUCTS)),
    audience: z.enum(['all', 'buyers', 'collection']),
    collection: z.string().max(120).default(''),
  })
  .refine(({ textDe, textEn }) => textDe || textEn, { path: ['textDe'] })
  .refine(({ textDe, products }) => products.length === 0 || textDe.length <= HEADLINE_LENGTH, { path: ['textDe'] })
  .refine(({ textEn, products }) => products.length === 0 || textEn.length <= HEADLINE_LENGTH, { path: ['textEn'] })
  .refine(({ audience, collection }) => audience !== 'collection' || /^[\w-]{1,120}$/.test(collection), {
    path: ['collection'],
  })
  .transform(({ broadcastId, name, textDe, textEn, products, audience, collection }) => ({
    id: broadcastId,
    name,
    content: { text: { de: textDe, en: textEn }, slugs: products } satisfies BroadcastContent,
    audience: audience === 'collection' ? ({ kind: 'collection', slug: collection } as const) : { kind: audience },
  }));
export type BroadcastDraft = z.infer<typeof broadcastFormSchema>;

/** What is done with it; `startsAt` empty begins at once. */
export const broadcastStepSchema = z.strictObject({
  broadcastId: z.string().regex(/^[\w-]{16,64}$/),
  step: z.enum(['start', 'pause', 'resume', 'stop', 'test']),
  startsAt: z
    .string()
    .max(20)
    .default('')
    .transform((typed, context) => {
      if (typed === '') return null;
      const moment = momentOf(typed);
      if (!moment) context.addIssue({ code: 'custom', message: 'time' });
      return moment;
    }),
});
