import { clipped, cover, fill, INK, PAPER, type Print, pass, stroke, withMargin } from '../print';
import { type Random, seededRandom } from '../random';
import { ellipse, halftone, type Point, polygon, rectangle, smooth } from '../shapes';

function ridge(random: Random, y: number, height: number, steps: number): string {
  const points: Point[] = [[-40, y]];
  for (let i = 0; i <= steps; i++) {
    const x = (960 / steps) * i + random.between(-22, 22);
    points.push([x, y - (i % 2 === 0 ? random.between(0.05, 0.3) : random.between(0.6, 1)) * height]);
  }
  points.push([1000, y], [1000, 1240], [-40, 1240]);
  return polygon(points);
}

/** A fir of ragged storeys, as high as asked. */
export function fir(x: number, foot: number, height: number): string {
  const points: Point[] = [];
  const storeys = 6;
  for (let i = 0; i < storeys; i++) {
    const y = foot - height + (height * 0.9 * (i + 1)) / storeys;
    const reach = height * (0.05 + 0.2 * ((i + 1) / storeys));
    points.push([x + reach, y + height * 0.02], [x + reach * 0.45, y - height * 0.012]);
  }
  const left = points.map(([px, py]): Point => [2 * x - px, py + 3]).reverse();
  return polygon([[x, foot - height], ...points, [x + height * 0.025, foot], [x - height * 0.025, foot], ...left]);
}

/** A bird as one stroke of the knife: two wings seen from afar. */
export function farBird(x: number, y: number, size: number): string {
  return smooth(
    [
      [x - size, y - size * 0.28],
      [x - size * 0.4, y - size * 0.36],
      [x, y],
      [x + size * 0.44, y - size * 0.42],
      [x + size, y - size * 0.2],
    ],
    false,
  );
}

/** Five ridges in the haze of one morning, firs before them and a low sun behind. */
export function blueMountains(): Print {
  const random = seededRandom('blue-mountains');
  const ridges = [
    { y: 620, height: 300, steps: 6, colour: INK.rose },
    { y: 720, height: 260, steps: 8, colour: INK.sky },
    { y: 810, height: 210, steps: 8, colour: INK.sky },
    { y: 905, height: 170, steps: 10, colour: INK.sea },
  ];
  let firs = '';
  for (let x = 20; x < 960; x += random.between(34, 66))
    firs += fill(fir(x, 1175, random.between(140, 300) * (0.65 + Math.abs(x - 520) / 900)));
  const sunRays = halftone({ x: 200, y: 120, width: 700, height: 560 }, 24, (x, y) =>
    Math.max(0, 6.5 - Math.abs(Math.hypot(x - 610, y - 390) - 215) / 16),
  );
  const birds = [
    [250, 250, 40],
    [330, 300, 28],
    [205, 335, 24],
    [390, 235, 20],
  ] as const;
  const body = [
    pass(INK.sun, fill(rectangle(0, 0, 960, 1200)), [0, 0]).replace('multiply', 'multiply;opacity:.32'),
    cover(PAPER.cream, fill(ellipse(610, 390, 150))),
    pass(INK.coral, fill(ellipse(610, 390, 142)) + fill(sunRays), [5, 3]),
    ...ridges.map(({ y, height, steps, colour }, i) =>
      pass(colour, fill(ridge(random, y, height, steps)), [i * 2, -i]),
    ),
    pass(INK.night, firs),
    pass(INK.night, birds.map(([x, y, size]) => stroke(farBird(x, y, size), 7)).join('')),
  ].join('');
  return withMargin(PAPER.cream, body);
}

/** Narrow houses on a quay and their shaky twins in the water. */
export function narrowHouses(): Print {
  const random = seededRandom('narrow-houses');
  const colours = [INK.coral, INK.sun, INK.sea, INK.rose, INK.rust, INK.sky, INK.moss];
  let walls = '';
  let roofs = '';
  let windows = '';
  let twins = '';
  let x = 70;
  colours.forEach((colour, i) => {
    const width = i === 6 ? 890 - x : random.between(100, 132);
    const top = random.between(300, 460);
    const peak = top - random.between(70, 130);
    const gable =
      i % 3 === 1
        ? polygon([
            [x, top],
            [x, peak + 50],
            [x + width * 0.25, peak + 50],
            [x + width * 0.25, peak],
            [x + width * 0.75, peak],
            [x + width * 0.75, peak + 50],
            [x + width, peak + 50],
            [x + width, top],
          ])
        : polygon([
            [x - 4, top],
            [x + width / 2, peak],
            [x + width + 4, top],
          ]);
    walls += fill(rectangle(x, top, width, 800 - top), colour);
    roofs += fill(gable, i % 2 === 0 ? INK.night : INK.plum);
    for (let y = top + 36; y < 690; y += 84)
      for (const wx of [0.18, 0.58])
        windows += fill(
          rectangle(x + width * wx, y, width * 0.24, 50, i % 2 === 0 ? 11 : 0),
          random.next() < 0.3 ? INK.sun : PAPER.cream,
        );
    windows += fill(rectangle(x + width * 0.36, 726, width * 0.28, 74, 12), INK.night);
    twins += fill(rectangle(x + 5, 838, width - 10, (800 - top) * 0.52), colour, { opacity: 0.75 });
    x += width;
  });
  let ripples = '';
  for (let y = 850; y < 1150; y += 26)
    ripples += stroke(
      smooth(
        Array.from({ length: 9 }, (_, i): Point => [40 + i * 115, y + (i % 2 === 0 ? -5 : 6)]),
        false,
      ),
      random.between(3, 9),
    );
  const smoke = [
    [250, 210],
    [640, 180],
  ] as const;
  const body = [
    pass(INK.sky, fill(rectangle(0, 0, 960, 820)), [0, 0]).replace('multiply', 'multiply;opacity:.55'),
    cover(
      PAPER.cream,
      smoke.map(([sx, sy]) => fill(ellipse(sx, sy, 76, 30)) + fill(ellipse(sx + 56, sy - 18, 56, 26))).join(''),
    ),
    pass('#ffffff', walls),
    roofs,
    windows,
    cover(PAPER.cream, fill(rectangle(0, 820, 960, 400))),
    pass(INK.sky, fill(rectangle(0, 820, 960, 400))),
    clipped(rectangle(0, 830, 960, 370), pass('#fff', twins)),
    cover(PAPER.mist, ripples),
    cover(INK.night, fill(rectangle(0, 798, 960, 26))),
  ].join('');
  return withMargin(PAPER.cream, body);
}
