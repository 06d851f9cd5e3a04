import { clipped, cover, fill, INK, PAPER, type Print, pass, placed, stroke, withMargin } from '../print';
import { type Random, seededRandom } from '../random';
import { blob, ellipse, halftone, leaf, mirrored, points, polar, polygon, rectangle, smooth, star } from '../shapes';

/** Gabled fronts in a row, some windows still lit. */
function street(
  random: Random,
  foot: number,
  low: number,
  high: number,
  lit: number,
): { walls: string; windows: string } {
  let [walls, windows] = ['', ''];
  for (let x = 20; x < 940; ) {
    const width = random.between(96, 150);
    const top = foot - random.between(low, high);
    walls += fill(
      polygon([
        [x, foot],
        [x, top],
        [x + width / 2, top - random.between(40, 90)],
        [x + width, top],
        [x + width, foot],
      ]),
    );
    walls += fill(rectangle(x + width * 0.68, top - 70, 20, 60));
    for (let y = top + 26; y < foot - 150; y += 72) {
      for (const share of [0.16, 0.58])
        if (random.next() < lit) windows += fill(rectangle(x + width * share, y, width * 0.24, 42));
    }
    x += width + 2;
  }
  return { walls, windows };
}

function tram(): string {
  const body = rectangle(96, 700, 700, 262, 46);
  const windows = [0, 1, 2, 3].map((i) => fill(rectangle(150 + i * 128, 744, 104, 96, 14))).join('');
  const riders = [
    [196, 0.9],
    [330, 1.05],
    [468, 0.85],
  ] as const;
  const heads = riders
    .map(([x, s]) => fill(ellipse(x, 800, 20 * s, 23 * s)) + fill(ellipse(x, 850, 42 * s, 34 * s)))
    .join('');
  const wheels = [210, 300, 590, 680].map((x) => fill(ellipse(x, 968, 29))).join('');
  return [
    cover(INK.night, stroke('M430 700L360 600L470 540M360 600L430 650', 9) + wheels),
    cover(INK.coral, fill(body)),
    cover(PAPER.cream, clipped(body, fill(rectangle(90, 872, 720, 26)))),
    cover(INK.sun, windows + fill(rectangle(680, 744, 84, 110, 20))),
    cover(INK.plum, clipped([0, 1, 2, 3].map((i) => rectangle(150 + i * 128, 744, 104, 96, 14)).join(''), heads)),
    cover(INK.rust, clipped(body, fill(rectangle(90, 928, 720, 40)))),
    cover(PAPER.white, fill(ellipse(762, 908, 19))),
  ].join('');
}

/** The last tram of the night, three riders still in it. */
export function lastTram(): Print {
  const random = seededRandom('last-tram');
  const far = street(random, 900, 330, 480, 0.22);
  const near = street(random, 920, 170, 330, 0.45);
  let stars = '';
  for (let i = 0; i < 26; i++)
    stars += fill(
      i % 4 === 0
        ? star([random.between(80, 880), random.between(90, 340)], 15)
        : ellipse(random.between(70, 890), random.between(80, 400), random.between(2.5, 4.5)),
    );
  const glow = halftone({ x: 780, y: 830, width: 200, height: 190 }, 20, (x, y) =>
    Math.abs(y - 908) < (x - 770) * 0.5 ? 7.5 - (x - 780) / 40 : 0,
  );
  let puddles = '';
  for (let i = 0; i < 16; i++)
    puddles += fill(ellipse(random.between(110, 780), random.between(1040, 1130), random.between(20, 64), 5));
  const body = [
    cover(INK.night, fill(rectangle(0, 0, 960, 1200))),
    cover(INK.sun, stars + fill(ellipse(690, 210, 74))),
    cover(INK.night, fill(ellipse(722, 192, 66))),
    cover('#41497f', far.walls),
    cover(INK.sun, far.windows),
    cover(INK.plum, near.walls),
    cover(INK.sun, near.windows),
    cover('#18213f', fill(rectangle(0, 900, 960, 320))),
    cover(PAPER.mist, stroke('M40 534C300 566 660 566 940 530', 4)),
    cover(INK.sun, fill(glow)),
    tram(),
    cover(INK.sky, fill(rectangle(0, 1000, 960, 9)) + fill(rectangle(0, 1062, 960, 12))),
    cover(INK.coral, puddles),
  ].join('');
  return withMargin(PAPER.cream, body);
}

function sittingCat(): string {
  const side = points('0 -96, 60 -84, 92 -20, 118 90, 132 190, 110 262, 60 282');
  const body = smooth([...side, [0, 286], ...mirrored(side, 0).slice(0, -1)]);
  const ears = polygon(points('-74 -170, -66 -262, -14 -204')) + polygon(points('74 -170, 66 -262, 14 -204'));
  const tail = smooth(points('84 250, 150 270, 178 330, 168 420, 132 470, 106 452, 138 400, 142 340, 118 300, 74 286'));
  return fill(body) + fill(ellipse(0, -142, 84, 76)) + fill(ears) + fill(tail);
}

function monstera(): string {
  const fan = [
    [-58, 210],
    [-96, 250],
    [-128, 190],
    [-26, 190],
    [-78, 330],
  ] as const;
  return fan
    .map(([turn, length], i) => {
      const tip = polar([0, 0], length, turn);
      const cuts = [-1, 1]
        .map((s) =>
          [0.35, 0.6]
            .map((share) =>
              stroke(
                `M${polar(polar(tip, 20 + 110 * share, turn), 12, turn + 90 * s).join(' ')}L${polar(polar(tip, 60 + 130 * share, turn), 74, turn + 72 * s).join(' ')}`,
                11,
                PAPER.blush,
              ),
            )
            .join(''),
        )
        .join('');
      return (
        stroke(`M0 0Q${polar([0, 0], length * 0.6, turn - 12).join(' ')} ${tip.join(' ')}`, 8, INK.moss) +
        fill(leaf(tip, 170, 130, turn), i % 2 ? INK.moss : INK.sea) +
        clipped(leaf(tip, 170, 130, turn), cuts)
      );
    })
    .join('');
}

/** A cat that has seen the moon and forgotten supper. */
export function catOnSill(): Print {
  const random = seededRandom('cat-on-sill');
  const roofs = street(random, 860, 90, 230, 0.3);
  const pane = rectangle(250, 130, 580, 720);
  let stars = '';
  for (let i = 0; i < 18; i++)
    stars += fill(star([random.between(270, 810), random.between(150, 520)], random.between(6, 13)));
  const stripes = Array.from({ length: 6 }, (_, i) => fill(rectangle(70 + i * 40, 0, 18, 1000))).join('');
  const curtain = 'M58 58H300C300 260 260 420 150 520C120 560 126 700 140 860H58Z';
  const scarf = 'M-74 -84Q0 -50 74 -84L80 -56Q0 -18 -80 -56Z';
  const body = [
    cover(PAPER.blush, fill(rectangle(0, 0, 960, 1200))),
    pass(INK.rose, fill(halftone({ x: 40, y: 900, width: 880, height: 260 }, 28, (_, y) => (y - 860) / 34))),
    cover(INK.night, fill(pane)),
    cover(INK.sun, clipped(pane, stars + fill(ellipse(646, 330, 118)))),
    pass(
      INK.coral,
      fill(
        halftone({ x: 526, y: 210, width: 240, height: 240 }, 19, (x, y) =>
          Math.hypot(x - 646, y - 330) < 114 ? (x - 590) / 22 : 0,
        ),
      ),
    ),
    cover(INK.plum, clipped(pane, roofs.walls)),
    cover(INK.sun, clipped(pane, roofs.windows)),
    cover(
      PAPER.white,
      stroke(rectangle(250, 130, 580, 720), 26) +
        fill(rectangle(533, 130, 18, 720)) +
        fill(rectangle(250, 480, 580, 16)) +
        fill(rectangle(180, 858, 720, 52, 8)),
    ),
    cover(INK.rust, fill(rectangle(190, 908, 700, 16))),
    cover(INK.coral, fill(curtain)),
    cover(INK.rose, clipped(curtain, stripes)),
    placed(
      cover(
        PAPER.blush,
        sittingCat().replaceAll(
          'fill="currentColor"',
          'fill="currentColor" stroke="currentColor" stroke-width="13" stroke-linejoin="round"',
        ),
      ) +
        cover('#1b2446', sittingCat()) +
        cover(INK.coral, fill(scarf)),
      476,
      594,
      0.96,
    ),
    placed(monstera(), 756, 770, 0.72),
    cover(INK.sun, fill(polygon(points('684 760, 828 760, 806 862, 706 862')))),
    cover(INK.coral, stroke('M692 790H820M698 816H814', 7)),
    cover(INK.rust, fill(blob(random, [330, 1010], 96, 44, 0.04))),
    cover(PAPER.cream, fill(ellipse(330, 1000, 72, 24))),
  ].join('');
  return withMargin(PAPER.cream, body);
}
