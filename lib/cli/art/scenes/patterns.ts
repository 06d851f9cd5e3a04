import { clipped, cover, fill, INK, PAPER, type Print, pass, placed, stroke } from '../print';
import { seededRandom } from '../random';
import { ellipse, halftone, leaf, type Point, points, polar, polygon, rectangle, smooth, star } from '../shapes';

function ground(colour: string): string {
  return cover(colour, fill(rectangle(-10, -10, 980, 1220)));
}

function fig(cut: boolean): string {
  const shape = smooth(points('0 -100, 18 -64, 60 -20, 78 40, 50 92, 0 108, -50 92, -78 40, -60 -20, -18 -64'));
  if (!cut)
    return (
      cover(INK.plum, fill(shape)) +
      cover(
        '#8a5480',
        clipped(
          shape,
          [-40, -14, 14, 40].map((x) => stroke(`M${x * 0.3} -96Q${x * 1.9} 0 ${x * 0.5} 108`, 6)).join(''),
        ),
      )
    );
  const seeds = Array.from({ length: 16 }, (_, i) =>
    fill(ellipse(...polar([0, 28], 18 + (i % 2) * 17, i * 22.5), 5)),
  ).join('');
  return (
    cover(INK.plum, fill(shape)) +
    placed(cover(PAPER.cream, fill(shape)), 0, 3, 0.86) +
    placed(cover(INK.coral, fill(shape)), 0, 10, 0.62) +
    cover(INK.sun, seeds)
  );
}

/** Figs, whole and cut, between their leaves: endless in both directions. */
export function figs(colour: string): Print {
  let body = ground(colour);
  for (let row = 0; row < 6; row++) {
    for (let column = -1; column < 5; column++) {
      const [x, y] = [column * 240 + (row % 2) * 120 + 120, row * 232 + 20];
      const turn = ((row * 5 + column * 7) % 6) * 14 - 35;
      body += placed(fig((row + column) % 2 === 0), x, y, 0.92, turn);
      body += cover(
        row % 2 ? INK.sea : INK.moss,
        [-118, -90, -62].map((spread) => fill(leaf([x + 120, y + 66], 104, 46, spread))).join(''),
      );
    }
  }
  return { paper: colour, body };
}

function alga(random: ReturnType<typeof seededRandom>, arms: number): string {
  const stem: Point[] = Array.from({ length: 6 }, (_, i): Point => [Math.sin(i * 1.3) * 14, 140 - i * 56]);
  const lobes = stem.slice(0, -1).flatMap(([x, y], i) =>
    [-1, 1].map((side) => {
      const turn = -90 + side * (64 - i * 6);
      const reach = (122 - i * 16) * random.between(0.85, 1.08);
      return stroke(
        smooth([[x, y], polar([x, y], reach * 0.55, turn + side * 16), polar([x, y], reach, turn - side * 18)], false),
        arms - i * 2,
      );
    }),
  );
  return stroke(smooth(stem, false), 18) + lobes.join('');
}

/** Seaweed cut from coloured paper without a drawing first. */
export function algae(): Print {
  const random = seededRandom('algae');
  const pairs = [
    [INK.coral, PAPER.cream],
    [INK.sun, INK.sea],
    [INK.night, INK.rose],
    [PAPER.cream, INK.coral],
    [INK.sea, INK.sun],
    [INK.rose, INK.night],
    [INK.sky, PAPER.white],
    [INK.plum, INK.sun],
    [INK.moss, PAPER.blush],
    [PAPER.straw, INK.plum],
    [INK.night, INK.sky],
    [INK.coral, INK.night],
  ] as const;
  const body = pairs
    .map(([back, front], i) => {
      const [x, y] = [(i % 3) * 320, Math.floor(i / 3) * 300];
      return (
        cover(back, fill(rectangle(x - 4, y - 4, 328, 308))) +
        placed(cover(front, alga(random, 27)), x + 160, y + 152, 0.86, i % 2 ? 180 : random.between(-12, 12))
      );
    })
    .join('');
  return { paper: PAPER.cream, body };
}

function scallop(colour: string): string {
  const fan = smooth(points('0 74, -40 56, -96 0, -90 -56, -46 -88, 0 -96, 46 -88, 90 -56, 96 0, 40 56'));
  return (
    cover(colour, fill(fan) + fill(polygon(points('-34 86, 34 86, 20 44, -20 44')))) +
    cover(
      PAPER.white,
      [-62, -36, -12, 12, 36, 62]
        .map((turn) =>
          stroke(
            `M0 58L${polar([0, 58], 130, turn - 90)
              .map(Math.round)
              .join(' ')}`,
            5,
          ),
        )
        .join(''),
    )
  );
}

function urchin(colour: string): string {
  return (
    cover(colour, fill(ellipse(0, 0, 66))) +
    cover(
      PAPER.white,
      Array.from({ length: 10 }, (_, i) =>
        [20, 34, 48].map((r) => fill(ellipse(...polar([0, 0], r, i * 36), r / 11))).join(''),
      ).join('') + fill(star([0, 0], 13, 5, 0.5)),
    )
  );
}

function starfish(colour: string): string {
  return (
    cover(
      colour,
      fill(smooth(Array.from({ length: 10 }, (_, i): Point => polar([0, 0], i % 2 ? 38 : 92, i * 36 - 90)))),
    ) +
    cover(
      PAPER.white,
      Array.from({ length: 5 }, (_, i) =>
        [22, 42, 60].map((r) => fill(ellipse(...polar([0, 0], r, i * 72 - 90), 5))).join(''),
      ).join(''),
    )
  );
}

/** What lay along the tide line, scattered over a sheet; `keepClear` leaves its middle for writing. */
export function strandFinds(paper: string, keepClear: boolean): Print {
  const random = seededRandom('strand-finds');
  const kinds = [
    () => scallop(INK.coral),
    () => urchin(INK.plum),
    () => starfish(INK.sun),
    () => scallop(INK.sea),
    () => starfish(INK.rose),
    () => urchin(INK.sea),
  ];
  let body = ground(paper);
  for (let row = 0; row < 7; row++) {
    for (let column = 0; column < 5; column++) {
      const [x, y] = [96 + column * 192 + random.between(-20, 20), 92 + row * 170 + random.between(-14, 14)];
      if (keepClear && row > 0 && row < 6 && column > 0 && column < 4) continue;
      body += placed(
        (kinds[(row * 3 + column * 2) % 6] ?? kinds[0] ?? (() => ''))(),
        Math.round(x),
        Math.round(y),
        keepClear ? 0.56 : 0.84,
        Math.round(random.between(-40, 40)),
      );
    }
  }
  return { paper, body };
}

/** A paper boat, its keel at 0, 0. */
export function paperBoat(light: string, dark: string): string {
  return (
    cover(
      light,
      fill(polygon(points('-130 -70, 130 -70, 78 0, -78 0'))) + fill(polygon(points('0 -190, -66 -70, 0 -70'))),
    ) +
    cover(dark, fill(polygon(points('0 -190, 66 -70, 0 -70'))) + fill(polygon(points('130 -70, 78 0, 20 0, 66 -70'))))
  );
}

/** A fleet of paper boats; one has other plans. */
export function boatFleet(): Print {
  let body = ground(INK.sea);
  for (let row = 0; row < 5; row++) {
    const y = 330 + row * 196;
    for (let column = -1; column < 4; column++) {
      const odd = row === 2 && column === 1;
      const x = column * 300 + (row % 2) * 150 + 180;
      body += placed(
        odd ? paperBoat(INK.coral, '#d14a32') : paperBoat(PAPER.white, '#cfdcd8'),
        x,
        y,
        0.86,
        odd ? 7 : -3,
      );
    }
    body +=
      cover(INK.sky, stroke(`M-40 ${y + 12}${'q30 -26 60 0t60 0'.repeat(9)}`, 9)) +
      pass(INK.night, stroke(`M-10 ${y + 40}${'q30 -22 60 0t60 0'.repeat(9)}`, 5));
  }
  return { paper: INK.sea, body };
}

/** The quiet patterns that go with everything: rain, then scales, then crosses. */
export function rainLines(colour: string, ink: string): Print {
  let body = ground(colour);
  for (let x = 30; x < 980; x += 60)
    body += cover(ink, stroke(`M${x} -10V1210`, 13, ink, { 'stroke-dasharray': x % 120 === 30 ? '120 44' : '52 60' }));
  return { paper: colour, body };
}

export function scales(colour: string, ink: string): Print {
  let arcs = '';
  for (let row = 0; row < 11; row++)
    for (let x = (row % 2) * 96 - 96; x < 1060; x += 192)
      arcs += [86, 54, 22].map((r) => stroke(`M${x - r} ${row * 122}a${r} ${r} 0 0 1 ${2 * r} 0`, 14)).join('');
  return { paper: colour, body: ground(colour) + cover(ink, arcs) };
}

export function crosses(colour: string, ink: string): Print {
  const marks = halftone({ x: 40, y: 40, width: 940, height: 1170 }, 180, () => 27);
  let plus = '';
  for (let y = 40; y < 1200; y += 180) for (let x = -50; x < 960; x += 180) plus += `M${x + 147} ${y}h66m-33 -33v66`;
  return { paper: colour, body: ground(colour) + cover(ink, fill(marks) + stroke(plus, 16)) };
}

/** Suns, moons and dots, as stamped by a child with four potatoes. */
export function potatoPrint(colour: string): Print {
  let body = ground(colour);
  for (let row = 0; row < 7; row++) {
    for (let column = 0; column < 6; column++) {
      const [x, y] = [column * 176 + 50, row * 180 + 60];
      const kind = (row + column * 2) % 4;
      if (kind === 0)
        body += cover(
          INK.sun,
          fill(ellipse(x, y, 34)) +
            Array.from({ length: 8 }, (_, i) => fill(leaf(polar([x, y], 42, i * 45), 30, 20, i * 45))).join(''),
        );
      if (kind === 1) body += cover(INK.coral, fill(`M${x - 16} ${y - 50}a52 52 0 1 1 0 100a66 66 0 0 0 0 -100Z`));
      if (kind === 2) body += cover(INK.sea, fill(star([x, y], 54, 6, 0.5)));
      if (kind === 3)
        body +=
          cover(INK.night, fill(leaf([x, y + 50], 104, 70, -90))) +
          cover(colour, stroke(`M${x} ${y + 40}V${y - 26}`, 6));
    }
  }
  return { paper: colour, body };
}
