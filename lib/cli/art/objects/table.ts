import { clipped, fill, HEIGHT, type Print, surface, svg, WIDTH } from '../print';
import { rectangle } from '../shapes';

/** Where a thing lies on the table: its middle, its width, and how it is turned. */
export type Place = { x: number; y: number; width: number; turn?: number };

export const TABLE = {
  clay: '#e8c3ae',
  sage: '#c7d6bd',
  fog: '#c3d6da',
  butter: '#f3dc9d',
  lilac: '#d8c8de',
  petal: '#f2c6bd',
  dusk: '#33416e',
  linen: '#eadfcd',
} as const;

/** Two panes of morning light that fall across the table. */
function daylight(strength: number): string {
  const stops = [0, 0.14, 0.2, 0.42, 0.47, 0.5, 0.55, 0.7, 0.78, 1]
    .map(
      (offset, i) =>
        `<stop offset="${offset}" stop-color="#fffaf0" stop-opacity="${[0, 0, 1, 1, 0, 0, 1, 1, 0, 0][i]}"/>`,
    )
    .join('');
  const gradient = `<linearGradient id="light" gradientUnits="userSpaceOnUse" x1="-120" y1="480" x2="1060" y2="60">${stops}</linearGradient>`;
  return `${gradient}<g opacity="${strength}">${fill(rectangle(0, 0, WIDTH, HEIGHT), 'url(#light)')}</g>`;
}

/** A finished picture: the table, its light, and what lies there. */
export function still(colour: string, things: string, light = 0.34): string {
  return svg(`${fill(rectangle(0, 0, WIDTH, HEIGHT), colour)}${daylight(light)}${things}`);
}

/** Puts a thing drawn around 0, 0 in its place; `shadow` is the outline that keeps the light off the table. */
export function laid(thing: string, shadow: string, { x, y, turn = 0 }: Omit<Place, 'width'>, height = 1): string {
  const transform = (dx: number, dy: number) => `transform="translate(${x + dx} ${y + dy}) rotate(${turn})"`;
  const dark = `<g ${transform(7 * height, 11 * height)}><path d="${shadow}" fill="#3a2a25" opacity=".34" filter="url(#soft)"/></g>`;
  return `${dark}<g ${transform(0, 0)}>${thing}</g>`;
}

/** The print fitted over a rectangle around 0, 0, as if cut to size; `zoom` and `shift` choose the part that shows. */
export function face(
  print: Print,
  width: number,
  height: number,
  corner = 0,
  zoom = 1,
  shift: readonly [number, number] = [0, 0],
): string {
  const scale = Math.max(width / WIDTH, height / HEIGHT) * zoom;
  const [left, top] = [(-WIDTH * scale) / 2 + shift[0], (-HEIGHT * scale) / 2 + shift[1]];
  const art = `<g transform="translate(${left.toFixed(2)} ${top.toFixed(2)}) scale(${scale.toFixed(4)})">${surface(print)}</g>`;
  return clipped(rectangle(-width / 2, -height / 2, width, height, corner), art);
}

/** A flat sheet or card with a print on it. */
export function sheet(
  print: Print,
  place: Place & { ratio?: number; corner?: number; zoom?: number; shift?: readonly [number, number] },
): string {
  const { width, ratio = 1.25, corner = 0, zoom, shift } = place;
  const height = width * ratio;
  return laid(
    face(print, width, height, corner, zoom, shift),
    rectangle(-width / 2, -height / 2, width, height, corner),
    place,
    0.7,
  );
}
