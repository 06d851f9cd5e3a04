import { clipped, cover, fill, INK, PAPER, type Print, pass, placed, stroke, withMargin } from '../print';
import { seededRandom } from '../random';
import {
  blob,
  blossom,
  ellipse,
  halftone,
  leaf,
  type Point,
  points,
  polar,
  polygon,
  rectangle,
  smooth,
} from '../shapes';

type Flower = (at: Point, size: number) => string;

const poppy: Flower = ([x, y], size) => {
  const random = seededRandom(`poppy ${x} ${y}`);
  return (
    cover(INK.coral, fill(blob(random, [x, y], size, size * 0.86, 0.12, 7))) +
    cover(INK.rust, fill(blob(random, [x, y + size * 0.1], size * 0.56, size * 0.44, 0.12))) +
    cover('#1b2446', fill(ellipse(x, y + size * 0.06, size * 0.24))) +
    cover(
      INK.sun,
      Array.from({ length: 9 }, (_, i) =>
        fill(ellipse(...polar([x, y + size * 0.06], size * 0.36, i * 40), size * 0.05)),
      ).join(''),
    )
  );
};

const daisy: Flower = ([x, y], size) =>
  cover(PAPER.white, fill(blossom([x, y], size, 13, 8, 0.28))) + cover(INK.sun, fill(ellipse(x, y, size * 0.32)));

const cornflower: Flower = ([x, y], size) =>
  cover(
    '#4d6fc4',
    Array.from({ length: 9 }, (_, i) =>
      fill(
        polygon([
          [x, y],
          polar([x, y], size, i * 40 - 12),
          polar([x, y], size * 0.76, i * 40),
          polar([x, y], size, i * 40 + 12),
        ]),
      ),
    ).join(''),
  ) + cover(INK.plum, fill(ellipse(x, y, size * 0.3)));

const tulip: Flower = ([x, y], size) =>
  cover(INK.sun, fill(leaf([x, y + size], size * 1.9, size * 1.15, -90))) +
  cover(
    INK.coral,
    fill(leaf([x, y + size], size * 1.7, size * 0.7, -116)) + fill(leaf([x, y + size], size * 1.7, size * 0.7, -64)),
  );

const lavender: Flower = ([x, y], size) =>
  cover(
    '#8d6bb0',
    Array.from({ length: 8 }, (_, i) =>
      fill(ellipse(x + (i % 2 ? 1 : -1) * size * 0.17, y + size * (1 - i * 0.26), size * 0.2, size * 0.16)),
    ).join(''),
  );

const FLOWERS: Record<string, Flower> = { poppy, daisy, cornflower, tulip, lavender };

type Stem = readonly [kind: keyof typeof FLOWERS, x: number, y: number, size: number];

function stems(foot: (x: number) => Point, list: readonly Stem[], green: string): string {
  const stalks = list.map(([, x, y, size], i) => {
    const [fx, fy] = foot(x);
    const mid: Point = [(x + fx) / 2 + (i % 2 ? 16 : -16), (y + fy) / 2];
    const leaves = [0, 1]
      .map((side) => fill(leaf([mid[0], mid[1] + 70 * side + 40], size * 1.7, size * 0.5, side ? -38 : -142)))
      .join('');
    return stroke(smooth([[fx, fy], mid, [x, y]], false), 9) + leaves;
  });
  return cover(green, stalks.join('')) + list.map(([kind, x, y, size]) => FLOWERS[kind]?.([x, y], size) ?? '').join('');
}

/** A June meadow from the height of a beetle. The ground colour is the binding's. */
export function meadow(ground: string): Print {
  const random = seededRandom('meadow');
  let grass = '';
  for (let x = -10; x < 980; x += 15)
    grass += fill(leaf([x, 1230], random.between(150, 460), 17, random.between(-106, -74)));
  const list: Stem[] = [
    ['lavender', 120, 560, 62],
    ['poppy', 250, 430, 96],
    ['daisy', 400, 620, 74],
    ['cornflower', 505, 380, 82],
    ['poppy', 665, 540, 108],
    ['lavender', 770, 360, 66],
    ['daisy', 842, 600, 82],
    ['cornflower', 160, 790, 70],
    ['tulip', 560, 770, 62],
    ['daisy', 300, 860, 58],
    ['poppy', 790, 840, 74],
    ['lavender', 432, 900, 50],
  ];
  const beetle =
    cover(INK.coral, fill(ellipse(0, 0, 30, 36))) +
    cover(
      '#1b2446',
      fill(ellipse(0, -34, 17, 13)) +
        stroke('M0 -34V34', 5) +
        fill(ellipse(-13, -6, 6) + ellipse(13, -6, 6) + ellipse(-11, 14, 5) + ellipse(11, 14, 5)),
    );
  const body = [
    cover(ground, fill(rectangle(-10, -10, 980, 1220))),
    stems((x) => [x + (480 - x) * 0.06, 1230], list, INK.moss),
    cover('#4b6b35', grass),
    placed(beetle, 640, 190, 1, 32),
    cover(
      PAPER.straw,
      stroke('M600 250C540 300 560 220 520 240S470 300 440 270', 5, PAPER.straw, { 'stroke-dasharray': '2 15' }),
    ),
  ].join('');
  return { paper: ground, body };
}

/** Garden flowers in a jam jar, as brought by a child. */
export function jamJar(): Print {
  const jar = rectangle(330, 690, 300, 380, 46);
  const list: Stem[] = [
    ['tulip', 330, 400, 66],
    ['daisy', 470, 330, 84],
    ['poppy', 640, 380, 100],
    ['lavender', 236, 500, 62],
    ['cornflower', 560, 520, 78],
    ['daisy', 390, 560, 70],
    ['lavender', 742, 500, 62],
    ['tulip', 520, 230, 56],
    ['poppy', 250, 300, 62],
  ];
  const body = [
    cover(INK.rose, fill(rectangle(0, 0, 960, 1200))),
    pass(
      INK.coral,
      fill(
        halftone({ x: 40, y: 40, width: 880, height: 900 }, 30, (x, y) =>
          Math.max(0, Math.hypot(x - 480, y - 480) / 66 - 5),
        ),
      ),
    ),
    cover(PAPER.white, fill(rectangle(0, 960, 960, 250))),
    cover(
      INK.sky,
      Array.from({ length: 12 }, (_, i) => fill(rectangle(i * 84, 960, 42, 250))).join('') +
        fill(rectangle(0, 1010, 960, 30) + rectangle(0, 1090, 960, 30), 'currentColor', { opacity: 0.6 }),
    ),
    stems((x) => [480 + (x - 480) * 0.16, 1010], list, INK.moss),
    cover(PAPER.mist, fill(jar, 'currentColor', { opacity: 0.42 })),
    cover(INK.sky, clipped(jar, fill(rectangle(320, 800, 320, 300), 'currentColor', { opacity: 0.55 }))),
    cover(PAPER.white, stroke(jar, 10) + stroke('M372 760V960', 15) + fill(rectangle(318, 668, 324, 40, 12))),
    cover(
      INK.coral,
      stroke('M326 742H634', 15) +
        stroke('M480 742q-80 -64 -90 6q10 40 90 -6q80 -64 90 6q-10 40 -90 -6M480 746l-44 76M480 746l52 70', 10),
    ),
  ].join('');
  return withMargin(PAPER.cream, body);
}

function root([x, y]: Point, width: number, length: number, colour: string): string {
  return cover(
    colour,
    fill(
      smooth([
        [x, y - 10],
        [x + width * 0.46, y + 8],
        [x + width * 0.5, y + length * 0.34],
        [x + width * 0.2, y + length * 0.74],
        [x, y + length],
        [x - width * 0.2, y + length * 0.74],
        [x - width * 0.5, y + length * 0.34],
        [x - width * 0.46, y + 8],
      ]),
    ) + stroke(`M${x} ${y + length * 0.94}q14 40 -8 84`, 6),
  );
}

function greens([x, y]: Point, length: number, colour: string, feathery: boolean): string {
  return cover(
    colour,
    [-24, -8, 9, 25]
      .map((turn, i) => {
        const reach = length * (0.8 + (i % 2) * 0.2);
        if (!feathery)
          return (
            stroke(`M${x} ${y}L${polar([x, y], reach * 0.4, turn - 90).join(' ')}`, 10) +
            fill(leaf(polar([x, y], reach * 0.3, turn - 90), reach * 0.74, 62, turn - 90))
          );
        const along = [0.35, 0.5, 0.65, 0.8, 0.95]
          .map((share) =>
            [-42, 42]
              .map((side) => fill(leaf(polar([x, y], reach * share, turn - 90), 46, 15, turn - 90 + side)))
              .join(''),
          )
          .join('');
        return stroke(`M${x} ${y}L${polar([x, y], reach, turn - 90).join(' ')}`, 7) + along;
      })
      .join(''),
  );
}

/** What the allotment gave on one day: radish, carrots, beetroot, peas. */
export function allotment(ground: string = PAPER.straw): Print {
  const pod = leaf([652, 800], 300, 96, 24);
  const peas = [0.24, 0.38, 0.52, 0.66, 0.78]
    .map((share, i) => fill(ellipse(...polar([652, 800], 300 * share, 24), 24 + (i === 2 ? 5 : 0))))
    .join('');
  const beet = smooth(points('640 520, 740 500, 800 570, 790 660, 720 730, 660 740, 580 680, 560 590'));
  const body = [
    cover(ground, fill(rectangle(-10, -10, 980, 1220))),
    greens([190, 470], 330, INK.moss, true),
    root([190, 460], 120, 520, INK.sun),
    greens([366, 500], 360, INK.sea, true),
    root([366, 490], 132, 600, INK.coral),
    cover(INK.rust, stroke('M316 590h46M350 700h44M330 800h30M150 560h40M190 660h30', 6)),
    greens([682, 530], 400, INK.moss, false),
    cover(INK.plum, fill(beet) + stroke('M690 730q26 50 4 110', 8)),
    pass(
      INK.coral,
      clipped(
        beet,
        fill(
          halftone({ x: 560, y: 500, width: 250, height: 250 }, 20, (x, y) => Math.max(0, (x - 640 + (y - 600)) / 32)),
        ),
      ),
    ),
    greens([560, 880], 210, INK.sea, false),
    cover(INK.coral, fill(ellipse(560, 940, 76, 74)) + stroke('M560 1010q-16 60 12 110', 7)),
    cover(PAPER.white, fill(ellipse(560, 994, 34, 20))),
    cover(INK.moss, fill(pod)),
    cover(INK.mint, fill(leaf([663, 805], 276, 66, 24))),
    cover('#7da34f', peas),
  ].join('');
  return { paper: ground, body };
}
