import { rectangle } from './shapes';

export const WIDTH = 960;
export const HEIGHT = 1200;

/** The print shop's inks. A picture uses three to five of them on one paper. */
export const INK = {
  night: '#22305a',
  sea: '#1f8a8c',
  sky: '#8cc3d6',
  moss: '#5d7f3e',
  mint: '#a9cfae',
  sun: '#f7b733',
  coral: '#f2634a',
  rose: '#f3a5a4',
  rust: '#b9502f',
  plum: '#6d3c62',
} as const;

export const PAPER = {
  cream: '#f7f0e1',
  white: '#fcf9f2',
  blush: '#f8e4d8',
  mist: '#e4edec',
  straw: '#f5e6bd',
  sage: '#dfe6d0',
} as const;

/** What is printed: an image of 960 × 1200 units on its paper, to be hung, bound or folded by the objects. */
export type Print = { paper: string; body: string };

type Attributes = Record<string, string | number>;

const written = (attributes: Attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

export function fill(path: string, colour = 'currentColor', attributes: Attributes = {}): string {
  return `<path d="${path}" fill="${colour}"${written(attributes)}/>`;
}

export function stroke(path: string, width: number, colour = 'currentColor', attributes: Attributes = {}): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${written(attributes)}/>`;
}

/** One pass through the press: a translucent ink that darkens what lies below, a little out of register. */
export function pass(colour: string, body: string, shift: readonly [number, number] = [0, 0]): string {
  return `<g color="${colour}" style="mix-blend-mode:multiply" transform="translate(${shift[0]} ${shift[1]})">${body}</g>`;
}

/** Opaque colour: paper left uncut, or ink that covers. */
export function cover(colour: string, body: string): string {
  return `<g color="${colour}">${body}</g>`;
}

export function turned(body: string, degrees: number, x: number, y: number): string {
  return `<g transform="rotate(${degrees} ${x} ${y})">${body}</g>`;
}

export function placed(body: string, x: number, y: number, scale = 1, degrees = 0): string {
  return `<g transform="translate(${x} ${y}) rotate(${degrees}) scale(${scale})">${body}</g>`;
}

let clips = 0;

/** Cuts the body to a path. Ids only have to differ within one picture. */
export function clipped(path: string, body: string): string {
  clips += 1;
  return `<clipPath id="c${clips}"><path d="${path}"/></clipPath><g clip-path="url(#c${clips})">${body}</g>`;
}

/** The filters: `cut` lets every edge waver as a knife does, `soft` and `softer` are shadows on a table. */
const FILTERS = `<filter id="cut" filterUnits="userSpaceOnUse" x="0" y="0" width="960" height="1200" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency="0.028" numOctaves="1" seed="7" result="n"/>
<feDisplacementMap in="SourceGraphic" in2="n" scale="7" xChannelSelector="R" yChannelSelector="G" result="d"/>
<feTurbulence type="fractalNoise" baseFrequency="0.11" numOctaves="2" seed="3"/>
<feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 -30 5.7" result="s"/>
<feComposite in="d" in2="s" operator="out"/></filter>
<filter id="soft" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="9"/></filter>
<filter id="softer" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="26"/></filter>`;

export function svg(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${FILTERS}</defs>${body}</svg>`;
}

/** The print's own surface: paper, then the inks with hand-cut edges and the salt of a dry roller. */
export function surface(print: Print): string {
  return `${fill(rectangle(0, 0, WIDTH, HEIGHT), print.paper)}<g filter="url(#cut)">${print.body}</g>`;
}

/** An image with a bare margin of paper, as it leaves the press. */
export function withMargin(paper: string, body: string, margin = 58): Print {
  const inner = rectangle(margin, margin, WIDTH - 2 * margin, HEIGHT - 2 * margin);
  return { paper, body: clipped(inner, `${fill(inner, paper)}${body}`) };
}
