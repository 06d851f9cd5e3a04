import { clipped, cover, fill, INK, PAPER, type Print, stroke } from '../print';
import { ellipse, halftone, polygon, rectangle, smooth } from '../shapes';
import { face, laid, type Place } from './table';

export type Binding = { spine: string; band?: string; ribbon?: string };

/** A sewn notebook with rounded corners, a cloth spine, perhaps a ribbon and an elastic band. */
export function notebook(print: Print, binding: Binding, place: Place): string {
  const { width } = place;
  const height = width * 1.38;
  const [left, top] = [-width / 2, -height / 2];
  const edge = rectangle(left + 6, top + 5, width, height, 15);
  const thing = [
    binding.ribbon === undefined
      ? ''
      : fill(
          polygon([
            [width * 0.12, height / 2 - 4],
            [width * 0.12 + 20, height / 2 - 4],
            [width * 0.12 + 24, height / 2 + 78],
            [width * 0.12 + 12, height / 2 + 62],
            [width * 0.12 + 2, height / 2 + 80],
          ]),
          binding.ribbon,
        ),
    fill(edge, '#e9dcc2'),
    stroke(
      `M${left + 14} ${height / 2 + 2.5}H${width / 2}M${width / 2 + 3} ${top + 16}V${height / 2 - 8}`,
      1.6,
      '#bda984',
    ),
    `<g transform="translate(${(width * 0.0575).toFixed(1)} 0)">${face(print, width * 0.885, height, 15)}</g>`,
    clipped(
      rectangle(left, top, width, height, 15),
      fill(rectangle(left, top, width * 0.13, height), binding.spine) +
        fill(rectangle(left + width * 0.13, top, 5, height), '#1b1712', { opacity: 0.16 }) +
        fill(rectangle(left + width * 0.03, top, 7, height), '#ffffff', { opacity: 0.16 }),
    ),
    binding.band === undefined
      ? ''
      : fill(rectangle(width * 0.36, top - 2, 15, height + 6, 4), binding.band) +
        fill(rectangle(width * 0.36 + 12, top, 7, height), '#1b1712', { opacity: 0.16 }),
  ].join('');
  return laid(thing, rectangle(left, top, width + 10, height + 8, 15), place, 1.5);
}

/** A thin booklet held by two staples. */
export function booklet(print: Print, place: Place): string {
  const { width } = place;
  const height = width * 1.42;
  const [left, top] = [-width / 2, -height / 2];
  const label = rectangle(-width * 0.24, top + height * 0.16, width * 0.52, height * 0.17, 8);
  const thing = [
    fill(rectangle(left + 5, top + 5, width, height, 6), '#eee2cb'),
    face(print, width, height, 6),
    fill(rectangle(left, top, 9, height, 4), '#1b1712', { opacity: 0.14 }),
    stroke(`M${left + 4} ${top + height * 0.28}v34M${left + 4} ${top + height * 0.66}v34`, 5, '#9aa0a6'),
    fill(label, PAPER.white) +
      stroke(
        `M${-width * 0.18} ${top + height * 0.225}h${width * 0.4}M${-width * 0.18} ${top + height * 0.275}h${width * 0.26}`,
        3,
        '#c9bda4',
      ),
  ].join('');
  return laid(thing, rectangle(left, top, width + 8, height + 8, 6), place, 1);
}

/** A pad bound by a wire along its head. */
export function wirePad(print: Print, place: Place): string {
  const { width } = place;
  const height = width * 1.3;
  const [left, top] = [-width / 2, -height / 2];
  let [holes, wires] = ['', ''];
  for (let x = left + 30; x < width / 2 - 20; x += 27) {
    holes += ellipse(x, top + 28, 7.5);
    wires += `M${x.toFixed(1)} ${(top + 28).toFixed(1)}c-11 -14 -11 -50 3 -52c12 0 10 36 4 50`;
  }
  const thing = [
    fill(rectangle(left + 7, top + 9, width, height, 10), '#cbb892'),
    fill(rectangle(left + 4, top + 5, width, height, 10), '#f2e8d3'),
    face(print, width, height, 10),
    fill(holes, '#2b241d'),
    stroke(wires, 4.4, '#4b4f57'),
  ].join('');
  return laid(thing, rectangle(left, top, width + 10, height + 12, 10), place, 1.3);
}

/** A hardcover book with its jacket, seen a little from the side so that the pages show. */
export function book(print: Print, spine: string, place: Place): string {
  const { width } = place;
  const height = width * 1.25;
  const [left, top, right, bottom] = [-width / 2, -height / 2, width / 2, height / 2];
  const pages = polygon([
    [right, top + 8],
    [right + 30, top + 26],
    [right + 30, bottom + 16],
    [right, bottom - 2],
  ]);
  const foot = polygon([
    [left + 4, bottom - 2],
    [right, bottom - 2],
    [right + 30, bottom + 18],
    [left + 34, bottom + 20],
  ]);
  const lines = [6, 12, 18, 24].map((d) => `M${right + d} ${top + 10 + d * 0.6}V${bottom + d * 0.5}`).join('');
  const thing = [
    fill(
      polygon([
        [left + 26, top + 24],
        [right + 38, top + 24],
        [right + 38, bottom + 26],
        [left + 26, bottom + 26],
      ]),
      spine,
    ),
    fill(pages, '#f3ead6') + stroke(lines, 2, '#cfc0a0') + fill(foot, '#e3d5b8'),
    face(print, width, height, 5),
    fill(rectangle(left, top, 26, height, 4), spine) +
      fill(rectangle(left + 34, top, 5, height), '#1b1712', { opacity: 0.13 }),
  ].join('');
  return laid(thing, rectangle(left + 10, top + 10, width + 34, height + 24, 8), place, 1.8);
}

export type PageInk = (left: boolean) => string;

/** An open notebook; `written` draws on a page whose upper left corner is 0, 0 and which measures 400 × 560. */
export function openBook(cover_: string, ruling: 'dots' | 'plain', written: PageInk, place: Place): string {
  const scale = place.width / 830;
  const dots = fill(
    halftone({ x: 30, y: 34, width: 340, height: 500 }, 30, () => 2.1),
    '#bfb299',
  );
  const page = (left: boolean) =>
    `<g transform="translate(${left ? -404 : 4} -280)">${ruling === 'dots' ? dots : ''}${written(left)}</g>`;
  const leafShape = (side: -1 | 1) =>
    smooth(
      [
        [0, -280],
        [side * 40, -290],
        [side * 404, -282],
      ],
      false,
    ).concat(`L${side * 404} 284`, `C${side * 300} 278 ${side * 60} 272 0 288Z`);
  const thing = [
    `<g transform="scale(${scale.toFixed(3)})">`,
    fill(rectangle(-418, -298, 836, 602, 14), cover_),
    [8, 4, 0]
      .map(
        (d) =>
          `<g transform="translate(0 ${d})">${fill(leafShape(-1), d ? '#e6dac0' : PAPER.white)}${fill(leafShape(1), d ? '#e6dac0' : PAPER.white)}</g>`,
      )
      .join(''),
    cover(INK.night, page(true) + page(false)),
    [46, 26, 10].map((w) => fill(rectangle(-w, -282, 2 * w, 566), '#6b5236', { opacity: 0.07 })).join(''),
    '</g>',
  ].join('');
  return laid(thing, rectangle(-418 * scale, -298 * scale, 836 * scale, 606 * scale, 14), place, 1.4);
}

/** A line of handwriting that nobody can read: words of loops. */
export function scribble(x: number, y: number, length: number, size: number): string {
  let path = '';
  for (let at = 0, word = 0; at < length - size * 3; word++) {
    const letters = 3 + ((word * 5 + Math.round(y)) % 4);
    path += `M${(x + at).toFixed(1)} ${y.toFixed(1)}`;
    for (let i = 0; i < letters; i++)
      path += `q${size * 0.5} ${-size * (i % 3 === 1 ? 1.7 : 0.9)} ${size * 0.55} 0t${size * 0.35} ${i % 2 ? 1 : -1}`;
    at += letters * size * 0.9 + size;
  }
  return stroke(path, size * 0.16, '#3b4a78');
}
