import { z } from 'zod';
import { lineSchema } from '../cart/address';
import type { LocalizedText } from '../market';
import { versionSchema } from '../seen-version';
import {
  ALT_AT_MOST,
  type BlockOf,
  blockIdSchema,
  FEWEST_CARDS,
  HEADLINE_AT_MOST,
  HERO_TEXT_AT_MOST,
  type HomeBlock,
  type HomeLink,
  homeSlugSchema,
  MOST_CARDS,
  TEXT_AT_MOST,
} from './blocks';

/** A picture as a form names it: what it weighs and measures, the shop knows itself. */
export type NamedPicture = { file: string; alt: LocalizedText };
type Named<Block> = Block extends { picture: infer P }
  ? Omit<Block, 'picture'> & { picture: Exclude<P, object> | NamedPicture }
  : Block;
/** A block as it was posted; an empty `id` makes a new one. */
export type PostedBlock = Named<HomeBlock>;

const longText = (max: number) =>
  z
    .string()
    .max(max * 2)
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => text.length <= max && !/[^\P{Cc}\n\t]/u.test(text), { message: 'unprintable_or_too_long' });

const ADDRESS = /^(?:https?:\/\/[^/?#\s]{1,255})?\/shop\/(products|collections)\/([a-z0-9][a-z0-9_-]{0,119})$/;
/** An address within the shop, typed or pasted with the host before it; empty for none. */
const link = z
  .string()
  .trim()
  .max(400)
  .transform((typed, context): HomeLink | null => {
    if (!typed) return null;
    const [, room, slug = ''] = ADDRESS.exec(typed) ?? [];
    if (room) return { to: room === 'products' ? 'product' : 'collection', slug };
    context.addIssue({ code: 'custom', message: 'no_address_of_the_shop' });
    return z.NEVER;
  });

const upload = z.union([z.literal(''), z.string().regex(/^pictures\/[\w-]{16,64}$/)]);
const slugList = z
  .string()
  .max(2_000)
  .transform((all) => [...new Set(all.split(',').filter(Boolean))])
  .refine((all) => all.length >= 1 && all.length <= MOST_CARDS, { message: 'how_many' })
  .refine((all) => all.every((slug) => homeSlugSchema.safeParse(slug).success), { message: 'slugs' });

const shared = { id: z.union([z.literal(''), blockIdSchema]), seenVersion: versionSchema };
const heading = { headingDe: lineSchema(HEADLINE_AT_MOST), headingEn: lineSchema(HEADLINE_AT_MOST) };
const text = (max: number) => ({ textDe: longText(max), textEn: longText(max) });
const picture = { picture: upload, altDe: lineSchema(ALT_AT_MOST), altEn: lineSchema(ALT_AT_MOST), link };

type Posted = { seenVersion: number; block: PostedBlock };
type Context = z.RefinementCtx;

/** What a merchant says about one block of the home page. */
export const homeBlockFormSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...shared, kind: z.literal('hero'), ...heading, ...text(HERO_TEXT_AT_MOST), ...picture }),
    z.strictObject({
      ...shared,
      kind: z.literal('collection'),
      slug: homeSlugSchema,
      count: z.coerce.number().int().min(FEWEST_CARDS).max(MOST_CARDS),
    }),
    z.strictObject({ ...shared, kind: z.literal('products'), ...heading, slugs: slugList }),
    z.strictObject({ ...shared, kind: z.literal('text'), ...heading, ...text(TEXT_AT_MOST) }),
    z.strictObject({ ...shared, kind: z.literal('picture'), ...picture }),
  ])
  .transform((form, context): Posted => {
    const { id, seenVersion } = form;
    const posted = (block: PostedBlock): Posted => ({ seenVersion, block });
    switch (form.kind) {
      case 'hero': {
        const headline = inOneLanguage(form.headingDe, form.headingEn, 'heading', context);
        const written = { de: form.textDe, en: form.textEn };
        return posted({
          id,
          kind: 'hero',
          headline,
          text: written,
          picture: pictureOf(form, context),
          link: form.link,
        });
      }
      case 'collection':
        return posted({ id, kind: 'collection', slug: form.slug, count: form.count });
      case 'products':
        return posted({ id, kind: 'products', heading: { de: form.headingDe, en: form.headingEn }, slugs: form.slugs });
      case 'text': {
        const written = inOneLanguage(form.textDe, form.textEn, 'text', context);
        return posted({ id, kind: 'text', heading: { de: form.headingDe, en: form.headingEn }, text: written });
      }
      case 'picture': {
        const shownPicture = pictureOf(form, context);
        if (shownPicture) return posted({ id, kind: 'picture', picture: shownPicture, link: form.link });
        context.addIssue({ code: 'custom', path: ['picture'], message: 'required' });
        return z.NEVER;
      }
    }
  });

function inOneLanguage(de: string, en: string, name: string, context: Context): LocalizedText {
  if (!de && !en) context.addIssue({ code: 'custom', path: [`${name}De`], message: 'required' });
  return { de, en };
}

/** Whoever cannot see it hears what it shows, in her own language: both are wanted wherever there is a picture. */
function pictureOf(
  { picture: file, altDe, altEn }: { picture: string; altDe: string; altEn: string },
  context: Context,
): NamedPicture | null {
  if (!file) return null;
  for (const [name, alt] of [
    ['altDe', altDe],
    ['altEn', altEn],
  ] as const)
    if (!alt) context.addIssue({ code: 'custom', path: [name], message: 'required' });
  return { file, alt: { de: altDe, en: altEn } };
}

/** An empty block of a kind, for its form. */
export function emptyBlock(kind: HomeBlock['kind']): PostedBlock {
  const none = { de: '', en: '' };
  switch (kind) {
    case 'hero':
      return { id: '', kind, headline: none, text: none, picture: null, link: null };
    case 'collection':
      return { id: '', kind, slug: '', count: 6 } satisfies BlockOf<'collection'>;
    case 'products':
      return { id: '', kind, heading: none, slugs: [] };
    case 'text':
      return { id: '', kind, heading: none, text: none };
    case 'picture':
      return { id: '', kind, picture: { file: '', alt: none }, link: null };
  }
}

/** One step up or down, or out of the page. */
export const homeStepFormSchema = z.strictObject({
  seenVersion: versionSchema,
  id: blockIdSchema,
  step: z.enum(['up', 'down', 'remove']),
});
/** The page as it stands goes before everybody's eyes, or begins with what the shop shows by itself. */
export const homeVersionFormSchema = z.strictObject({ seenVersion: versionSchema });
export const homeRestoreFormSchema = z.strictObject({ seenVersion: versionSchema, number: versionSchema });
