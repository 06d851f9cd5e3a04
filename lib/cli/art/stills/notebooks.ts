import { book, booklet, notebook, openBook, scribble, wirePad } from '../objects/bound';
import { pencil } from '../objects/desk';
import { still, TABLE } from '../objects/table';
import { fill, INK, PAPER, placed, stroke } from '../print';
import { harbourGull, PLUMAGE, smallBird } from '../scenes/birds';
import { allotment, meadow } from '../scenes/garden';
import { algae, boatFleet, crosses, paperBoat, rainLines, scales } from '../scenes/patterns';
import { whaleBelow } from '../scenes/water';
import { blossom, ellipse, leaf, points, polygon, rectangle, smooth } from '../shapes';

/** The meadow notebook alone, in one of its three bindings. */
export function meadowNotebook(colour: 'night' | 'rose' | 'straw'): string {
  const look = {
    night: { ground: INK.night, spine: INK.coral, table: TABLE.petal, band: INK.sun, turn: -5 },
    rose: { ground: INK.rose, spine: INK.plum, table: TABLE.sage, band: INK.plum, turn: 4 },
    straw: { ground: PAPER.straw, spine: INK.sea, table: TABLE.fog, band: INK.coral, turn: -3 },
  }[colour];
  return still(
    look.table,
    notebook(
      meadow(look.ground),
      { spine: look.spine, band: look.band, ribbon: look.spine },
      { x: 476, y: 580, width: 640, turn: look.turn },
    ),
  );
}

/** The same notebook open: dots, a first page begun, a pencil that waits. */
export function meadowOpen(): string {
  const written = (left: boolean) => {
    if (!left)
      return placed(
        fill(blossom([0, 0], 66, 9, 10, 0.34), INK.coral) +
          fill(ellipse(0, 0, 22), INK.sun) +
          stroke('M0 66Q-14 150 6 236', 6, INK.moss) +
          fill(leaf([-4, 150], 92, 34, -30) + leaf([-2, 180], 92, 34, -150), INK.moss),
        210,
        210,
      );
    return [86, 132, 178, 224, 316, 362, 408]
      .map((y, i) => scribble(44, y, [300, 270, 310, 180, 290, 310, 120][i] ?? 200, 15))
      .join('');
  };
  return still(
    TABLE.clay,
    [
      openBook(INK.night, 'dots', written, { x: 480, y: 640, width: 850, turn: -6 }),
      pencil(INK.sea, { x: 800, y: 330, turn: 62, length: 560, stripes: PAPER.straw }),
    ].join(''),
  );
}

/** Three pocket booklets that quarrel a little about who lies on top. */
export function pocketTrio(): string {
  return still(
    TABLE.lilac,
    [
      booklet(scales(INK.sea, PAPER.mist), { x: 330, y: 420, width: 430, turn: -13 }),
      booklet(rainLines(INK.coral, PAPER.blush), { x: 632, y: 560, width: 430, turn: 9 }),
      booklet(crosses(INK.sun, PAPER.white), { x: 420, y: 790, width: 430, turn: -4 }),
    ].join(''),
  );
}

/** The sketch pad with the whale, and something soft to draw with. */
export function whalePad(): string {
  return still(
    TABLE.butter,
    [
      wirePad(whaleBelow(), { x: 450, y: 590, width: 690, turn: -3 }),
      pencil('#2b2f3d', { x: 866, y: 660, turn: 8, length: 700 }),
    ].join(''),
  );
}

/** Paper cuts of seaweed, bound in linen. */
export function algaeNotebook(): string {
  return still(
    TABLE.linen,
    [notebook(algae(), { spine: INK.plum, ribbon: INK.sun }, { x: 470, y: 590, width: 650, turn: 4 })].join(''),
  );
}

/** The kitchen book among crumbs of its trade. */
export function kitchenBook(): string {
  const peas = points('126 1040, 170 1082, 224 1056, 840 176, 884 214')
    .map(
      ([x, y]) =>
        fill(ellipse(x + 5, y + 8, 21), '#3a2a25', { opacity: 0.25 }) +
        fill(ellipse(x, y, 21), '#7da34f') +
        fill(ellipse(x - 6, y - 7, 6), '#ffffff', { opacity: 0.5 }),
    )
    .join('');
  return still(
    TABLE.sage,
    [
      notebook(
        allotment(),
        { spine: INK.rust, band: INK.rust, ribbon: INK.moss },
        { x: 484, y: 590, width: 660, turn: -3 },
      ),
      peas,
    ].join(''),
  );
}

/** The picture book of the gull. */
export function gullBook(): string {
  return still(TABLE.petal, book(harbourGull(), INK.coral, { x: 456, y: 580, width: 700, turn: -4 }));
}

/** Inside the picture book: the gull's harbour over both pages. */
export function gullBookOpen(): string {
  const written = (left: boolean) => {
    const sea =
      fill(rectangle(0, 380, 400, 180), INK.sea) +
      [410, 450, 500].map((y) => stroke(`M8 ${y}${'q24 -16 48 0t48 0'.repeat(4)}`, 5, PAPER.mist)).join('');
    const sky = fill(rectangle(0, 4, 400, 380), left ? INK.sky : '#9fcddc');
    if (left)
      return (
        sky +
        fill(ellipse(120, 130, 56), INK.sun) +
        placed(smallBird(PLUMAGE.wagtail), 220, 336, 0.7) +
        placed(paperBoat(PAPER.white, '#cfdcd8').replace(/<path[^>]*M0 -190[^>]*>/g, ''), 226, 402, 1) +
        sea +
        scribble(60, 524, 280, 14)
      );
    return (
      sky +
      placed(paperBoat(PAPER.white, '#cfdcd8'), 130, 394, 0.8, -4) +
      placed(paperBoat(INK.coral, '#d14a32'), 280, 400, 0.6, 5) +
      fill(smooth(points('250 120, 290 92, 330 104, 352 132, 300 146, 260 140')), PAPER.white) +
      sea
    );
  };
  return still(TABLE.fog, openBook(INK.coral, 'plain', written, { x: 480, y: 610, width: 880, turn: 3 }));
}

/** The little book of folding, with three of its first boats. */
export function foldingBook(): string {
  const boats = [
    [190, 1060, 0.8, -14],
    [800, 1080, 0.66, 12],
    [836, 210, 0.6, -24],
  ] as const;
  return still(
    TABLE.clay,
    [
      book(boatFleet(), INK.night, { x: 462, y: 560, width: 620, turn: 5 }),
      boats
        .map(
          ([x, y, s, turn], i) =>
            fill(
              polygon([
                [x - 84 * s, y + 14],
                [x + 110 * s, y + 14],
                [x + 60 * s, y + 34],
                [x - 60 * s, y + 34],
              ]),
              '#3a2a25',
              { opacity: 0.18 },
            ) + placed(i === 1 ? paperBoat(INK.sun, '#dd9b1c') : paperBoat(PAPER.white, '#dcd5c6'), x, y, s, turn),
        )
        .join(''),
    ].join(''),
  );
}
