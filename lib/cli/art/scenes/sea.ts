import { clipped, cover, fill, INK, PAPER, type Print, pass, stroke, withMargin } from '../print';
import { seededRandom } from '../random';
import { band, ellipse, halftone, leaf, type Point, polygon, rectangle, smooth, wave } from '../shapes';

/** A full moon over the tide lines it pulls, and one small boat. */
export function tideMoon(): Print {
  const random = seededRandom('tide-moon');
  const moon: Point = [480, 400];
  const craters = [
    [410, 340, 46],
    [530, 300, 26],
    [560, 430, 58],
    [440, 480, 30],
    [375, 430, 18],
  ] as const;
  let lines = '';
  let glints = '';
  for (let i = 0, y = 655; y < 1150; i++, y += 15 + i * 1.7) {
    const depth = 5 + i * 0.9;
    const line = wave(y, depth, 210 + i * 9, i * 1.3);
    const under = wave(y + 6 + i * 1.1, depth * 0.8, 210 + i * 9, i * 1.3 + 0.25);
    lines += fill(band(line, under));
    const reach = 150 - Math.abs(i - 9) * 7;
    for (let k = 0; k < 3; k++) {
      const x = 480 + random.between(-reach, reach);
      glints += fill(ellipse(x, y + 9 + i, random.between(16, 46), 3.4 + i * 0.35));
    }
  }
  const boat = polygon([
    [600, 628],
    [760, 628],
    [732, 668],
    [632, 668],
  ]);
  const body = [
    pass(
      INK.sky,
      fill(rectangle(0, 0, 960, 645)) +
        fill(halftone({ x: 40, y: 40, width: 880, height: 600 }, 26, (_, y) => 7 - y / 80)),
    ),
    cover(PAPER.cream, fill(ellipse(moon[0], moon[1], 236))),
    pass(INK.sun, fill(ellipse(moon[0], moon[1], 222)), [5, -4]),
    pass(
      INK.coral,
      clipped(
        ellipse(moon[0], moon[1], 222),
        craters
          .map(([x, y, r]) =>
            fill(
              halftone({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }, 17, (px, py) =>
                Math.hypot(px - x, py - y) < r ? 6.4 : 0,
              ),
            ),
          )
          .join(''),
      ),
    ),
    pass(INK.sea, fill(rectangle(0, 640, 960, 600))),
    pass(INK.night, lines, [3, 2]),
    cover(INK.sun, glints),
    cover(
      PAPER.cream,
      fill('M684 600L684 432C752 476 790 540 796 600Z') + fill('M670 600L670 470C630 506 604 556 598 600Z'),
    ),
    pass(
      INK.coral,
      fill('M684 600L684 432C752 476 790 540 796 600Z') + fill('M670 600L670 470C630 506 604 556 598 600Z'),
      [4, 3],
    ),
    cover(INK.night, fill(boat) + stroke('M677 424V630', 6)),
  ].join('');
  return withMargin(PAPER.cream, body);
}

/** A wave that is about to break, cut in the old way: claws of foam over a small moon. */
export function bigWave(): Print {
  const random = seededRandom('big-wave');
  const crest: Point[] = [
    [-40, 900],
    [120, 830],
    [250, 690],
    [330, 500],
    [450, 350],
    [620, 290],
    [770, 330],
    [845, 430],
    [830, 520],
  ];
  const hollow: Point[] = [
    [830, 520],
    [770, 450],
    [680, 430],
    [590, 480],
    [540, 590],
    [560, 730],
    [660, 850],
    [820, 920],
    [1000, 930],
  ];
  const outline = `${smooth(crest, false)}L${smooth(hollow, false).slice(1)}L1000 1260L-40 1260Z`;
  let ribs = '';
  for (let i = 1; i < 9; i++) {
    const t = i / 9;
    ribs += stroke(
      smooth(
        [
          [-40, 920 + i * 34],
          [180 + 60 * t, 850 + i * 26],
          [330 + 130 * t, 690 + 26 * i],
          [390 + 160 * t, 560 + 6 * i],
          [520 + 90 * t, 400 + 14 * i],
          [700 + 20 * t, 360 + 9 * i],
        ],
        false,
      ),
      7 - 0.45 * i,
    );
  }
  const rim: Point[] = [
    [290, 590],
    [330, 500],
    [380, 420],
    [450, 350],
    [530, 310],
    [620, 288],
    [700, 298],
    [770, 330],
    [820, 380],
    [845, 440],
    [832, 515],
  ];
  const foam = rim
    .map(([x, y], i) => fill(ellipse(x, y, 34 + (i % 3) * 11)) + fill(ellipse(x + 16, y + 34, 24 + (i % 2) * 8)))
    .join('');
  const claws = rim
    .slice(4)
    .map(([x, y], i) => fill(leaf([x, y + 24], 78 + (i % 3) * 18, 34, 70 + i * 12)))
    .join('');
  let spray = '';
  for (let i = 0; i < 46; i++)
    spray += fill(ellipse(random.between(430, 900), random.between(120, 300) + (i % 5) * 14, random.between(3, 9)));
  const swell = [0, 1, 2]
    .map((i) => fill(band(wave(960 + i * 78, 24, 330, i * 2.1), wave(1000 + i * 78, 18, 330, i * 2.1 + 0.5))))
    .join('');
  const body = [
    pass(
      INK.rose,
      fill(rectangle(0, 0, 960, 1200)) +
        fill(halftone({ x: 40, y: 40, width: 880, height: 560 }, 24, (_, y) => 6 - y / 95)),
    ),
    cover(PAPER.white, fill(ellipse(690, 640, 92))),
    pass(INK.coral, fill(ellipse(690, 640, 84)), [4, -3]),
    cover(PAPER.white, fill(outline)),
    pass(INK.sky, fill(outline)),
    pass(INK.night, clipped(outline, ribs), [2, 3]),
    cover(PAPER.white, foam + claws + spray),
    pass(INK.sky, rim.map(([x, y], i) => stroke(`M${x - 20} ${y + 16 + (i % 3) * 6}q20 -26 42 2`, 7)).join('')),
    cover(PAPER.white, swell),
    pass(INK.sea, swell, [0, 12]),
  ].join('');
  return withMargin(PAPER.white, body);
}
