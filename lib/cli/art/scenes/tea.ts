import { clipped, cover, fill, INK, PAPER, type Print, pass, stroke, withMargin } from '../print';
import { ellipse, halftone, leaf, type Point, points, rectangle, smooth, star } from '../shapes';

/** A stack of teacups that holds as long as nobody laughs. */
export function teacupTower(): Print {
  const cups = [
    { y: 1010, width: 330, colour: INK.sea, pattern: 'stripes' },
    { y: 838, width: 300, colour: INK.coral, pattern: 'dots' },
    { y: 682, width: 276, colour: INK.sun, pattern: 'waves' },
    { y: 540, width: 248, colour: INK.rose, pattern: 'leaves' },
  ] as const;
  const drawn = cups
    .map(({ y, width, colour, pattern }, i) => cup(480 + (i % 2 ? 16 : -14), y, width, colour, pattern, i % 2 === 0))
    .join('');
  const steam = [-46, 4, 52]
    .map((dx, i) =>
      stroke(
        smooth(
          [
            [480 + dx, 250],
            [460 + dx, 206],
            [498 + dx, 164],
            [472 + dx, 118 - i * 8],
          ],
          false,
        ),
        9,
      ),
    )
    .join('');
  const body = [
    cover(PAPER.sage, fill(rectangle(0, 0, 960, 1200))),
    pass(
      INK.mint,
      fill(
        halftone({ x: 40, y: 40, width: 880, height: 1000 }, 30, (x, y) =>
          Math.max(0, 8 - Math.hypot(x - 480, y - 560) / 62),
        ),
      ),
    ),
    cover(PAPER.white, fill(rectangle(0, 1050, 960, 160))),
    cover(INK.coral, Array.from({ length: 24 }, (_, i) => fill(rectangle(i * 42, 1050, 21, 150))).join('')).replace(
      '<g ',
      '<g opacity=".55" ',
    ),
    drawn,
    teapot(),
    cover(INK.night, steam),
  ].join('');
  return withMargin(PAPER.cream, body);
}

function cup(
  x: number,
  y: number,
  width: number,
  colour: string,
  pattern: 'stripes' | 'dots' | 'waves' | 'leaves',
  left: boolean,
): string {
  const [w, h, s] = [width / 2, width * 0.42, left ? -1 : 1];
  const bowl = `M${x - w} ${y - h}H${x + w}C${x + w} ${y - h * 0.3} ${x + w * 0.62} ${y} ${x + w * 0.4} ${y}H${x - w * 0.4}C${x - w * 0.62} ${y} ${x - w} ${y - h * 0.3} ${x - w} ${y - h}Z`;
  const marks = {
    stripes: () =>
      Array.from({ length: 9 }, (_, i) => fill(rectangle(x - w + i * w * 0.25, y - h, w * 0.11, h))).join(''),
    dots: () => fill(halftone({ x: x - w, y: y - h + 10, width: width, height: h }, 52, () => 12)),
    waves: () =>
      [0.3, 0.55, 0.8].map((share) => stroke(`M${x - w} ${y - h * share}${'q20 -22 40 0t40 0'.repeat(6)}`, 8)).join(''),
    leaves: () =>
      Array.from({ length: 7 }, (_, i) =>
        fill(leaf([x - w * 0.84 + i * w * 0.26, y - h * 0.16], h * 0.66, 30, -78 + (i % 2) * 14)),
      ).join(''),
  }[pattern]();
  const handle = stroke(
    `M${x + s * w * 0.94} ${y - h * 0.84}q${s * w * 0.5} ${-h * 0.02} ${s * w * 0.38} ${h * 0.34}q${-s * w * 0.08} ${h * 0.2} ${-s * w * 0.52} ${h * 0.2}`,
    21,
    colour,
  );
  const saucer =
    fill(
      `M${x - w * 1.26} ${y}H${x + w * 1.26}C${x + w} ${y + 30} ${x - w} ${y + 30} ${x - w * 1.26} ${y}Z`,
      PAPER.white,
    ) + stroke(`M${x - w * 1.26} ${y}H${x + w * 1.26}`, 7, colour);
  return (
    handle +
    fill(bowl, colour) +
    cover(PAPER.white, clipped(bowl, marks)) +
    fill(rectangle(x - w - 4, y - h - 8, width + 8, 17, 8), PAPER.white) +
    saucer
  );
}

function teapot(): string {
  const belly: Point[] = points('352 420, 346 340, 400 286, 480 276, 560 286, 614 340, 608 420, 560 432, 400 432');
  return [
    cover(
      INK.night,
      stroke('M356 330C280 310 268 410 352 410', 22) +
        fill('M600 392C660 380 656 310 706 288L724 306C690 340 690 420 610 430Z'),
    ),
    cover(INK.night, fill(smooth(belly)) + fill(ellipse(480, 262, 18, 20)) + fill(rectangle(404, 272, 152, 18, 9))),
    cover(INK.sun, [400, 440, 480, 520, 560].map((x, i) => fill(star([x, 360 + (i % 2) * 26], 17, 5, 0.45))).join('')),
  ].join('');
}
