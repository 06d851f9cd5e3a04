import { scribble } from '../objects/bound';
import { bookmark, inkPad, pencil, stampBlock, tapeRoll, tray } from '../objects/desk';
import { face, laid, still, TABLE } from '../objects/table';
import { clipped, cover, fill, INK, PAPER, placed, stroke } from '../print';
import { meadow } from '../scenes/garden';
import { algae, crosses, figs, potatoPrint, rainLines, scales } from '../scenes/patterns';
import { moonYear } from '../scenes/sky';
import { fernBlue } from '../scenes/woods';
import { blossom, ellipse, leaf, points, polygon, rectangle, smooth, star } from '../shapes';

const PENCILS = [INK.coral, INK.sun, INK.moss, INK.sea, INK.night, INK.plum] as const;

/** Six pencils in a row, none the same length as yesterday. */
export function pencilSet(): string {
  const shaving = (x: number, y: number, turn: number, colour: string) =>
    placed(
      stroke('M0 0a34 34 0 1 1 52 30', 15, '#e9c79b') + stroke('M0 0a34 34 0 1 1 52 30', 4, colour),
      x,
      y,
      1,
      turn,
    );
  return still(
    TABLE.butter,
    [
      ...PENCILS.map((colour, i) =>
        pencil(colour, {
          x: 210 + i * 108,
          y: 590 + ([0, -26, 16, -10, 24, -16][i] ?? 0),
          length: 850 - (i % 3) * 40,
          stripes: i % 2 ? PAPER.cream : INK.sun,
          turn: [-2, 1, 0, 2, -1, 3][i] ?? 0,
        }),
      ),
      shaving(150, 1100, 20, INK.coral),
      shaving(700, 130, 160, INK.sea),
      shaving(320, 1120, 220, INK.plum),
    ].join(''),
  );
}

/** Four rolls of paper tape, unrolled a little. */
export function tapes(): string {
  return still(
    TABLE.fog,
    [
      tapeRoll(scales(INK.coral, PAPER.blush), { x: 250, y: 190, pulled: 480, radius: 128, turn: 3 }),
      tapeRoll(figs(PAPER.cream), { x: 360, y: 470, pulled: 440, radius: 128, turn: -5 }),
      tapeRoll(rainLines(INK.sun, PAPER.white), { x: 220, y: 720, pulled: 560, radius: 128, turn: 2 }),
      tapeRoll(crosses(INK.sea, PAPER.mist), { x: 380, y: 960, pulled: 400, radius: 128, turn: -3 }),
    ].join(''),
  );
}

const bee = (ink: string) =>
  fill(ellipse(0, 10, 40, 56), ink) +
  stroke('M-34 -6H34M-38 18H38M-30 42H30', 9, '#f7e3bd') +
  fill(ellipse(0, -56, 26, 22), ink) +
  stroke(`${ellipse(-52, -14, 38, 22)}${ellipse(52, -14, 38, 22)}`, 7, ink) +
  stroke('M-10 -74q-6 -26 -22 -28M10 -74q6 -26 22 -28', 6, ink);
const sprig = (ink: string) =>
  stroke('M0 96V-80', 7, ink) +
  [0, 1, 2, 3]
    .map((i) => [-40, 40].map((turn) => fill(leaf([0, 70 - i * 42], 76 - i * 9, 32, -90 + turn), ink)).join(''))
    .join('') +
  fill(leaf([0, -70], 56, 28, -90), ink);
const flower = (ink: string) =>
  fill(blossom([0, -30], 70, 8, 0, 0.36), ink) +
  fill(ellipse(0, -30, 13), '#f7e3bd') +
  stroke('M0 30V106', 7, ink) +
  fill(leaf([0, 90], 58, 24, -30) + leaf([0, 90], 58, 24, -150), ink);
const radish = (ink: string) =>
  fill(smooth(points('0 -10, 46 6, 42 54, 0 84, -42 54, -46 6')), ink) +
  stroke('M0 80q10 26 -6 42', 6, ink) +
  [-30, 0, 30].map((turn) => fill(leaf([0, -10], 96, 40, -90 + turn), ink)).join('');

/** Garden stamps, their pad, and what they did to a sheet of paper. */
export function stamps(): string {
  const paper = laid(
    fill(rectangle(-330, -300, 660, 600), PAPER.white) +
      [bee, sprig, flower, radish, sprig, bee]
        .map((motif, i) =>
          placed(
            motif([INK.moss, INK.coral, INK.sea][i % 3] ?? INK.moss),
            -200 + (i % 3) * 200,
            -140 + Math.floor(i / 3) * 280,
            0.86,
            ((i * 37) % 24) - 12,
          ),
        )
        .join(''),
    rectangle(-330, -300, 660, 600),
    { x: 470, y: 370, turn: -4 },
    0.6,
  );
  return still(
    TABLE.sage,
    [
      paper,
      stampBlock(bee('#7a4a30'), { x: 250, y: 830, width: 240, turn: -8 }),
      stampBlock(sprig('#7a4a30'), { x: 530, y: 800, width: 210, ratio: 1.24, turn: 5 }),
      stampBlock(radish('#7a4a30'), { x: 330, y: 1060, width: 200, ratio: 1.16, turn: 12 }),
      inkPad(INK.moss, { x: 690, y: 1030, width: 340, turn: -10 }),
    ].join(''),
  );
}

/** A pad for seven days, Monday already promised. */
export function weekPad(): string {
  const icons = [
    fill(ellipse(0, 0, 26), INK.sun),
    fill(leaf([0, 34], 70, 40, -90), INK.moss),
    fill(star([0, 0], 32, 5, 0.45), INK.coral),
    fill(ellipse(0, 0, 26), INK.sea) + stroke('M-26 6q13 -14 26 0t26 0', 5, PAPER.white),
    fill(blossom([0, 0], 34, 6, 0, 0.5), INK.rose) + fill(ellipse(0, 0, 9), INK.sun),
    fill('M-14 -30a32 32 0 1 1 0 60a40 40 0 0 0 0 -60Z', INK.plum),
    fill(polygon(points('-30 26, 0 -30, 30 26')), INK.night),
  ];
  const rows = icons.map((icon, i) => {
    const y = -330 + i * 108;
    return (
      placed(icon, -230, y + 50, 0.86) +
      stroke(`M-180 ${y + 84}H280`, 2.5, '#cdbd9f') +
      (i < 2 ? scribble(-160, y + 66, [300, 190][i] ?? 0, 18) : '')
    );
  });
  const pad =
    fill(rectangle(-320, -430, 640, 880, 6), '#e4d6ba') +
    fill(rectangle(-320, -436, 640, 874, 6), PAPER.white) +
    clipped(
      rectangle(-320, -436, 640, 874, 6),
      fill(rectangle(-320, -436, 640, 60), INK.coral) +
        cover(PAPER.blush, Array.from({ length: 16 }, (_, i) => fill(ellipse(-310 + i * 42, -376, 21))).join('')),
    ) +
    rows.join('');
  return still(
    TABLE.petal,
    laid(pad, rectangle(-320, -430, 640, 880), { x: 450, y: 600, turn: -3 }, 1.2) +
      pencil(INK.sea, { x: 846, y: 640, turn: 12, length: 680, stripes: INK.sun }),
  );
}

/** The moon year on its wooden hanger. */
export function moonCalendar(): string {
  const [w, h] = [640, 800];
  const strip = (y: number) =>
    fill(rectangle(-w / 2 - 16, y, w + 32, 30, 6), '#c08a55') +
    fill(rectangle(-w / 2 - 16, y, w + 32, 9, 4), '#dcae7c');
  const thing =
    stroke(`M-260 ${-h / 2 - 20}L0 ${-h / 2 - 150}L260 ${-h / 2 - 20}`, 5, '#7a5a3f') +
    face(moonYear(2027), w, h) +
    strip(-h / 2 - 22) +
    strip(h / 2 - 6) +
    fill(ellipse(0, -h / 2 - 152, 11), INK.night);
  return still('#e6d9d2', laid(thing, rectangle(-w / 2, -h / 2, w, h), { x: 480, y: 640 }, 2.2), 0.5);
}

/** Four bookmarks, and the cords they are found by. */
export function bookmarks(): string {
  const four = [
    [meadow(INK.night), INK.coral],
    [algae(), INK.sun],
    [fernBlue(), INK.night],
    [potatoPrint(PAPER.white), INK.sea],
  ] as const;
  return still(
    TABLE.clay,
    four
      .map(([print, cord], i) =>
        bookmark(print, cord, { x: 180 + i * 200, y: 690 + (i % 2) * 40, width: 164, turn: [-5, 2, -2, 5][i] ?? 0 }),
      )
      .join(''),
  );
}

/** A tin with a lid's worth of order: clips, stamps, an eraser. */
export function deskTray(): string {
  const clip = (x: number, y: number, turn: number, colour: string) =>
    placed(stroke('M-18 60V-44a22 22 0 0 1 44 0V56a15 15 0 0 1 -30 0V-30', 7, colour), x, y, 1, turn);
  const clips = [
    [-250, -190, 20, INK.coral],
    [-170, -120, -40, PAPER.cream],
    [-270, -60, 70, INK.night],
    [-190, 10, 12, INK.sun],
    [-280, 60, -24, INK.coral],
    [-180, 120, 50, PAPER.straw],
    [-260, 190, 100, INK.plum],
  ] as const;
  const eraser =
    fill(rectangle(40, -210, 250, 130, 16), INK.rose) +
    fill(rectangle(40, -210, 130, 130, 16), INK.night) +
    stroke('M64 -180h80M64 -150h60', 6, PAPER.straw);
  const sharpener =
    fill(rectangle(60, -30, 130, 100, 10), INK.sun) +
    fill(polygon(points('76 -14, 174 6, 174 34, 76 54')), '#b7791a') +
    fill(ellipse(126, 20, 13), PAPER.mist);
  const pins = [
    [240, 10],
    [270, 70],
    [220, 90],
    [290, -20],
  ]
    .map(
      ([x = 0, y = 0], i) =>
        fill(ellipse(x + 3, y + 5, 20), '#1b1712', { opacity: 0.25 }) +
        fill(ellipse(x, y, 20), [INK.coral, INK.sun, PAPER.cream, INK.rose][i]) +
        fill(ellipse(x - 5, y - 5, 7), '#ffffff', { opacity: 0.5 }),
    )
    .join('');
  const ruler =
    fill(rectangle(30, 130, 280, 74, 6), '#e3b57c') +
    stroke(Array.from({ length: 17 }, (_, i) => `M${44 + i * 16} 132v${i % 4 ? 18 : 34}`).join(''), 3, '#7a4a30');
  const walls = stroke('M-60 -250V250M-60 100H330', 12, '#37a9a8');
  return still(
    TABLE.linen,
    tray(
      INK.sea,
      clips.map(([x, y, turn, colour]) => clip(x, y, turn, colour)).join('') +
        eraser +
        sharpener +
        pins +
        ruler +
        walls,
      { x: 480, y: 600, width: 760, ratio: 0.76, turn: -4 },
    ),
  );
}
