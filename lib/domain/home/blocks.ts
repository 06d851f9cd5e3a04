import { z } from 'zod';
import { localizedTextSchema } from '../market';

/** What the shop's home page may be built of. */
export const BLOCK_KINDS = ['hero', 'collection', 'products', 'text', 'picture'] as const;
export const blockKindSchema = z.enum(BLOCK_KINDS);
export type BlockKind = z.infer<typeof blockKindSchema>;

/** More than that nobody scrolls through. */
export const MOST_BLOCKS = 12;
/** Products in one row or one pick. */
export const MOST_CARDS = 12;
export const FEWEST_CARDS = 2;
export const HEADLINE_AT_MOST = 120;
export const HERO_TEXT_AT_MOST = 400;
export const TEXT_AT_MOST = 4_000;
export const ALT_AT_MOST = 300;

export const homeSlugSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,119}$/);
export const blockIdSchema = z.string().regex(/^[\w-]{8,64}$/);

const linkSchema = z.strictObject({ to: z.enum(['product', 'collection']), slug: homeSlugSchema });
/** Where a tap leads within the shop. */
export type HomeLink = z.infer<typeof linkSchema>;

const pictureSchema = z.strictObject({
  file: z.string(),
  alt: localizedTextSchema,
  width: z.int().positive(),
  height: z.int().positive(),
  dominantColour: z.string(),
  /** Of its widest rendition, as a phone asks for it; null where nobody counted when it was uploaded. */
  bytes: z.int().nonnegative().nullable(),
});
export type HomePicture = z.infer<typeof pictureSchema>;

const shown = { id: blockIdSchema };
/**
 * One block of the home page. Texts are plain: blank lines part paragraphs. A hero's headline, the words of a text and the
 * description of a picture stand in at least one language.
 */
export const homeBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...shown,
    kind: z.literal('hero'),
    headline: localizedTextSchema,
    text: localizedTextSchema,
    picture: pictureSchema.nullable(),
    link: linkSchema.nullable(),
  }),
  z.strictObject({ ...shown, kind: z.literal('collection'), slug: homeSlugSchema, count: z.int() }),
  z.strictObject({
    ...shown,
    kind: z.literal('products'),
    heading: localizedTextSchema,
    slugs: z.array(homeSlugSchema),
  }),
  z.strictObject({ ...shown, kind: z.literal('text'), heading: localizedTextSchema, text: localizedTextSchema }),
  z.strictObject({ ...shown, kind: z.literal('picture'), picture: pictureSchema, link: linkSchema.nullable() }),
]);
export type HomeBlock = z.infer<typeof homeBlockSchema>;
export type BlockOf<Kind extends BlockKind> = Extract<HomeBlock, { kind: Kind }>;

/** A whole page, as it is stored; no block at all means that the shop shows its collections by itself. */
export const homeBlocksSchema = z.array(homeBlockSchema).max(MOST_BLOCKS);

/** The address that a link leads to. */
export function linkAddress({ to, slug }: HomeLink): string {
  return to === 'product' ? `/shop/products/${slug}` : `/shop/collections/${slug}`;
}
