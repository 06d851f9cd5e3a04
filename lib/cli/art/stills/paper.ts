import { scribble } from '../objects/bound';
import { paperRoll } from '../objects/desk';
import { envelope, openEnvelope } from '../objects/post';
import { face, laid, sheet, still, TABLE } from '../objects/table';
import { fill, INK, PAPER, placed, stroke } from '../print';
import { crosses, figs, potatoPrint, rainLines, scales, strandFinds } from '../scenes/patterns';
import { ellipse, points, polygon, rectangle } from '../shapes';

/** Letter paper with shells around the edge, and the envelopes that belong to it. */
export function letterSet(): string {
  const begun = [330, 372, 414, 456, 540]
    .map((y, i) => scribble(330, y, [330, 350, 310, 190, 260][i] ?? 200, 17))
    .join('');
  const letter = laid(
    `${face(strandFinds(PAPER.white, true), 640, 800)}<g transform="translate(-480 -560)">${begun}</g>`,
    rectangle(-320, -400, 640, 800),
    { x: 430, y: 500, turn: -4 },
    0.6,
  );
  return still(
    TABLE.fog,
    [
      sheet(strandFinds(PAPER.white, true), { x: 500, y: 540, width: 640, turn: 5 }),
      letter,
      openEnvelope(INK.coral, strandFinds(PAPER.blush, false), { x: 560, y: 960, width: 600, turn: 4 }),
    ].join(''),
  );
}

/** Envelopes in seven colours, fanned from one corner. */
export function envelopeFan(): string {
  const colours = [INK.night, INK.sea, INK.moss, INK.sun, INK.coral, INK.rose, '#c9b3d6'];
  const fan = colours.map((colour, i) =>
    envelope(
      colour,
      { x: 380 + i * 32, y: 290 + i * 106, width: 530, turn: -20 + i * 6.5 },
      i === colours.length - 1 ? INK.coral : undefined,
    ),
  );
  return still(TABLE.linen, fan.join(''));
}

/** Envelopes open, so that one sees what the recipient will. */
export function envelopeLinings(): string {
  return still(
    TABLE.petal,
    [
      openEnvelope(INK.sea, figs(PAPER.cream), { x: 500, y: 404, width: 500, turn: 6 }),
      openEnvelope(INK.sun, scales(INK.coral, PAPER.blush), { x: 390, y: 680, width: 510, turn: -5 }),
      openEnvelope(INK.night, potatoPrint(PAPER.straw), { x: 550, y: 970, width: 510, turn: 3 }),
    ].join(''),
  );
}

/** Wrapping paper: three rolls and what becomes of it. */
export function wrappingRolls(): string {
  return still(
    TABLE.sage,
    [
      paperRoll(figs(PAPER.white), { x: 300, y: 540, width: 190, length: 860, turn: 14 }),
      paperRoll(potatoPrint(INK.rose), { x: 520, y: 600, width: 190, length: 860, turn: 10 }),
      paperRoll(rainLines(INK.sea, PAPER.mist), { x: 740, y: 660, width: 190, length: 860, turn: 6 }),
    ].join(''),
  );
}

/** A parcel in fig paper, tied with red string. */
export function wrappedParcel(): string {
  const [w, h] = [600, 720];
  const string = [
    fill(rectangle(-w / 2, -31, w, 22), INK.coral) + fill(rectangle(-75, -h / 2, 22, h), INK.coral),
    stroke('M-64 -20C-190 -150 -260 -10 -64 -20C80 -170 160 -30 -64 -20', 22, INK.coral) +
      stroke('M-64 -20L-150 130M-64 -20L30 140', 22, INK.coral),
    fill(ellipse(-64, -20, 27), '#d14a32'),
  ].join('');
  const tag = laid(
    fill(
      polygon([
        [-90, -54],
        [64, -54],
        [100, 0],
        [64, 54],
        [-90, 54],
      ]),
      PAPER.white,
    ) +
      fill(ellipse(66, 0, 10), TABLE.clay) +
      scribble(-66, 12, 120, 18),
    polygon([
      [-90, -54],
      [64, -54],
      [100, 0],
      [64, 54],
      [-90, 54],
    ]),
    { x: 640, y: 840, turn: 24 },
    0.7,
  );
  const parcel = laid(
    `${face(figs(PAPER.white), w, h, 4)}${fill(rectangle(-w / 2, -h / 2, 60, h), '#ffffff', { opacity: 0.18 })}${fill(rectangle(w / 2 - 46, -h / 2, 46, h), '#1b1712', { opacity: 0.1 })}${string}`,
    rectangle(-w / 2, -h / 2, w, h, 6),
    { x: 470, y: 580, turn: -5 },
    2.6,
  );
  return still(TABLE.butter, parcel + stroke('M588 742Q610 790 606 806', 5, INK.coral) + tag);
}

/** A crane folded from one of the sheets it stands on. */
function foldedCrane(): string {
  const facets = [
    ['14 -20, 150 -290, 92 6', '#b93f29'],
    ['92 6, 236 -210, 24 76', '#d14a32'],
    ['-74 8, -204 -196, -18 66', '#d14a32'],
    ['-204 -196, -268 -150, -184 -164', '#b93f29'],
    ['-74 8, 8 -34, 92 6, 10 116', '#e2553c'],
    ['10 116, 92 6, 8 44', '#c2432d'],
    ['-74 8, -70 -330, 10 50', INK.coral],
    ['-70 -330, 10 50, 64 -6', '#e2553c'],
  ] as const;
  return facets.map(([outline, colour]) => fill(polygon(points(outline)), colour)).join('');
}

/** Folding paper, a fan of patterns, and the crane it is for. */
export function foldingPaper(): string {
  const prints = [
    scales(INK.night, INK.sky),
    crosses(INK.rose, PAPER.white),
    figs(PAPER.straw),
    rainLines(INK.moss, INK.mint),
    potatoPrint(PAPER.white),
    scales(INK.sun, PAPER.white),
  ];
  const fan = prints.map((print, i) =>
    sheet(print, {
      x: 330 + i * 62,
      y: 400 + i * 66,
      width: 500,
      ratio: 1,
      zoom: 1 + (i % 2) * 0.3,
      turn: -16 + i * 7,
    }),
  );
  return still(
    TABLE.lilac,
    [
      ...fan,
      fill(ellipse(330, 1030, 210, 26), '#3a2a25', { opacity: 0.26, filter: 'url(#soft)' }),
      placed(foldedCrane(), 330, 910, 1.05),
    ].join(''),
  );
}
