/** One line of the report: a figure of the shop beside the floor measured in the same run. */
export type Figure = { what: string; perSecond: number; floorPerSecond: number; p50Ms?: number; p99Ms?: number };

export function printFigures(title: string, floor: string, figures: Figure[]): void {
  const rows = figures.map((figure) => [
    figure.what,
    rounded(figure.perSecond),
    rounded(figure.floorPerSecond),
    `${(figure.perSecond / figure.floorPerSecond).toFixed(2)}`,
    figure.p50Ms === undefined ? '' : figure.p50Ms.toFixed(1),
    figure.p99Ms === undefined ? '' : figure.p99Ms.toFixed(1),
    figure.p50Ms && figure.p99Ms ? (figure.p99Ms / figure.p50Ms).toFixed(1) : '',
  ]);
  const table = [['', 'per s', 'floor per s', 'ratio', 'p50 ms', 'p99 ms', 'p99 / p50'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  );
  process.stdout.write(`\n${title} (floor: ${floor})\n${lines.join('\n')}\n`);
}

function rounded(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}

/** The value below which `share` of the sorted numbers lie. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
