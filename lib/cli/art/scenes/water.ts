import { clipped, cover, fill, INK, PAPER, type Print, pass, placed, stroke, withMargin } from '../print';
import { type Random, seededRandom } from '../random';
import {
  band,
  blob,
  ellipse,
  halftone,
  leaf,
  mirrored,
  type Point,
  points,
  polar,
  polygon,
  rectangle,
  smooth,
  star,
  wave,
} from '../shapes';

/** A closed envelope with a heart for a seal, its middle at 0, 0. */
export function sealedLetter(paper: string, seal: string): string {
  const heart = 'M0 34C-34 8 -30 -18 -10 -18C-3 -18 0 -12 0 -8C0 -12 3 -18 10 -18C30 -18 34 8 0 34Z';
  return (
    fill(rectangle(-92, -62, 184, 124, 8), paper) +
    stroke('M-88 -58L0 14L88 -58M-88 58L-26 -8M88 58L26 -8', 5, INK.night, { opacity: 0.55 }) +
    placed(fill(heart, seal), 0, 8, 0.95)
  );
}

/** The otter of the house on its back, as seen by the moon; its middle at 0, 0. */
function otter(): string {
  const side = points('0 -215, 95 -180, 130 -60, 142 90, 112 230, 62 308, 0 330');
  const body = smooth([...side, ...mirrored(side, 0).slice(1, -1)]);
  const tail = smooth(points('-48 285, -34 420, -4 540, 26 590, 44 540, 50 420, 52 285'));
  const feet = [-1, 1]
    .map((s) => [-26, 0, 26].map((turn) => fill(leaf([s * 76, 262], 130, 52, 90 - s * 48 + turn))).join(''))
    .join('');
  const ears = [-1, 1].map((s) => fill(ellipse(s * 100, -335, 32))).join('');
  const arms = [-1, 1]
    .map((s) =>
      stroke(
        smooth(
          [
            [s * 104, -132],
            [s * 128, -50],
            [s * 92, 14],
            [s * 66, 22],
          ],
          false,
        ),
        46,
      ),
    )
    .join('');
  const whiskers = [-1, 1]
    .map((s) =>
      [-10, 4, 18].map((dy) => stroke(`M${s * 52} ${-226 + dy * 0.6}L${s * 132} ${-236 + dy * 1.8}`, 4)).join(''),
    )
    .join('');
  const eyes = [-1, 1].map((s) => stroke(`M${s * 34} -286q${s * 16} 15 ${s * 34} 0`, 7)).join('');
  return [
    cover(INK.rust, feet + fill(tail) + fill(body) + fill(ellipse(0, -272, 124, 108)) + ears),
    cover(
      '#e9b98c',
      fill(ellipse(0, 70, 92, 200)) +
        fill(ellipse(0, -238, 84, 62)) +
        [-1, 1].map((s) => fill(ellipse(s * 100, -335, 15))).join(''),
    ),
    cover(
      INK.night,
      whiskers +
        eyes +
        fill(blob(seededRandom('nose'), [0, -266], 25, 18, 0.05)) +
        stroke('M0 -250v18M-22 -226q22 18 44 0', 6),
    ),
    sealedLetter(PAPER.cream, INK.coral),
    cover('#9c4126', arms),
  ].join('');
}

/** An otter asleep on night water, a letter safe in its paws. */
export function otterNight(): Print {
  const random = seededRandom('otter-night');
  const ripples = [300, 390, 490, 600, 720]
    .map((r, i) =>
      stroke(blob(random, [480, 610], r * 0.82, r * 1.12, 0.025, 14), 9 - i, INK.sky, { opacity: 0.85 - i * 0.1 }),
    )
    .join('');
  let stars = '';
  for (let i = 0; i < 34; i++) {
    const [x, y] = [random.between(80, 880), random.between(80, 1120)];
    if (Math.hypot((x - 480) * 1.3, y - 600) > 400)
      stars += fill(i % 3 === 0 ? star([x, y], random.between(12, 22)) : ellipse(x, y, random.between(3, 5)));
  }
  const weeds = [
    [100, 1180, -70],
    [165, 1200, -92],
    [230, 1210, -62],
    [830, 1190, -112],
    [890, 1180, -84],
  ] as const;
  const kelp = weeds.map(([x, y, turn]) => {
    const stem: Point[] = [0, 70, 140, 210, 290].map((d, i) => polar([x, y], d, turn + (i % 2 ? 9 : -9)));
    return (
      stroke(smooth(stem, false), 9) +
      stem
        .slice(1)
        .map((at, i) => fill(leaf(at, 92, 36, turn + (i % 2 ? 55 : -55))))
        .join('')
    );
  });
  const body = [
    cover(INK.night, fill(rectangle(0, 0, 960, 1200))),
    ripples,
    cover(INK.sun, stars),
    cover(INK.sea, kelp.join('')),
    placed(otter(), 462, 545, 0.94, -14),
  ].join('');
  return withMargin(PAPER.cream, body);
}

function swimmer(suit: string, cap: string, skin: string, left: boolean): string {
  const s = left ? 1 : -1;
  const wake = [0, 1, 2]
    .map((i) =>
      stroke(`M${-58 - i * 20} ${120 + i * 62}q18 46 4 92M${58 + i * 20} ${120 + i * 62}q-18 46 -4 92`, 7 - i),
    )
    .join('');
  return [
    cover(PAPER.white, wake),
    cover(
      skin,
      stroke(`M${s * 40} -58C${s * 78} -110 ${s * 52} -176 ${s * 34} -214`, 27) +
        stroke(`M${-s * 42} -46C${-s * 92} -14 ${-s * 98} 46 ${-s * 74} 84`, 26),
    ),
    cover(
      skin,
      stroke('M-22 118C-34 180 -26 220 -34 268', 30) +
        stroke('M22 118C30 176 40 214 28 258', 30) +
        fill(smooth(points('-50 -58, 0 -72, 50 -58, 46 20, 44 120, 0 136, -44 120, -46 20'))),
    ),
    cover(
      suit,
      fill(smooth(points('-38 -22, 0 -6, 38 -22, 42 40, 45 118, 0 140, -45 118, -42 40'))) +
        stroke('M-30 -56V-10M30 -56V-10', 10),
    ),
    cover(skin, fill(ellipse(0, -84, 22, 30))),
    cover(cap, fill(ellipse(0, -112, 37, 43))),
    cover(PAPER.white, stroke('M-24 -132q24 -22 48 0', 6)),
  ].join('');
}

function laneRope(x: number, from: number, to: number): string {
  let beads = '';
  for (let y = from, i = 0; y < to; y += 27, i++)
    beads += fill(rectangle(x - 9, y, 18, 22, 7), i % 4 < 2 ? INK.coral : PAPER.white);
  return stroke(`M${x} ${from}V${to}`, 4, INK.night) + beads;
}

function glitter(random: Random): string {
  let lines = '';
  for (let i = 0; i < 36; i++) {
    const [x, y] = [random.between(70, 890), random.between(220, 1130)];
    lines += stroke(
      smooth(
        [
          [x - 34, y],
          [x - 12, y - 9],
          [x + 10, y + 6],
          [x + 36, y - 5],
        ],
        false,
      ),
      random.between(3, 7),
    );
  }
  return lines;
}

/** Four early swimmers, each alone in a lane, seen from the ten-metre board. */
export function earlySwimmers(): Print {
  const random = seededRandom('early-swimmers');
  const tiles = Array.from(
    { length: 13 },
    (_, i) => fill(rectangle(58 + i * 68, 58, 34, 44)) + fill(rectangle(92 + i * 68, 102, 34, 44)),
  ).join('');
  const body = [
    cover(INK.sky, fill(rectangle(0, 0, 960, 1200))),
    pass(INK.sea, fill(halftone({ x: 50, y: 180, width: 870, height: 980 }, 46, (_, y) => (y - 340) / 46))),
    cover(PAPER.mist, glitter(random)),
    cover(PAPER.cream, fill(rectangle(0, 0, 960, 176))),
    pass(INK.rose, fill(rectangle(0, 0, 960, 146))),
    cover(INK.coral, tiles),
    cover(INK.night, fill(rectangle(0, 168, 960, 16))),
    [269, 480, 691].map((x) => laneRope(x, 184, 1200)).join(''),
    placed(swimmer(INK.night, INK.sun, '#d98b62', true), 168, 640, 0.92, 3),
    placed(swimmer(INK.coral, PAPER.white, '#8f4a33', false), 376, 420, 0.92, -4),
    placed(swimmer(INK.sun, INK.coral, '#edb58c', true), 586, 860, 0.92, 2),
    placed(swimmer(INK.plum, INK.night, '#c9794f', false), 792, 560, 0.92, -2),
  ].join('');
  return withMargin(PAPER.white, body);
}

/** A whale under a small boat whose skipper knows nothing of it. */
export function whaleBelow(): Print {
  const whale = smooth(
    points(
      '120 760, 150 640, 260 560, 420 530, 580 560, 700 640, 780 690, 830 640, 800 560, 850 540, 892 590, 930 560, 950 600, 900 680, 850 760, 740 830, 580 880, 400 890, 230 860',
    ),
  );
  const belly = smooth(points('112 770, 220 800, 400 815, 560 800, 600 900, 400 960, 180 920'));
  const grooves = [0, 1, 2, 3]
    .map((i) =>
      stroke(
        `M${150 + i * 22} ${800 + i * 22}C280 ${830 + i * 20} 420 ${838 + i * 16} ${560 - i * 20} ${818 + i * 18}`,
        5,
      ),
    )
    .join('');
  const fin = leaf([430, 830], 230, 96, 62);
  const bubbles = points('300 470, 330 430, 285 400, 320 372')
    .map(([x, y], i) => stroke(ellipse(x, y, 17 - i * 3), 5))
    .join('');
  const swell = [330, 352]
    .map((y, i) => fill(band(wave(y, 13, 190, i * 1.4), wave(y + 12, 10, 190, i * 1.4 + 0.4))))
    .join('');
  const body = [
    cover(PAPER.straw, fill(rectangle(0, 0, 960, 340))),
    pass(INK.coral, fill(ellipse(720, 336, 120))),
    cover(INK.sky, fill(band(wave(330, 13, 190, 0), points('-20 1220, 980 1220')))),
    pass(
      INK.sea,
      fill(rectangle(0, 560, 960, 660)) +
        fill(halftone({ x: 0, y: 380, width: 960, height: 176 }, 24, (_, y) => (y - 370) / 22)),
    ),
    cover(INK.night, swell + fill(polygon(points('330 298, 500 298, 470 342, 360 342'))) + stroke('M415 296V150', 7)),
    cover(INK.coral, fill('M424 160C480 190 506 240 508 284H424Z')),
    cover(INK.night, fill(whale)),
    cover(PAPER.mist, clipped(whale, fill(belly))),
    cover(INK.sea, clipped(whale, grooves)),
    cover('#35467c', fill(fin)),
    cover(PAPER.mist, fill(ellipse(238, 712, 13)) + bubbles),
    cover(INK.night, fill(ellipse(240, 713, 6))),
  ].join('');
  return { paper: PAPER.straw, body };
}
