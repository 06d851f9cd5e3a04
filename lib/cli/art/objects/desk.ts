import { clipped, fill, INK, PAPER, type Print, stroke } from '../print';
import { ellipse, polygon, rectangle } from '../shapes';
import { face, laid, type Place } from './table';

/** A six-sided pencil with a sharpened tip at its upper end. */
export function pencil(colour: string, place: Omit<Place, 'width'> & { length?: number; stripes?: string }): string {
  const { length = 760, stripes } = place;
  const [w, top, bottom] = [23, -length / 2, length / 2];
  const thing = [
    fill(
      polygon([
        [-w, top + 96],
        [0, top],
        [w, top + 96],
      ]),
      '#e9c79b',
    ),
    fill(
      polygon([
        [-6, top + 27],
        [0, top],
        [6, top + 27],
      ]),
      colour === '#2b2f3d' ? '#111520' : colour,
    ),
    fill(
      `M${-w} ${top + 96}q${w / 3} -18 ${(w * 2) / 3} 0q${w / 3} -18 ${(w * 2) / 3} 0q${w / 3} -18 ${(w * 2) / 3} 0V${bottom}H${-w}Z`,
      colour,
    ),
    fill(rectangle(-w, top + 92, w * 0.6, length - 92), '#ffffff', { opacity: 0.2 }) +
      fill(rectangle(w * 0.4, top + 92, w * 0.6, length - 92), '#1b1712', { opacity: 0.16 }),
    stripes === undefined
      ? ''
      : [0, 1, 2].map((i) => fill(rectangle(-w, bottom - 150 + i * 24, 2 * w, 10), stripes)).join(''),
    fill(rectangle(-w, bottom - 46, 2 * w, 46, 6), stripes ?? INK.sun),
  ].join('');
  return laid(thing, rectangle(-w, top + 50, 2 * w, length - 50, 8), place, 1.1);
}

/** A roll of paper tape, lying on its side, with its free end pulled out to the right. */
export function tapeRoll(print: Print, place: Omit<Place, 'width'> & { radius?: number; pulled?: number }): string {
  const { radius = 130, pulled = 300 } = place;
  const depth = radius * 0.62;
  const strip = rectangle(-4, radius - 2, pulled, depth);
  const torn = `M${pulled - 4} ${radius - 2}${'l9 9l-9 9'.repeat(Math.floor(depth / 18))}V${radius - 2}Z`;
  const thing = [
    `<g transform="translate(${pulled / 2} ${radius + depth / 2})">${face(print, pulled, depth)}</g>`,
    fill(torn, '#ffffff', { opacity: 0.2 }) + fill(strip, '#ffffff', { opacity: 0.1 }),
    clipped(
      `M${-radius} 0A${radius} ${radius} 0 0 0 ${radius} 0V${depth}A${radius} ${radius} 0 0 1 ${-radius} ${depth}Z`,
      `<g transform="translate(0 ${radius * 0.6})">${face(print, radius * 2, radius * 2.4)}</g>`,
    ),
    fill(
      `M${-radius} 0A${radius} ${radius} 0 0 0 ${radius} 0V${depth}A${radius} ${radius} 0 0 1 ${-radius} ${depth}Z`,
      '#1b1712',
      { opacity: 0.14 },
    ),
    fill(ellipse(0, 0, radius), print.paper) + fill(ellipse(0, 0, radius), '#ffffff', { opacity: 0.3 }),
    [0.92, 0.84, 0.76].map((share) => stroke(ellipse(0, 0, radius * share), 2, '#1b1712', { opacity: 0.16 })).join(''),
    fill(ellipse(0, 0, radius * 0.66), '#d9b98c') +
      fill(ellipse(0, 0, radius * 0.58), '#8a6a4a') +
      fill(ellipse(0, radius * 0.05, radius * 0.56, radius * 0.51), '#b8946a'),
  ].join('');
  return laid(thing, `${ellipse(0, depth * 0.6, radius, radius)}${strip}`, place, 0.9);
}

/** A rubber stamp on its wooden block, seen from above, its motif drawn on the wood. */
export function stampBlock(motif: string, place: Place & { ratio?: number }): string {
  const { width, ratio = 1 } = place;
  const height = width * ratio;
  const [l, t] = [-width / 2, -height / 2];
  const grain = [0.12, 0.3, 0.52, 0.7, 0.88]
    .map(
      (share, i) =>
        `M${l + 6} ${(t + height * share).toFixed(1)}q${width * 0.3} ${i % 2 ? 14 : -12} ${width * 0.55} 0t${width * 0.38} ${i % 2 ? -6 : 8}`,
    )
    .join('');
  const thing = [
    fill(rectangle(l + 7, t + 12, width, height, 12), '#a8743f'),
    fill(rectangle(l, t, width, height, 12), '#e3b57c'),
    stroke(grain, 3, '#c9955a', { opacity: 0.8 }),
    motif,
  ].join('');
  return laid(thing, rectangle(l, t, width + 8, height + 12, 12), place, 1.7);
}

/** An ink pad in its open tin. */
export function inkPad(colour: string, place: Place): string {
  const { width } = place;
  const height = width * 0.66;
  const [l, t] = [-width / 2, -height / 2];
  const thing = [
    fill(rectangle(l, t, width, height, 18), '#3b4252') +
      fill(rectangle(l + 8, t + 6, width - 16, height - 16, 14), '#565f73'),
    fill(rectangle(l + 24, t + 22, width - 48, height - 48, 8), colour) +
      fill(rectangle(l + 24, t + 22, width - 48, height - 48, 8), '#1b1712', { opacity: 0.18 }),
    stroke(`M${l + 40} ${t + 40}h${width - 130}`, 7, '#ffffff', { opacity: 0.25 }),
  ].join('');
  return laid(thing, rectangle(l, t, width, height, 18), place, 1.3);
}

/** A rolled sheet, its pattern outside, its end a spiral. */
export function paperRoll(print: Print, place: Place & { length: number }): string {
  const { width, length } = place;
  const [l, t] = [-width / 2, -length / 2];
  const body = rectangle(l, t, width, length);
  const shades = [
    [0, 0.16, 0.3],
    [0.16, 0.3, 0.1],
    [0.78, 0.9, 0.16],
    [0.9, 1, 0.34],
  ] as const;
  const rim = ellipse(0, t, width / 2, width * 0.19);
  const thing = [
    fill(ellipse(0, -t, width / 2, width * 0.19), print.paper) +
      clipped(
        ellipse(0, -t, width / 2, width * 0.19),
        `<g transform="translate(0 ${-t})">${face(print, width, width)}</g>`,
      ),
    face(print, width, length),
    shades
      .map(([from, to, dark]) =>
        fill(rectangle(l + width * from, t, width * (to - from), length), '#1b1712', { opacity: dark * 0.7 }),
      )
      .join(''),
    clipped(body, fill(rectangle(l + width * 0.34, t, width * 0.16, length), '#ffffff', { opacity: 0.2 })),
    fill(rim, PAPER.white) +
      [0.82, 0.6, 0.36].map((s) => stroke(ellipse(0, t, (width / 2) * s, width * 0.19 * s), 2.6, '#b7a68a')).join(''),
  ].join('');
  return laid(thing, rectangle(l, t - width * 0.1, width, length + width * 0.25, 20), place, 2);
}

/** A tall bookmark with a cord. */
export function bookmark(print: Print, cord: string, place: Place): string {
  const { width } = place;
  const height = width * 3.5;
  const t = -height / 2;
  const thing = [
    stroke(`M0 ${t + 30}C-10 ${t - 40} 30 ${t - 60} 16 ${t - 130}`, 6, cord),
    stroke([-18, -9, 0, 9, 18].map((d) => `M${16} ${t - 126}l${d} -74`).join(''), 5, cord) +
      fill(ellipse(16, t - 128, 10), cord),
    face(print, width, height, 10),
    fill(ellipse(0, t + 30, 11), '#5a4a3a') + stroke(ellipse(0, t + 30, 12), 4, '#d8b46a'),
  ].join('');
  return laid(thing, rectangle(-width / 2, t, width, height, 10), place, 0.8);
}

/** An open tin, seen from above, that holds what is drawn inside it. */
export function tray(colour: string, inside: string, place: Place & { ratio: number }): string {
  const { width, ratio } = place;
  const height = width * ratio;
  const [l, t] = [-width / 2, -height / 2];
  return laid(
    fill(rectangle(l, t, width, height, 30), colour) +
      fill(rectangle(l + 16, t + 16, width - 32, height - 32, 20), '#1b1712', { opacity: 0.22 }) +
      inside,
    rectangle(l, t, width, height, 30),
    place,
    1.6,
  );
}
