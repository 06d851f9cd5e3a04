import { clipped, cover, fill, INK, PAPER, type Print, placed, stroke } from '../print';
import { ellipse, halftone, leaf, mirrored, points, polygon, rectangle, smooth } from '../shapes';

export type Plumage = { back: string; breast: string; cap: string };

export const PLUMAGE = {
  robin: { back: '#7a5a3f', breast: INK.coral, cap: '#7a5a3f' },
  tit: { back: '#3e6fa8', breast: INK.sun, cap: INK.night },
  greenfinch: { back: INK.moss, breast: '#c6cf5a', cap: INK.moss },
  bullfinch: { back: '#5c6b86', breast: INK.rose, cap: '#1b2446' },
  wren: { back: INK.rust, breast: '#e9b98c', cap: INK.rust },
  wagtail: { back: '#7d8ba3', breast: PAPER.white, cap: '#1b2446' },
} as const satisfies Record<string, Plumage>;

/** A small round bird that sits at 0, 0 and looks to the right. */
export function smallBird({ back, breast, cap }: Plumage): string {
  const body = smooth(
    points('-110 -40, -86 -120, -10 -190, 66 -214, 124 -180, 128 -120, 110 -50, 50 -4, -30 0, -86 -14'),
  );
  return [
    cover(back, fill(polygon(points('-84 -70, -206 6, -186 26, -60 -20')))),
    cover(INK.night, stroke('M-6 -6L-10 30M34 -6L36 30', 7)),
    cover(back, fill(body)),
    cover(breast, clipped(body, fill(ellipse(92, -66, 94, 92)))),
    cover(cap, clipped(body, fill(ellipse(72, -214, 84, 54)))),
    cover(INK.night, fill(leaf([-112, -52], 176, 84, -10), 'currentColor', { opacity: 0.32 })),
    cover(PAPER.cream, stroke('M-72 -62L20 -76M-60 -44L10 -56', 6)),
    cover(INK.night, fill(ellipse(84, -156, 11)) + fill(polygon(points('122 -164, 166 -146, 124 -136')))),
    cover(PAPER.white, fill(ellipse(88, -160, 4))),
  ].join('');
}

/** One bird on one twig. */
export function birdOnTwig(plumage: Plumage, ground: string): Print {
  const leaves = (
    [
      [120, 816, -60],
      [240, 838, 50],
      [700, 820, -50],
      [820, 800, 40],
      [610, 838, 62],
    ] as const
  )
    .map(([x, y, turn]) => fill(leaf([x, y], 150, 64, turn)))
    .join('');
  const body = [
    cover(ground, fill(rectangle(-10, -10, 980, 1220))),
    cover(INK.rust, stroke(smooth(points('-20 800, 200 826, 480 836, 720 812, 990 780'), false), 19)),
    cover(INK.moss, leaves),
    placed(smallBird(plumage), 460, 806, 2),
    cover(INK.coral, fill(ellipse(318, 880, 24) + ellipse(374, 900, 24) + ellipse(700, 880, 24))),
  ].join('');
  return { paper: ground, body };
}

/** A gull that owns the harbour it stands in. */
export function harbourGull(): Print {
  const gull = smooth(
    points(
      '250 620, 300 520, 400 450, 470 380, 480 290, 540 240, 610 256, 640 310, 626 400, 640 500, 600 620, 520 700, 400 716, 300 690',
    ),
  );
  const wing = smooth(points('210 640, 300 540, 430 500, 540 540, 560 620, 460 690, 330 690, 180 700, 120 690'));
  const tower = polygon(points('760 330, 840 330, 868 760, 732 760'));
  const body = [
    cover(INK.sky, fill(rectangle(-10, -10, 980, 1220))),
    cover(PAPER.mist, fill(halftone({ x: 0, y: 0, width: 960, height: 760 }, 30, (_, y) => Math.max(0, 9 - y / 80)))),
    cover(INK.sun, fill(ellipse(180, 250, 92))),
    cover(PAPER.white, fill(tower)),
    cover(
      INK.coral,
      clipped(tower, fill(rectangle(700, 400, 200, 70) + rectangle(700, 540, 200, 70) + rectangle(700, 680, 200, 70))) +
        fill(polygon(points('748 270, 852 270, 800 210'))),
    ),
    cover(INK.sun, fill(rectangle(764, 270, 72, 60))),
    cover(INK.sea, fill(rectangle(-10, 756, 980, 460))),
    cover(
      PAPER.mist,
      [800, 850, 910, 980, 1060, 1140]
        .map((y, i) => stroke(`M${-80 + i * 30} ${y}${'q30 -22 60 0t60 0'.repeat(9)}`, 6))
        .join(''),
    ),
    cover(INK.coral, stroke('M420 700V820M480 700V820', 15) + stroke('M396 826h54M458 826h54', 14)),
    cover(INK.rust, fill(rectangle(340, 830, 220, 400, 10))),
    cover('#7a3420', fill(ellipse(450, 836, 110, 26)) + stroke('M380 900V1200M460 920V1200M520 890V1200', 7)),
    cover(PAPER.white, fill(gull)),
    cover('#8896b3', fill(wing)),
    cover(INK.night, fill(smooth(points('120 690, 200 664, 260 690, 180 716'))) + fill(ellipse(570, 306, 13))),
    cover(INK.sun, fill(smooth(points('632 300, 712 330, 704 352, 632 344')))),
    cover(INK.coral, fill(ellipse(690, 342, 9))),
  ].join('');
  return { paper: INK.sky, body };
}

/** A robin in a wreath, mirrored as on old tiles. */
export function sprigWreath(): Print {
  const half = points('480 180, 640 220, 750 340, 790 500, 760 660, 660 790, 480 860');
  const ring = smooth([...half, ...mirrored(half, 480).slice(1, -1)]);
  const sprigs = [...half, ...mirrored(half, 480)].map(([x, y], i) => {
    const turn = (Math.atan2(y - 520, x - 480) * 180) / Math.PI;
    return (
      fill(leaf([x, y], 120, 50, turn - 50), i % 2 ? INK.moss : INK.sea) +
      fill(leaf([x, y], 110, 46, turn + 40), i % 2 ? INK.sea : INK.moss) +
      fill(ellipse(x, y, 21), i % 3 ? INK.coral : INK.sun)
    );
  });
  const body = [
    cover(PAPER.white, fill(rectangle(-10, -10, 980, 1220))),
    cover(INK.rust, stroke(ring, 8)),
    sprigs.join(''),
    placed(smallBird(PLUMAGE.robin), 500, 640, 1.25),
  ].join('');
  return { paper: PAPER.white, body };
}
