import { clipped, cover, fill, INK, PAPER, type Print, pass, stroke, withMargin } from '../print';
import { blossom, ellipse, halftone, leaf, type Point, polar, rectangle, smooth } from '../shapes';

/** A lemon with its nipple, lying along `degrees`. */
function lemon([x, y]: Point, size: number, degrees: number): string {
  const along = (forward: number, aside: number): Point =>
    polar(polar([x, y], size * forward, degrees), size * aside, degrees + 90);
  return smooth([
    along(-1.02, 0),
    along(-0.82, 0.3),
    along(-0.35, 0.66),
    along(0.3, 0.68),
    along(0.82, 0.36),
    along(1.06, 0.14),
    along(1.2, 0),
    along(1.06, -0.14),
    along(0.82, -0.36),
    along(0.3, -0.68),
    along(-0.35, -0.66),
    along(-0.82, -0.3),
  ]);
}

function cutLemon([x, y]: Point, size: number): string {
  let segments = '';
  for (let i = 0; i < 9; i++)
    segments += fill(leaf(polar([x, y], size * 0.08, i * 40), size * 0.72, size * 0.46, i * 40));
  return (
    cover(PAPER.white, fill(ellipse(x, y, size * 0.92))) +
    cover(INK.sun, segments) +
    cover(INK.sun, stroke(ellipse(x, y, size * 0.96), size * 0.11))
  );
}

/** A lemon branch in fruit and flower at once, as lemons do. */
export function lemonBranch(): Print {
  const fruits: readonly (readonly [Point, number, number])[] = [
    [[330, 520], 138, 118],
    [[640, 640], 150, 74],
    [[430, 900], 128, 100],
  ];
  const branch = 'M760 40C690 190 640 250 560 330C470 420 420 470 360 640C330 730 360 800 420 830';
  const twigs =
    'M566 326C610 400 640 450 632 520M470 432C420 420 370 410 340 400M690 170C760 210 800 260 812 330M360 640C300 660 240 720 214 770';
  const leaves: readonly (readonly [Point, number, number, number])[] = [
    [[700, 170], 210, 92, 160],
    [[690, 190], 200, 88, 62],
    [[560, 330], 220, 94, 205],
    [[590, 360], 210, 96, 10],
    [[500, 400], 180, 80, 250],
    [[350, 660], 200, 88, 196],
    [[370, 650], 190, 86, 28],
    [[220, 765], 170, 78, 110],
    [[420, 830], 220, 90, 20],
    [[360, 780], 190, 84, 160],
    [[812, 325], 180, 80, 100],
    [[745, 80], 190, 84, 190],
  ];
  const spots = fruits
    .map(([[x, y], size, turn]) =>
      clipped(
        lemon([x, y], size, turn),
        fill(
          halftone(
            { x: x - size * 1.2, y: y - size * 1.2, width: size * 2.4, height: size * 2.4 },
            19,
            (px, py) => Math.max(0, (px - x) / size + (py - y) / size + 0.25) * 5.5,
          ),
        ),
      ),
    )
    .join('');
  const flowers: readonly Point[] = [
    [812, 330],
    [330, 396],
    [214, 772],
  ];
  const body = [
    pass(INK.sky, fill(rectangle(0, 0, 960, 1200))),
    cover(INK.rust, stroke(branch, 15) + stroke(twigs, 9)),
    cover(PAPER.cream, leaves.map(([from, length, width, turn]) => fill(leaf(from, length, width, turn))).join('')),
    pass(INK.mint, leaves.map(([from, length, width, turn]) => fill(leaf(from, length, width, turn))).join('')),
    pass(
      INK.moss,
      leaves
        .map(
          ([from, length, width, turn]) =>
            fill(leaf(from, length, width, turn, 'right')) +
            stroke(`M${from.join(' ')}L${polar(from, length * 0.94, turn).join(' ')}`, 4),
        )
        .join(''),
      [3, 2],
    ),
    cover(PAPER.cream, fruits.map(([centre, size, turn]) => fill(lemon(centre, size, turn))).join('')),
    pass(INK.sun, fruits.map(([centre, size, turn]) => fill(lemon(centre, size, turn))).join(''), [5, -3]),
    pass(INK.coral, spots),
    cover(PAPER.white, flowers.map((centre) => fill(blossom(centre, 78, 5, 20, 0.7))).join('')),
    cover(INK.sun, flowers.map(([x, y]) => fill(ellipse(x, y, 15))).join('')),
    cutLemon([730, 960], 118),
  ].join('');
  return withMargin(PAPER.cream, body);
}
