import type { Visit } from './slow-phone';

/** The medians of one contender's visits. */
export type Medians = { product: Visit; list: Visit };
export type Measured = { ours: Medians; plain: Medians; next: Medians; scriptNeeded: number };

type Unit = 's' | 'ms' | 'KB' | '';
type Line = { what: string; unit: Unit; ours: number; plain: number; next: number; must?: number; aim?: number };

/** The figures of a visit with what they must be and what we aim at; some goals hang on the floors of the same run. */
export function webFigures({ ours, plain, next, scriptNeeded }: Measured): Line[] {
  const figure = (
    what: string,
    unit: Unit,
    of: (medians: Medians) => number,
    goals: { must?: number; aim?: number },
  ) => ({
    what,
    unit,
    ours: of(ours),
    plain: of(plain),
    next: of(next),
    ...goals,
  });
  const usable = ({ product }: Medians) => product.usableMs ?? Number.POSITIVE_INFINITY;
  const lcp = (page: keyof Medians) =>
    figure(`LCP, ${page}`, 's', (one) => one[page].lcpMs, {
      must: next[page].lcpMs,
      aim: 1.15 * plain[page].lcpMs,
    });
  return [
    lcp('product'),
    lcp('list'),
    figure('add-to-cart usable, cold', 's', usable, { must: 1.5 * usable(plain), aim: 1.2 * usable(plain) }),
    figure('TBT, product', 'ms', ({ product }) => product.tbtMs, { must: 75, aim: 30 }),
    figure('TBT, list', 'ms', ({ list }) => list.tbtMs, { must: 75, aim: 30 }),
    { what: 'script needed before use', unit: 'KB', ours: scriptNeeded, plain: 0, next: 0, must: 15_000, aim: 5_000 },
    figure('until load, product', 'KB', ({ product }) => product.bytesUntilLoad, { must: 165_000, aim: 45_000 }),
    figure('until load, list', 'KB', ({ list }) => list.bytesUntilLoad, { must: 247_000, aim: 125_000 }),
    figure('requests until load, product', '', ({ product }) => product.requestsUntilLoad, { must: 12, aim: 6 }),
    figure('HTML compressed, product', 'KB', ({ product }) => product.html, { must: 8_000, aim: 5_000 }),
    figure('HTML compressed, list', 'KB', ({ list }) => list.html, { must: 8_000, aim: 5_000 }),
    figure('CLS, product', '', ({ product }) => product.cls, { must: 0, aim: 0 }),
    figure('CLS, list', '', ({ list }) => list.cls, { must: 0, aim: 0 }),
    figure('in all, product', 'KB', ({ product }) => product.bytesInAll, {}),
    figure('requests in all, product', '', ({ product }) => product.requestsInAll, {}),
  ];
}

/** A table for people: each figure beside its floors and goals, and whether the goals hold. */
export function printWebFigures(lines: Line[]): void {
  const rows = lines.map(({ what, unit, ours, plain, next, must, aim }) => [
    what,
    ...[ours, plain, next, must, aim].map((value) => (value === undefined ? '' : written(value, unit))),
    must === undefined || aim === undefined ? '' : verdict(ours, must, aim),
  ]);
  const table = [['', 'shop', 'no script', 'bare Next', 'must', 'aim', ''], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const text = table.map((row) =>
    row
      .map((cell, at) => (at === 0 || at === 6 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
  const held = (goal: 'must' | 'aim') => lines.filter((line) => holds(line.ours, line[goal])).length;
  const goals = lines.filter(({ must }) => must !== undefined).length;
  process.stdout.write(
    `\nA cold phone, slow 4G (150 ms, 1.6 Mbps), 4 × slower CPU\n${text.join('\n')}\n${held('must')} of ${goals} musts and ${held('aim')} of ${goals} aims hold\n`,
  );
}

/** Shifts too small to be seen are none. */
const holds = (value: number, goal: number | undefined) => goal !== undefined && value <= goal + 0.0005;

function verdict(value: number, must: number, aim: number): string {
  if (holds(value, aim)) return 'holds, and the aim';
  return holds(value, must) ? 'holds' : 'MISSED';
}

function written(value: number, unit: Unit): string {
  if (unit === 's') return `${(value / 1000).toFixed(2)} s`;
  if (unit === 'ms') return `${Math.round(value)} ms`;
  if (unit === 'KB') return `${(value / 1000).toFixed(1)} KB`;
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}
