import { contrast, hexOf, type Oklch, oklchOf } from './colour';

/** The colours that the pages take from the brand, in one scheme; each pair stands at 4.5:1 or better. */
export type BrandColours = { brand: string; strong: string; onBrand: string; soft: string };

/** `isDarkened`: as it was given it could not be read on a light page, and stands darker there. `ratio`: on that page, as given. */
export type BrandPalette = { light: BrandColours; dark: BrandColours; isDarkened: boolean; ratio: number };

/** WCAG 2.2 AA for text; a little more, so that rounding takes nothing away. */
const LEAST = 4.55;
/** What text stands on: surface, raised and sunken of globals.css. */
const LIGHT_GROUNDS = [ground(0.984, 0.006, 85), '#ffffff', ground(0.956, 0.008, 85)];
const DARK_GROUNDS = [ground(0.19, 0.014, 225), ground(0.235, 0.016, 225), ground(0.27, 0.016, 225)];
const STEP = 0.01;

function ground(l: number, c: number, h: number): string {
  return hexOf({ l, c, h });
}

/** All that the pages need of one colour ("#rrggbb"), so that everything can be read, in light and dark. */
export function paletteOf(hex: string): BrandPalette {
  const given = oklchOf(hex);
  const light = lightColours(given);
  return {
    light,
    dark: darkColours(given),
    isDarkened: light.brand !== hexOf(given),
    ratio: Math.min(...LIGHT_GROUNDS.map((ground) => contrast(hex, ground))),
  };
}

function lightColours(given: Oklch): BrandColours {
  const soft = hexOf({ l: 0.945, c: Math.min(given.c, 0.025), h: given.h });
  const onBrand = hexOf({ l: 0.99, c: Math.min(given.c, 0.005), h: given.h });
  const reads = (brand: string) =>
    [...LIGHT_GROUNDS, soft, onBrand].every((ground) => contrast(brand, ground) >= LEAST);
  let l = given.l;
  while (l > 0.1 && !reads(hexOf({ ...given, l }))) l -= STEP;
  return { brand: hexOf({ ...given, l }), strong: hexOf({ ...given, l: Math.max(0.08, l - 0.07) }), onBrand, soft };
}

function darkColours(given: Oklch): BrandColours {
  const calm = { ...given, c: Math.min(given.c, 0.11) };
  const soft = hexOf({ l: 0.3, c: Math.min(given.c, 0.035), h: given.h });
  const onBrand = hexOf({ l: 0.2, c: Math.min(given.c, 0.03), h: given.h });
  const reads = (brand: string) => [...DARK_GROUNDS, soft, onBrand].every((ground) => contrast(brand, ground) >= LEAST);
  let l = Math.max(0.7, given.l);
  while (l < 0.97 && !reads(hexOf({ ...calm, l }))) l += STEP;
  return { brand: hexOf({ ...calm, l }), strong: hexOf({ ...calm, l: Math.min(0.98, l + 0.07) }), onBrand, soft };
}

type Look = { colour: string | null; logo: string | null };

/** The style sheet of a shop's own look, for the head of its pages; empty where it has none. `logo`: address of its picture. */
export function brandStyle({ colour, logo }: Look): string {
  const palette = colour === null ? null : paletteOf(colour);
  const colours = palette
    ? `html:root{${tokens(palette.light)}}@media (prefers-color-scheme:dark){html:root{${tokens(palette.dark)}}}`
    : '';
  const drawn = logo
    ? `.shop-name{background:url(${logo}) left center/contain no-repeat;color:transparent;min-width:9rem;height:2.5rem}`
    : '';
  return colours + drawn;
}

function tokens({ brand, strong, onBrand, soft }: BrandColours): string {
  return `--brand:${brand};--brand-strong:${strong};--on-brand:${onBrand};--brand-soft:${soft}`;
}
