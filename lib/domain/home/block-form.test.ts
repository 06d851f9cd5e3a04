import { describe, expect, it } from 'vitest';
import { homeBlockFormSchema } from './block-form';

const FILE = 'pictures/0123456789abcdef';
const shared = { id: '', seenVersion: '3' };
const HERO = {
  ...shared,
  kind: 'hero',
  headingDe: ' Frisch ',
  headingEn: '',
  textDe: 'Eins\r\n\r\nZwei',
  textEn: '',
  picture: '',
  altDe: '',
  altEn: '',
  link: '',
};
const PICTURE = { ...shared, kind: 'picture', picture: FILE, altDe: 'Ein Otter', altEn: 'An otter', link: '' };
const PICKS = { ...shared, kind: 'products', headingDe: '', headingEn: '', slugs: 'otter-night,tide-moon' };
const ROW = { ...shared, kind: 'collection', slug: 'art-prints', count: '6' };
const TEXT = { ...shared, kind: 'text', headingDe: '', headingEn: '', textDe: 'Hallo', textEn: '' };

const wrong = (form: unknown) => {
  const read = homeBlockFormSchema.safeParse(form);
  return read.success ? [] : read.error.issues.map(({ path }) => String(path[0]));
};
const blockOf = (form: unknown) => homeBlockFormSchema.parse(form).block;

describe('the form of a block', () => {
  it('reads each kind', () => {
    expect(homeBlockFormSchema.parse(HERO)).toEqual({
      seenVersion: 3,
      block: {
        id: '',
        kind: 'hero',
        headline: { de: 'Frisch', en: '' },
        text: { de: 'Eins\n\nZwei', en: '' },
        picture: null,
        link: null,
      },
    });
    expect(blockOf(PICTURE)).toMatchObject({ picture: { file: FILE, alt: { de: 'Ein Otter', en: 'An otter' } } });
    expect(blockOf(PICKS)).toMatchObject({ slugs: ['otter-night', 'tide-moon'] });
    expect(blockOf(ROW)).toMatchObject({ slug: 'art-prints', count: 6 });
    expect(blockOf(TEXT)).toMatchObject({ text: { de: 'Hallo', en: '' } });
  });

  it.each([
    ['/shop/products/otter-night', { to: 'product', slug: 'otter-night' }],
    ['https://shop.example/shop/collections/art-prints', { to: 'collection', slug: 'art-prints' }],
  ])('reads the link %s', (link, read) => {
    expect(blockOf({ ...HERO, link })).toMatchObject({ link: read });
  });

  it.each([
    ['a hero without a headline', { ...HERO, headingDe: ' ' }, ['headingDe']],
    ['a hero picture that is described in one language', { ...HERO, picture: FILE, altDe: 'Otter' }, ['altEn']],
    ['a picture without a picture', { ...PICTURE, picture: '' }, ['picture']],
    ['a picture without a description', { ...PICTURE, altDe: '', altEn: ' ' }, ['altDe', 'altEn']],
    ['a picture from elsewhere', { ...PICTURE, picture: 'https://evil.example/x' }, ['picture']],
    ['a text without words', { ...TEXT, textDe: '\n' }, ['textDe']],
    ['a pick of nothing', { ...PICKS, slugs: '' }, ['slugs']],
    ['a pick of too much', { ...PICKS, slugs: Array.from({ length: 13 }, (_, at) => `p${at}`).join(',') }, ['slugs']],
    ['a pick that is no address', { ...PICKS, slugs: '../x' }, ['slugs']],
    ['a row of one', { ...ROW, count: '1' }, ['count']],
    ['a row of thirteen', { ...ROW, count: '13' }, ['count']],
    ['a row of no collection', { ...ROW, slug: '' }, ['slug']],
    ['a link out of the shop', { ...HERO, link: 'https://evil.example/' }, ['link']],
    ['a link that is a script', { ...HERO, link: 'javascript:alert(1)//shop/products/x' }, ['link']],
    ['a headline of several lines', { ...HERO, headingDe: 'a\nb' }, ['headingDe']],
  ])('rows 45 and 55: refuses %s', (_name, form, fields) => {
    expect(wrong(form)).toEqual(fields);
  });

  it('refuses a kind that there is not, and fields that nobody asked for', () => {
    expect(homeBlockFormSchema.safeParse({ ...ROW, kind: 'html' }).success).toBe(false);
    expect(homeBlockFormSchema.safeParse({ ...ROW, position: '1' }).success).toBe(false);
  });
});
