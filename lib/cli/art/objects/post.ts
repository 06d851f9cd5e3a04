import { clipped, fill, PAPER, type Print, stroke } from '../print';
import { ellipse, polygon, rectangle } from '../shapes';
import { face, laid, type Place } from './table';

/** An envelope from behind, flap shut: 0.7 as high as wide. */
export function envelope(colour: string, place: Place, seal?: string): string {
  const { width } = place;
  const height = width * 0.7;
  const [l, t, r, b] = [-width / 2, -height / 2, width / 2, height / 2];
  const thing = [
    fill(rectangle(l, t, width, height, 5), colour),
    fill(
      polygon([
        [l, b],
        [0, t + height * 0.44],
        [r, b],
      ]),
      '#ffffff',
      { opacity: 0.16 },
    ),
    stroke(
      `M${l + 3} ${b - 3}L${-width * 0.06} ${height * 0.02}M${r - 3} ${b - 3}L${width * 0.06} ${height * 0.02}`,
      2.5,
      '#1b1712',
      { opacity: 0.2 },
    ),
    fill(
      polygon([
        [l + 2, t + 2],
        [r - 2, t + 2],
        [width * 0.06, height * 0.1],
        [0, height * 0.13],
        [-width * 0.06, height * 0.1],
      ]),
      '#1b1712',
      { opacity: 0.13, transform: 'translate(0 7)' },
    ),
    fill(
      `M${l + 2} ${t + 2}H${r - 2}L${width * 0.06} ${height * 0.08}Q0 ${height * 0.15} ${-width * 0.06} ${height * 0.08}Z`,
      colour,
    ),
    fill(
      `M${l + 2} ${t + 2}H${r - 2}L${width * 0.06} ${height * 0.08}Q0 ${height * 0.15} ${-width * 0.06} ${height * 0.08}Z`,
      '#ffffff',
      { opacity: 0.1 },
    ),
    seal === undefined
      ? ''
      : fill(ellipse(0, height * 0.07, width * 0.07), seal) +
        stroke(ellipse(0, height * 0.07, width * 0.046), 3, '#ffffff', { opacity: 0.6 }),
  ].join('');
  return laid(thing, rectangle(l, t, width, height, 5), place, 0.8);
}

/** An envelope with its flap up, so that the lining shows. */
export function openEnvelope(colour: string, lining: Print, place: Place): string {
  const { width } = place;
  const height = width * 0.7;
  const [l, t, r, b] = [-width / 2, -height / 2, width / 2, height / 2];
  const flap = `M${l} ${t + 4}L${-width * 0.07} ${t - height * 0.53}Q0 ${t - height * 0.6} ${width * 0.07} ${t - height * 0.53}L${r} ${t + 4}Z`;
  const inner = `M${l + 34} ${t + 4}L${-width * 0.06} ${t - height * 0.46}Q0 ${t - height * 0.52} ${width * 0.06} ${t - height * 0.46}L${r - 34} ${t + 4}Z`;
  const thing = [
    fill(flap, colour),
    clipped(inner, `<g transform="translate(0 ${(t - height * 0.2).toFixed(1)})">${face(lining, width, height)}</g>`),
    fill(rectangle(l, t, width, height, 4), colour),
    fill(rectangle(l, t, width, 12), '#1b1712', { opacity: 0.12 }),
    fill(
      polygon([
        [l, t],
        [0, t + height * 0.56],
        [l, b],
      ]) +
        polygon([
          [r, t],
          [0, t + height * 0.56],
          [r, b],
        ]),
      '#ffffff',
      { opacity: 0.12 },
    ),
    fill(
      polygon([
        [l, b],
        [0, t + height * 0.46],
        [r, b],
      ]),
      colour,
    ),
    stroke(`M${l + 3} ${b - 3}L0 ${t + height * 0.46}L${r - 3} ${b - 3}`, 2.5, '#1b1712', { opacity: 0.2 }),
  ].join('');
  return laid(thing, `${rectangle(l, t, width, height, 4)}${flap}`, place, 0.9);
}

/** The back of a picture postcard, stamped but not yet written. */
export function postcardBack(stamp: Print, place: Place): string {
  const { width } = place;
  const height = width * 0.72;
  const [l, t] = [-width / 2, -height / 2];
  const lines = [0.5, 0.62, 0.74, 0.86]
    .map((share) => `M${width * 0.08} ${(t + height * share).toFixed(1)}H${width * 0.44}`)
    .join('');
  const [sw, sh] = [width * 0.15, width * 0.19];
  const perforation = Array.from({ length: 22 }, (_, i) => {
    const side = Math.floor(i / 5.5);
    const along = ((i % 5.5) + 0.25) / 5.5;
    if (side % 2 === 0) return ellipse(-sw / 2 + along * sw, side === 0 ? -sh / 2 : sh / 2, 4);
    return ellipse(side === 1 ? sw / 2 : -sw / 2, -sh / 2 + along * sh, 4);
  }).join('');
  const postage = `<g transform="translate(${(width * 0.37).toFixed(1)} ${(t + height * 0.23).toFixed(1)})">${fill(rectangle(-sw / 2, -sh / 2, sw, sh), PAPER.white)}${fill(perforation, PAPER.cream)}${face(stamp, sw - 16, sh - 16)}</g>`;
  const thing = [
    fill(rectangle(l, t, width, height, 8), PAPER.cream),
    stroke(`M0 ${t + 34}V${-t - 34}`, 3, '#b9a98a') + stroke(lines, 3, '#b9a98a'),
    postage,
  ].join('');
  return laid(thing, rectangle(l, t, width, height, 8), place, 0.7);
}

/** A folded card, standing ajar: a strip of its inside shows along the right edge. */
export function foldedCard(print: Print, place: Place & { inside?: string }): string {
  const { width, inside = PAPER.white } = place;
  const height = width * 1.26;
  const [l, t] = [-width / 2, -height / 2];
  const back = polygon([
    [l, t],
    [width / 2 + 34, t - 16],
    [width / 2 + 34, -t - 16],
    [l, -t],
  ]);
  const thing = [
    fill(back, inside),
    fill(
      polygon([
        [width / 2 - 10, t - 14],
        [width / 2 + 34, t - 16],
        [width / 2 + 34, -t - 16],
        [width / 2 - 10, -t],
      ]),
      '#1b1712',
      { opacity: 0.1 },
    ),
    face(print, width, height, 3),
    fill(rectangle(l, t, 5, height), '#ffffff', { opacity: 0.4 }),
  ].join('');
  return laid(thing, `${rectangle(l, t, width, height)}${back}`, place, 1.1);
}
