import { clipped, cover, fill, INK, PAPER, type Print, pass, placed, stroke, withMargin } from '../print';
import { seededRandom } from '../random';
import { ellipse, halftone, leaf, type Point, points, polar, rectangle, smooth, star } from '../shapes';
import { fir } from './land';

/** A crane on the wing, heading left; `lift` opens the near wing upwards. */
function crane(lift: number): string {
  const feathers = (root: Point, turn: number, length: number, count: number) =>
    Array.from({ length: count }, (_, i) => fill(leaf(root, length * (1 - i * 0.075), 46, turn + i * 11))).join('');
  return [
    cover(
      INK.night,
      stroke('M-60 -6C-130 -16 -150 -50 -214 -58', 15) +
        fill(leaf([-208, -58], 74, 18, 176)) +
        fill(ellipse(-214, -60, 19, 15)),
    ),
    cover('#4a5c90', feathers([10, -10], -62 - lift, 230, 5)),
    cover(
      INK.night,
      stroke('M70 6L232 34M70 14L226 50', 7) + fill(smooth(points('-84 -6, -40 -36, 40 -30, 96 4, 40 26, -40 20'))),
    ),
    cover(PAPER.white, fill(smooth(points('-70 -6, -36 -22, 30 -18, 60 2, 20 10, -40 8')))),
    cover(INK.night, feathers([-14, -14], -128 - lift, 262, 6)),
    cover(INK.coral, fill(ellipse(-216, -72, 12, 7))),
  ].join('');
}

/** Five cranes across a low sun, on the first cold day. */
export function craneFlight(): Print {
  const fog = [760, 816, 884, 960]
    .map((y, i) => fill(rectangle(-10 + i * 40, y, 700 + (i % 2) * 300, 18 + i * 7, 9 + i * 3)))
    .join('');
  const reeds = Array.from({ length: 34 }, (_, i) => {
    const x = 70 + i * 25;
    const height = 110 + ((i * 73) % 130);
    return (
      stroke(`M${x} 1180Q${x + 6} ${1180 - height * 0.6} ${x + ((i % 3) - 1) * 26} ${1180 - height}`, 6) +
      (i % 3 === 0
        ? fill(ellipse(x + ((i % 3) - 1) * 26, 1176 - height, 10, 34))
        : fill(leaf([x, 1170], height * 0.8, 13, -80 - (i % 5) * 6)))
    );
  }).join('');
  const sun = ellipse(500, 560, 330);
  const body = [
    cover(PAPER.blush, fill(rectangle(0, 0, 960, 1200))),
    cover(INK.coral, fill(sun)),
    pass(
      INK.sun,
      clipped(sun, fill(halftone({ x: 160, y: 220, width: 690, height: 700 }, 24, (_, y) => (y - 420) / 46))),
    ),
    cover(PAPER.blush, fog),
    pass(INK.rose, fill(rectangle(0, 980, 960, 240))),
    placed(crane(0), 600, 540, 1.12, -8),
    placed(crane(26), 330, 330, 0.72, -6),
    placed(crane(-10), 690, 250, 0.62, -12),
    placed(crane(18), 318, 740, 0.76, -4),
    placed(crane(4), 770, 790, 0.56, -10),
    cover(INK.night, reeds),
  ].join('');
  return withMargin(PAPER.cream, body);
}

/** The Great Bear, with the bear that goes with it. */
export function bearStars(): Print {
  const random = seededRandom('bear-stars');
  const bear = smooth(
    points(
      '150 520, 190 440, 290 410, 420 420, 520 400, 590 340, 650 320, 660 280, 700 270, 720 310, 780 350, 840 400, 846 440, 780 462, 720 470, 690 540, 670 640, 700 760, 640 776, 610 680, 560 610, 440 610, 350 620, 330 700, 350 780, 280 786, 250 690, 210 640, 170 600',
    ),
  );
  const dipper = points('170 470, 300 430, 420 450, 520 470, 540 590, 690 580, 680 440');
  const others = points('690 580, 660 730, 780 400, 310 740, 540 590');
  let sky = '';
  for (let i = 0; i < 110; i++)
    sky += fill(ellipse(random.between(70, 890), random.between(70, 960), random.between(1.6, 4.2)));
  const milky = halftone({ x: 50, y: 50, width: 870, height: 900 }, 24, (x, y) =>
    Math.max(0, 5.4 - Math.abs(y - 250 - (x - 480) * -0.55) / 36),
  );
  const firs = Array.from({ length: 17 }, (_, i) => fill(fir(60 + i * 54, 1190, 150 + ((i * 97) % 150)))).join('');
  const body = [
    cover('#1c2850', fill(rectangle(0, 0, 960, 1200))),
    cover('#33437c', fill(milky)),
    cover(
      '#2b3769',
      fill(smooth(points('400 600, 480 600, 470 700, 486 784, 424 790, 416 700'))) +
        fill(smooth(points('560 580, 640 560, 610 690, 596 786, 540 776, 556 690'))),
    ),
    cover('#3b4a86', fill(bear) + fill(ellipse(716, 296, 26, 30))),
    cover(PAPER.straw, sky),
    cover(
      INK.sun,
      stroke(`M${dipper.map((p) => p.join(' ')).join('L')}L520 470`, 4, INK.sun, { 'stroke-dasharray': '2 12' }) +
        dipper.map((p) => fill(star(p, 30, 4, 0.3))).join('') +
        others.map((p) => fill(star(p, 17))).join(''),
    ),
    cover('#0f1733', fill(ellipse(778, 390, 8)) + fill(ellipse(842, 412, 12, 9))),
    cover('#1f6f7a', fill(smooth(points('-40 1000, 200 960, 480 1010, 760 950, 1000 1000, 1000 1240, -40 1240')))),
    cover('#0f1733', firs),
    cover(INK.coral, fill('M440 1096L500 1030L560 1096Z') + fill(rectangle(462, 1092, 76, 64))),
    cover(INK.sun, fill(rectangle(486, 1108, 28, 30))),
  ].join('');
  return withMargin(PAPER.white, body);
}

const DAY_MS = 86_400_000;
const NEW_MOON_MS = Date.UTC(2000, 0, 6, 18, 14);
const SYNODIC_DAYS = 29.530588853;

/** How far the moon is through its month at noon of a day: 0 new, 0.5 full. */
function moonAge(year: number, month: number, day: number): number {
  const days = (Date.UTC(year, month, day, 12) - NEW_MOON_MS) / DAY_MS;
  return (days / SYNODIC_DAYS) % 1;
}

function moon(x: number, y: number, radius: number, age: number): string {
  const waxing = age < 0.5;
  const bulge = Math.cos(age * 2 * Math.PI) * radius;
  const outer = `M${x} ${y - radius}A${radius} ${radius} 0 0 ${waxing ? 1 : 0} ${x} ${y + radius}`;
  const inner = `A${Math.abs(bulge).toFixed(1)} ${radius} 0 0 ${bulge > 0 === waxing ? 0 : 1} ${x} ${y - radius}Z`;
  return outer + inner;
}

/** Every moon of a year, a row a month. The phases are those of the sky (mean lunation, true to about half a day). */
export function moonYear(year: number): Print {
  let [light, full, dark] = ['', '', ''];
  for (let month = 0; month < 12; month++) {
    const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    for (let day = 1; day <= days; day++) {
      const [x, y] = [78 + (day - 1) * 26.8, 330 + month * 66];
      const age = moonAge(year, month, day);
      dark += ellipse(x, y, 10.5);
      if (Math.abs(age - 0.5) < 0.5 / SYNODIC_DAYS) full += ellipse(x, y, 12);
      else if (age > 0.02 && age < 0.98) light += moon(x, y, 10.5, age);
    }
  }
  const rays = Array.from({ length: 24 }, (_, i) =>
    fill(leaf(polar([480, 190], 92, i * 15), i % 2 ? 34 : 52, 12, i * 15)),
  ).join('');
  const body = [
    cover('#1c2850', fill(rectangle(0, 0, 960, 1200))),
    cover(INK.sun, rays + fill(ellipse(480, 190, 82))),
    cover(
      INK.coral,
      fill(
        halftone({ x: 398, y: 108, width: 164, height: 164 }, 16, (x, y) =>
          Math.hypot(x - 480, y - 190) < 78 ? (x - 450) / 15 : 0,
        ),
      ),
    ),
    cover('#2c3b72', fill(dark)),
    cover(PAPER.straw, fill(light)),
    cover(INK.coral, fill(full)),
    cover(
      INK.sun,
      points('120 140, 250 90, 200 230, 720 90, 840 160, 760 240, 90 240, 870 250')
        .map((p, i) => fill(star(p, 12 + (i % 3) * 6)))
        .join(''),
    ),
  ].join('');
  return { paper: '#1c2850', body };
}
