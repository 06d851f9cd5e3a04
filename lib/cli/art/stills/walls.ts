import { face, still } from '../objects/table';
import { cover, fill, INK, PAPER, type Print, placed, stroke, svg } from '../print';
import { blueMountains } from '../scenes/land';
import { lemonBranch } from '../scenes/orchard';
import { tideMoon } from '../scenes/sea';
import { catOnSill } from '../scenes/town';
import { earlySwimmers } from '../scenes/water';
import { mushroomSeason } from '../scenes/woods';
import { ellipse, leaf, type Point, points, polar, polygon, rectangle, smooth } from '../shapes';

type Frame = { x: number; y: number; width: number; wood: string; mat?: number };

/** A print behind glass in a wooden frame; `mat` is the width of its white border. */
function framed(print: Print, { x, y, width, wood, mat = 34 }: Frame): string {
  const height = width * 1.25;
  const outer = (grow: number) => rectangle(-width / 2 - grow, -height / 2 - grow, width + 2 * grow, height + 2 * grow);
  const glare = polygon([
    [-width * 0.5, -height * 0.12],
    [-width * 0.1, -height / 2],
    [width * 0.12, -height / 2],
    [-width * 0.5, height * 0.14],
  ]);
  return placed(
    [
      `<g transform="translate(14 22)">${fill(outer(mat + 22), '#3a2a25', { opacity: 0.36, filter: 'url(#soft)' })}</g>`,
      fill(outer(mat + 22), wood) +
        fill(outer(mat + 6), '#1b1712', { opacity: 0.28 }) +
        fill(outer(mat + 2), PAPER.white),
      face(print, width, height),
      fill(glare, '#ffffff', { opacity: 0.1 }),
    ].join(''),
    x,
    y,
  );
}

function vase(x: number, foot: number, colour: string): string {
  const twigs = [-112, -96, -80, -64].map((turn, i) => {
    const stem: Point[] = [0, 80, 160, 230 + i * 14].map((d, k) => polar([x, foot - 150], d, turn + (k % 2 ? 4 : -3)));
    return (
      stroke(smooth(stem, false), 5, INK.moss) +
      stem
        .slice(1)
        .map((at, k) =>
          [-44, 44].map((side) => fill(leaf(at, 58, 28, turn + side + k * 3), i % 2 ? INK.moss : INK.sea)).join(''),
        )
        .join('')
    );
  });
  return (
    twigs.join('') +
    fill(
      smooth([
        [x - 22, foot - 170],
        [x + 22, foot - 170],
        [x + 26, foot - 130],
        [x + 62, foot - 70],
        [x + 46, foot],
        [x - 46, foot],
        [x - 62, foot - 70],
        [x - 26, foot - 130],
      ]),
      colour,
    )
  );
}

function books(x: number, foot: number): string {
  return [
    [0, 190, 26, INK.coral],
    [-8, 170, 30, INK.sun],
    [6, 176, 24, INK.night],
  ]
    .map(([dx, w, h, colour], i) =>
      fill(rectangle(x + Number(dx), foot - 27 * (i + 1), Number(w), Number(h), 4), String(colour)),
    )
    .join('');
}

/** The tide moon above a sideboard, in the evening. */
export function tideMoonWall(): string {
  return still(
    '#b9cdc8',
    [
      framed(tideMoon(), { x: 480, y: 430, width: 460, wood: '#b98552' }),
      fill(rectangle(90, 960, 780, 20, 4), '#c98f5a') +
        fill(rectangle(110, 980, 740, 230), '#b57a47') +
        stroke('M356 1000V1200M604 1000V1200', 4, '#8f5c31') +
        fill(ellipse(330, 1090, 9) + ellipse(380, 1090, 9) + ellipse(630, 1090, 9), '#7a4a25'),
      vase(770, 962, PAPER.cream),
      books(170, 962),
    ].join(''),
  );
}

/** The lemons in a kitchen, over cups and a loaf. */
export function lemonWall(): string {
  const cups = [
    [640, INK.coral],
    [736, PAPER.white],
    [832, INK.sea],
  ]
    .map(
      ([x, colour]) =>
        fill(`M${Number(x) - 40} 884h80v50q0 30 -30 30h-20q-30 0 -30 -30Z`, String(colour)) +
        stroke(`M${Number(x) + 40} 900q30 4 22 28q-6 18 -26 14`, 9, String(colour)),
    )
    .join('');
  const tiles = Array.from({ length: 24 }, (_, i) =>
    fill(
      rectangle(4 + (i % 8) * 120, 1006 + Math.floor(i / 8) * 76, 112, 68, 5),
      ['#f9f3e6', '#f4ead6', '#fbf7ee'][(i * 5) % 3] ?? '#fbf7ee',
    ),
  ).join('');
  return still(
    '#f0d795',
    [
      framed(lemonBranch(), { x: 480, y: 440, width: 440, wood: PAPER.white, mat: 0 }),
      fill(rectangle(0, 1000, 960, 200), '#d9c9a8') + tiles,
      fill(rectangle(60, 966, 840, 24, 4), '#a8703d') + fill(rectangle(60, 990, 840, 18), '#3a2a25', { opacity: 0.16 }),
      fill(rectangle(110, 812, 104, 152, 18), '#ffffff', { opacity: 0.6 }) +
        fill(rectangle(118, 858, 88, 100, 12), INK.sun) +
        fill(rectangle(104, 790, 116, 34, 8), INK.rust),
      fill(rectangle(244, 842, 92, 122, 14), INK.sea) + fill(rectangle(240, 826, 100, 24, 8), '#166a6c'),
      cups,
    ].join(''),
    0.28,
  );
}

/** Three prints that get on: the cat, the swimmers, the mushrooms. */
export function catWall(): string {
  return still(
    '#dfc3bb',
    [
      framed(catOnSill(), { x: 330, y: 420, width: 380, wood: '#2b2f3d', mat: 26 }),
      framed(earlySwimmers(), { x: 752, y: 300, width: 228, wood: '#c99a63', mat: 20 }),
      framed(mushroomSeason(), { x: 752, y: 690, width: 228, wood: '#c99a63', mat: 20 }),
      cover(
        '#3f6f6a',
        fill(smooth(points('60 1240, 70 960, 130 900, 300 886, 480 880, 660 886, 830 900, 890 960, 900 1240'))) +
          fill(rectangle(0, 1030, 110, 200, 40)) +
          fill(rectangle(850, 1030, 110, 200, 40)),
      ),
      stroke('M480 900V1200', 5, '#2f5653') +
        fill(rectangle(180, 930, 210, 190, 34), INK.sun, { transform: 'rotate(-12 285 1025)' }) +
        stroke('M196 990l190 -40M206 1040l190 -40M216 1090l190 -40', 8, INK.coral),
    ].join(''),
    0.3,
  );
}

/** The ridges leaning on the floor, waiting for a nail. */
export function mountainsWall(): string {
  const plant = [-150, -122, -98, -76, -52, -30]
    .map((turn, i) => fill(leaf([770, 960], 380 - Math.abs(i - 2.5) * 44, 92, turn), i % 2 ? INK.moss : '#3f7a5c'))
    .join('');
  return still(
    '#ded5e2',
    [
      fill(rectangle(0, 1010, 960, 200), '#d2a575') +
        stroke('M0 1062H960M0 1124H960M240 1012V1060M620 1064V1122M380 1126V1200', 3, '#b98552'),
      fill(rectangle(0, 988, 960, 24), PAPER.white),
      framed(blueMountains(), { x: 400, y: 640, width: 500, wood: '#c99a63' }),
      plant +
        fill(polygon(points('684 950, 856 950, 830 1120, 710 1120')), INK.coral) +
        fill(rectangle(674, 940, 192, 34, 6), '#d14a32'),
    ].join(''),
    0.4,
  );
}

/** A part of a print, near enough to see the knife. */
export function closeUp(print: Print, zoom: number, shift: readonly [number, number]): string {
  return svg(placed(face(print, 960, 1200, 0, zoom, shift), 480, 600));
}
