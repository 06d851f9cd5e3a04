import { z } from 'zod';

/** What a broadcast says: a text in both languages, and products as cards below it. */
export const broadcastContentSchema = z.strictObject({
  text: z.strictObject({ de: z.string().max(600), en: z.string().max(600) }),
  slugs: z.array(z.string().min(1).max(120)).max(10),
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
