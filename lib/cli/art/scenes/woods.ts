import { clipped, cover, fill, INK, PAPER, type Print, pass, placed, stroke, withMargin } from '../print';
import { seededRandom } from '../random';
import { band, blob, ellipse, halftone, leaf, type Point, points, polar, rectangle, smooth, wave } from '../shapes';
import { fir } from './land';

/** One fern frond from its foot along a bent stem. */
export function frond(foot: Point, length: number, degrees: number, bend: number): string {
  const steps = 24;
  let [at, turn]: [Point, number] = [foot, degrees];
  const stem: Point[] = [at];
  let leaflets = '';
  for (let i = 0; i < steps; i++) {
    at = polar(at, length / steps, turn);
    turn += bend / steps;
    stem.push(at);
    const share = i / steps;
    const reach = length * 0.27 * (1 - share) ** 0.75 * Math.min(1, 0.35 + share * 3.4) + 6;
    if (i > 2)
      for (const side of [-1, 1])
        leaflets += fill(
          leaf(at, reach, Math.min(reach * 0.3, (length / steps) * 0.62), turn + side * (66 - share * 22)),
        );
  }
  return stroke(smooth(stem, false), 6) + leaflets;
}

/** Ferns laid on blue paper and left in the sun, as Anna Atkins did it. */
export function fernBlue(): Print {
  const random = seededRandom('fern-blue');
  let dust = '';
  for (let i = 0; i < 60; i++)
    dust += fill(ellipse(random.between(70, 890), random.between(70, 1130), random.between(1.5, 4)));
  const body = [
    cover('#234a86', fill(rectangle(0, 0, 960, 1200))),
    cover('#7fa6cf', frond([640, 1140], 860, -104, 40) + dust),
    cover('#b9d0e4', frond([250, 1150], 800, -82, -34)),
    cover(PAPER.white, frond([470, 1160], 1010, -92, 26)),
  ].join('');
  return withMargin(PAPER.white, body);
}

function mushroom(x: number, foot: number, size: number, cap: string, lean: number): string {
  const [w, h] = [size * 0.52, size * 0.5];
  const top = foot - size;
  const dome = `M${x - w} ${top + h * 0.5}C${x - w} ${top - h * 0.75} ${x + w} ${top - h * 0.75} ${x + w} ${top + h * 0.5}C${x + w * 0.5} ${top + h * 0.4} ${x - w * 0.5} ${top + h * 0.4} ${x - w} ${top + h * 0.5}Z`;
  const stem = smooth([
    [x - size * 0.1, top + h * 0.4],
    [x - size * 0.11, foot - size * 0.2],
    [x - size * 0.18, foot],
    [x, foot + 8],
    [x + size * 0.18, foot],
    [x + size * 0.11, foot - size * 0.2],
    [x + size * 0.1, top + h * 0.4],
  ]);
  const random = seededRandom(`cap ${x}`);
  const spots = points('-0.55 0.1, -0.2 -0.2, 0.2 0.12, 0.5 -0.02, -0.1 0.34, 0.62 0.34, 0.12 -0.36')
    .map(([dx, dy], i) =>
      fill(
        blob(
          random,
          [x + dx * w, top + dy * h],
          size * (0.05 + (i % 3) * 0.022),
          size * (0.045 + (i % 3) * 0.016),
          0.16,
        ),
      ),
    )
    .join('');
  const gills = Array.from({ length: 9 }, (_, i) =>
    stroke(
      `M${x + (i - 4) * w * 0.08} ${top + h * 0.52}L${x + (i - 4) * w * 0.19} ${top + h * (0.69 - Math.abs(i - 4) * 0.025)}`,
      3.5,
    ),
  ).join('');
  const drawn = [
    cover(PAPER.cream, fill(stem)),
    pass(
      INK.rose,
      clipped(
        stem,
        fill(halftone({ x: x, y: top, width: size * 0.3, height: size }, 15, (px) => (px - x) / (size * 0.03))),
      ),
    ),
    cover(PAPER.cream, fill(ellipse(x, top + h * 0.5, w * 0.94, h * 0.2))),
    cover(INK.plum, gills),
    cover(cap, fill(dome)),
    pass(
      INK.rust,
      clipped(
        dome,
        fill(
          halftone({ x: x, y: top - h, width: w * 1.1, height: h * 2 }, 17, (px, py) =>
            Math.max(0, ((px - x) / w + (py - top) / h) * 4.4),
          ),
        ),
      ),
    ),
    cover(
      PAPER.cream,
      clipped(dome, spots) +
        fill(
          smooth([
            [x - size * 0.16, top + size * 0.42],
            [x, top + size * 0.38],
            [x + size * 0.16, top + size * 0.42],
            [x + size * 0.13, top + size * 0.5],
            [x, top + size * 0.47],
            [x - size * 0.13, top + size * 0.5],
          ]),
        ),
    ),
  ].join('');
  return `<g transform="rotate(${lean} ${x} ${foot})">${drawn}</g>`;
}

function snail(): string {
  const spiral = Array.from({ length: 22 }, (_, i): Point => polar([0, -46], 46 - i * 2, i * 42));
  return (
    cover(
      INK.plum,
      fill(smooth(points('-92 0, -96 -34, -78 -40, -64 -12, 0 -14, 64 -8, 96 4, 60 10, -60 10'))) +
        stroke('M-90 -34L-108 -66M-80 -38L-84 -72', 5),
    ) +
    cover(INK.sun, fill(ellipse(0, -46, 50))) +
    cover(INK.rust, stroke(smooth(spiral, false), 6))
  );
}

/** Fly agarics after three days of rain, and one who came for the moss. */
export function mushroomSeason(): Print {
  const random = seededRandom('mushroom-season');
  let grass = '';
  for (let x = 30; x < 940; x += random.between(13, 24))
    grass += fill(leaf([x, 1170], random.between(60, 190), 12, random.between(-108, -72)));
  let rain = '';
  for (let i = 0; i < 40; i++) {
    const [x, y] = [random.between(70, 890), random.between(80, 560)];
    rain += stroke(`M${x.toFixed(0)} ${y.toFixed(0)}l-8 34`, 4.5);
  }
  const body = [
    cover(PAPER.straw, fill(rectangle(0, 0, 960, 1200))),
    pass(INK.sky, rain),
    pass(INK.mint, fill(ellipse(300, 1120, 560, 330)) + fill(ellipse(820, 1160, 380, 250))),
    pass(INK.moss, frond([150, 1010], 520, -112, 34) + frond([830, 1000], 560, -72, -30)),
    mushroom(372, 1010, 580, INK.coral, -4),
    mushroom(672, 1050, 390, INK.coral, 7),
    mushroom(196, 1080, 220, INK.sun, -9),
    mushroom(812, 1110, 190, INK.coral, 10),
    cover(INK.moss, grass),
    placed(snail(), 500, 1098, 0.86),
  ].join('');
  return withMargin(PAPER.cream, body);
}

function curledFox(): string {
  const body = smooth(
    points('-250 40, -230 -70, -130 -140, 20 -150, 160 -110, 240 -20, 236 80, 150 140, -40 150, -190 120'),
  );
  const tail = smooth(
    points('236 40, 250 130, 170 196, 20 206, -130 190, -226 150, -150 112, -20 120, 100 104, 170 60'),
  );
  const tip = smooth(points('-110 206, -180 200, -240 146, -150 108, -96 130'));
  const head = smooth(points('-270 20, -236 -46, -160 -62, -90 -30, -70 20, -110 66, -176 120, -226 86'));
  const ears = smooth(points('-230 -34, -246 -120, -176 -62')) + smooth(points('-150 -58, -108 -132, -84 -32'));
  return [
    cover(INK.coral, fill(body)),
    pass(
      INK.rust,
      clipped(
        body,
        fill(halftone({ x: -260, y: -160, width: 520, height: 320 }, 20, (x, y) => Math.max(0, (y + x * 0.5) / 24))),
      ),
    ),
    cover('#d9482f', fill(tail)),
    cover(PAPER.white, clipped(tail, fill(tip))),
    cover(INK.coral, fill(ears) + fill(head)),
    cover(
      INK.night,
      fill(ellipse(-178, 112, 16, 13)) +
        stroke('M-236 28q20 18 40 4M-142 30q20 14 36 -6', 7) +
        fill(smooth(points('-232 -56, -238 -96, -204 -64'))) +
        fill(smooth(points('-136 -60, -112 -104, -100 -48'))),
    ),
    cover(
      PAPER.white,
      clipped(head, fill(smooth(points('-262 60, -214 66, -178 96, -150 62, -84 44, -110 130, -230 130')))),
    ),
    cover(INK.night, fill(ellipse(-178, 108, 17, 13))),
  ].join('');
}

/** A fox who sleeps the winter fair and the firs around it. */
export function winterFox(): Print {
  const random = seededRandom('winter-fox');
  let snow = '';
  for (let i = 0; i < 90; i++)
    snow += fill(ellipse(random.between(60, 900), random.between(60, 1140), random.between(3, 8)));
  const firs = [
    [130, 780, 420],
    [268, 750, 300],
    [840, 800, 520],
    [700, 760, 330],
    [560, 720, 220],
    [420, 716, 190],
  ] as const;
  const body = [
    cover('#2c4a74', fill(rectangle(0, 0, 960, 1200))),
    cover(PAPER.straw, fill(ellipse(470, 300, 96))),
    cover(
      '#1f6f7a',
      firs
        .slice(3)
        .map(([x, y, h]) => fill(fir(x, y, h)))
        .join(''),
    ),
    cover(
      '#17324f',
      firs
        .slice(0, 3)
        .map(([x, y, h]) => fill(fir(x, y, h)))
        .join(''),
    ),
    cover(PAPER.mist, fill(band(wave(720, 26, 620, 0.6), points('-20 1220, 980 1220')))),
    cover(PAPER.white, fill(band(wave(800, 34, 900, 2.6), points('-20 1220, 980 1220')))),
    pass(
      INK.sky,
      fill(halftone({ x: 60, y: 850, width: 840, height: 300 }, 26, (_, y) => (y - 860) / 52)) +
        fill(ellipse(500, 1070, 300, 36)),
    ),
    placed(curledFox(), 490, 900, 1.06),
    cover(PAPER.white, snow),
  ].join('');
  return withMargin(PAPER.white, body);
}
