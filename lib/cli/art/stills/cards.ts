import { envelope, foldedCard, postcardBack } from '../objects/post';
import { face, laid, sheet, still, TABLE } from '../objects/table';
import { clipped, fill, INK, PAPER, stroke } from '../print';
import { birdOnTwig, PLUMAGE, sprigWreath } from '../scenes/birds';
import { jamJar } from '../scenes/garden';
import { narrowHouses } from '../scenes/land';
import { bigWave } from '../scenes/sea';
import { bearStars } from '../scenes/sky';
import { teacupTower } from '../scenes/tea';
import { winterFox } from '../scenes/woods';
import { leaf, points, polygon, rectangle, smooth } from '../shapes';

/** Six birds, six cards, laid out like a quartet. */
export function birdCards(): string {
  const grounds = [PAPER.blush, INK.sky, PAPER.straw, INK.mint, INK.rose, PAPER.mist];
  const cards = Object.values(PLUMAGE).map((plumage, i) => {
    const [column, row] = [i % 2, Math.floor(i / 2)];
    return sheet(birdOnTwig(plumage, grounds[i] ?? PAPER.blush), {
      x: 282 + column * 396 + (row % 2) * 14,
      y: 222 + row * 380,
      width: 350,
      ratio: 1.02,
      zoom: 1.04,
      turn: [-3, 2, 3, -2, -2, 3][i] ?? 0,
      corner: 6,
      shift: [0, -24],
    });
  });
  return still(TABLE.linen, cards.join(''));
}

/** The tea card before its envelope, a sprig beside it. */
export function teaCard(): string {
  const sprig = [0, 1, 2, 3, 4, 5]
    .map((i) => fill(leaf([770 + i * 14, 1040 - i * 74], 96, 34, i % 2 ? -30 : -140), i % 2 ? INK.moss : INK.sea))
    .join('');
  return still(
    TABLE.clay,
    [
      envelope('#8fb7a4', { x: 520, y: 850, width: 720, turn: -7 }, INK.coral),
      foldedCard(teacupTower(), { x: 430, y: 520, width: 560, turn: 3 }),
      stroke(smooth(points('744 1120, 786 960, 836 800, 860 640'), false), 6, INK.moss) + sprig,
    ].join(''),
  );
}

/** A long street that folds: seven houses on six panels. */
export function houseLeporello(): string {
  const print = narrowHouses();
  const [panel, height, top] = [140, 700, 220];
  const panels = [0, 1, 2, 3, 4, 5].map((i) => {
    const slope = i % 2 === 0 ? 0.34 : -0.34;
    const lift = i % 2 === 0 ? 0 : panel * 0.34;
    const piece = clipped(
      rectangle(0, 0, panel + 0.6, height),
      `<g transform="translate(${420 - i * panel} 350)">${face(print, 840, height, 0, 1.04, [0, 96])}</g>`,
    );
    return `<g transform="translate(${60 + i * panel} ${top + lift}) skewY(${((Math.atan(slope) * 180) / Math.PI).toFixed(2)})">${piece}${i % 2 ? fill(rectangle(0, 0, panel, height), '#1b2446', { opacity: 0.17 }) : ''}</g>`;
  });
  const floor = points('52 926, 200 974, 340 926, 480 974, 620 926, 760 974, 902 926, 930 990, 480 1036, 84 994');
  return still(
    TABLE.butter,
    `<g filter="url(#soft)" opacity=".3">${fill(polygon(floor), '#3a2a25')}</g>${panels.join('')}`,
    0.4,
  );
}

/** Flowers for a thank-you, lying on rose-coloured envelopes. */
export function flowerCard(): string {
  return still(
    TABLE.sage,
    [
      envelope(INK.rose, { x: 470, y: 900, width: 700, turn: 9 }),
      envelope('#f6c9b3', { x: 520, y: 820, width: 700, turn: -4 }, INK.sun),
      foldedCard(jamJar(), { x: 470, y: 500, width: 548, turn: -4, inside: PAPER.blush }),
    ].join(''),
  );
}

/** Postcards of the wave, fanned out. */
export function wavePostcards(): string {
  const wave = bigWave();
  return still(
    TABLE.fog,
    [
      postcardBack(wave, { x: 500, y: 960, width: 700, turn: -6 }),
      ...[-22, -9, 6].map((turn, i) => sheet(wave, { x: 380 + i * 100, y: 470 + i * 16, width: 500, turn, corner: 8 })),
    ].join(''),
  );
}

/** The star postcard from both sides. */
export function starPostcards(): string {
  const stars = bearStars();
  return still(
    TABLE.lilac,
    [
      sheet(stars, { x: 400, y: 440, width: 540, turn: -5, corner: 8 }),
      postcardBack(stars, { x: 540, y: 900, width: 680, turn: 5 }),
    ].join(''),
  );
}

/** The fox card among cut fir, with a red envelope. */
export function foxCards(): string {
  const twig = (x: number, y: number, turn: number) => {
    const needles = Array.from({ length: 14 }, (_, i) =>
      fill(leaf([0, -i * 24], 74 - i * 2.4, 15, -90 + (i % 2 ? 48 : -48)), i % 3 ? '#2f6b4f' : '#22543f'),
    ).join('');
    return laid(stroke('M0 20V-350', 7, '#7a4a30') + needles, rectangle(-30, -340, 60, 340, 30), { x, y, turn }, 0.6);
  };
  return still(
    '#e9e1d6',
    [
      twig(150, 420, 18),
      twig(850, 560, -24),
      envelope('#d9482f', { x: 520, y: 880, width: 720, turn: 6 }, PAPER.straw),
      foldedCard(winterFox(), { x: 470, y: 520, width: 580, turn: -3 }),
      twig(760, 1170, -64),
    ].join(''),
  );
}

/** The wreath card in two colours of envelope. */
export function wreathCards(): string {
  return still(
    TABLE.petal,
    [
      sheet(sprigWreath(), { x: 560, y: 380, width: 460, turn: 8 }),
      envelope(INK.sea, { x: 380, y: 860, width: 620, turn: -8 }, INK.coral),
      sheet(sprigWreath(), { x: 330, y: 560, width: 470, turn: -6 }),
    ].join(''),
  );
}
