import type { Random } from './random';

export type Point = readonly [x: number, y: number];

const round = (value: number) => Math.round(value * 10) / 10;
const at = (x: number, y: number) => `${round(x)} ${round(y)}`;

/** Points written as a draughtsman notes them: "600 628, 760 628". */
export function points(text: string): Point[] {
  return text.split(',').map((pair): Point => {
    const [x, y] = pair.trim().split(/\s+/).map(Number);
    if (x === undefined || y === undefined || Number.isNaN(x + y)) throw new RangeError(`No point: "${pair}"`);
    return [x, y];
  });
}

/** The same points seen in a mirror that stands at `x`. */
export function mirrored(list: readonly Point[], x: number): Point[] {
  return list.map(([px, py]): Point => [2 * x - px, py]).reverse();
}

export function polar([x, y]: Point, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

/** Path data of a soft curve through the points (Catmull-Rom as Béziers). */
export function smooth(points: readonly Point[], closed = true): string {
  const last = points.length - 1;
  const pointAt = (index: number): Point => {
    const wrapped = closed ? (index + points.length) % points.length : Math.min(Math.max(index, 0), last);
    return points[wrapped] ?? [0, 0];
  };
  const [startX, startY] = pointAt(0);
  let path = `M${at(startX, startY)}`;
  for (let i = 0; i < (closed ? points.length : last); i++) {
    const [before, from, to, after] = [pointAt(i - 1), pointAt(i), pointAt(i + 1), pointAt(i + 2)];
    path += `C${at(from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6)} ${at(
      to[0] - (after[0] - from[0]) / 6,
      to[1] - (after[1] - from[1]) / 6,
    )} ${at(to[0], to[1])}`;
  }
  return closed ? `${path}Z` : path;
}

export function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => at(x, y)).join('L')}Z`;
}

export function rectangle(x: number, y: number, width: number, height: number, corner = 0): string {
  if (corner === 0) return `M${at(x, y)}h${round(width)}v${round(height)}h${round(-width)}Z`;
  const c = round(corner);
  const [w, h] = [round(width - 2 * corner), round(height - 2 * corner)];
  return `M${at(x + corner, y)}h${w}a${c} ${c} 0 0 1 ${c} ${c}v${h}a${c} ${c} 0 0 1 ${-c} ${c}h${-w}a${c} ${c} 0 0 1 ${-c} ${-c}v${-h}a${c} ${c} 0 0 1 ${c} ${-c}Z`;
}

export function ellipse(x: number, y: number, rx: number, ry = rx): string {
  const [a, b] = [round(rx), round(ry)];
  return `M${at(x - rx, y)}a${a} ${b} 0 1 0 ${2 * a} 0a${a} ${b} 0 1 0 ${-2 * a} 0Z`;
}

/** A round thing that no compass drew. `wobble` is a share of the radius. */
export function blob(random: Random, [x, y]: Point, rx: number, ry: number, wobble = 0.08, corners = 9): string {
  const turn = random.between(0, 360);
  const points = Array.from({ length: corners }, (_, i): Point => {
    const reach = 1 + random.between(-wobble, wobble);
    const [dx, dy] = polar([0, 0], reach, turn + (360 / corners) * i);
    return [x + dx * rx, y + dy * ry];
  });
  return smooth(points);
}

/** A pointed leaf that starts at `from` and points along `degrees`; `side` draws only one half of it. */
export function leaf(
  from: Point,
  length: number,
  width: number,
  degrees: number,
  side: 'both' | 'left' | 'right' = 'both',
): string {
  const tip = polar(from, length, degrees);
  const bulge = (share: number, reach: number) => polar(polar(from, length * share, degrees), reach, degrees + 90);
  const curve = (reach: number, back: boolean) => {
    const [near, far] = [bulge(0.28, reach), bulge(0.72, reach * 0.82)];
    return back ? `C${at(...far)} ${at(...near)} ${at(...from)}` : `C${at(...near)} ${at(...far)} ${at(...tip)}`;
  };
  const start = `M${at(...from)}`;
  if (side === 'left') return `${start}${curve(-width * 0.66, false)}L${at(...from)}Z`;
  if (side === 'right') return `${start}${curve(width * 0.66, false)}L${at(...from)}Z`;
  return `${start}${curve(-width * 0.66, false)}${curve(width * 0.66, true)}Z`;
}

/** Petals around a middle, as one path. */
export function blossom(centre: Point, radius: number, petals: number, turn = 0, fat = 0.62): string {
  return Array.from({ length: petals }, (_, i) => {
    return leaf(
      polar(centre, radius * 0.12, turn + (360 / petals) * i),
      radius * 0.9,
      radius * fat,
      turn + (360 / petals) * i,
    );
  }).join('');
}

/** Points along a sine wave; `amplitude` may change along the way. */
export function wave(y: number, amplitude: number, length: number, phase: number, from = -20, to = 980): Point[] {
  const points: Point[] = [];
  for (let x = from; x <= to; x += length / 8)
    points.push([x, y + amplitude * Math.sin((x / length) * 2 * Math.PI + phase)]);
  return points;
}

/** The area between an upper and a lower line. */
export function band(upper: readonly Point[], lower: readonly Point[]): string {
  const back = [...lower].reverse();
  return `${smooth(upper, false)}L${smooth(back, false).slice(1)}Z`;
}

/** Printer's dots on a grid turned by 45°; `size` gives each dot's radius (0 leaves it out). */
export function halftone(
  box: { x: number; y: number; width: number; height: number },
  spacing: number,
  size: (x: number, y: number) => number,
): string {
  let dots = '';
  for (let row = 0; row * spacing * 0.5 <= box.height; row++) {
    for (let x = box.x + (row % 2) * spacing * 0.5; x <= box.x + box.width; x += spacing) {
      const y = box.y + row * spacing * 0.5;
      const radius = size(x, y);
      if (radius > 0.6) dots += ellipse(x, y, radius);
    }
  }
  return dots;
}

export function star([x, y]: Point, radius: number, points = 4, waist = 0.32, turn = -90): string {
  return polygon(
    Array.from({ length: points * 2 }, (_, i) =>
      polar([x, y], i % 2 === 0 ? radius : radius * waist, turn + (180 / points) * i),
    ),
  );
}
