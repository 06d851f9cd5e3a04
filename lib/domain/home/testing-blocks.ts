import type { BlockOf, HomePicture } from './blocks';

const both = (de: string, en = de) => ({ de, en });
const PICTURE: HomePicture = {
  file: 'pictures/0123456789abcdef',
  alt: both('Ein Otter', 'An otter'),
  width: 960,
  height: 1_200,
  dominantColour: '#336699',
  bytes: 40_000,
};

export const pictureOf = (facts: Partial<HomePicture> = {}): HomePicture => ({ ...PICTURE, ...facts });

export const hero = (facts: Partial<BlockOf<'hero'>> = {}): BlockOf<'hero'> => ({
  id: 'block-hero',
  kind: 'hero',
  headline: both('Frisch gedruckt', 'Fresh from the press'),
  text: both(''),
  picture: null,
  link: null,
  ...facts,
});
export const row = (facts: Partial<BlockOf<'collection'>> = {}): BlockOf<'collection'> => ({
  id: 'block-row',
  kind: 'collection',
  slug: 'art-prints',
  count: 6,
  ...facts,
});
export const picks = (facts: Partial<BlockOf<'products'>> = {}): BlockOf<'products'> => ({
  id: 'block-picks',
  kind: 'products',
  heading: both('Ausgesucht', 'Picked'),
  slugs: ['otter-night'],
  ...facts,
});
export const text = (facts: Partial<BlockOf<'text'>> = {}): BlockOf<'text'> => ({
  id: 'block-text',
  kind: 'text',
  heading: both(''),
  text: both('Wir drucken selbst.', 'We print ourselves.'),
  ...facts,
});
export const picture = (facts: Partial<BlockOf<'picture'>> = {}): BlockOf<'picture'> => ({
  id: 'block-picture',
  kind: 'picture',
  picture: PICTURE,
  link: null,
  ...facts,
});
