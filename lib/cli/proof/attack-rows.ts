import type { GreenTest } from './green-tests';

/** Rows of the reliability reference, section 4, that are money, logic and forged machines. */
export const ATTACK_ROWS = Array.from({ length: 31 }, (_, index) => index + 1);

/** The tests of each attack row, by its number in their titles: "row 4: …", "rows 2 and 17: …". */
export function testsOfRows(green: GreenTest[]): Map<number, GreenTest[]> {
  const rows = new Map<number, GreenTest[]>();
  for (const test of green) {
    const [, numbers = ''] = /\brows? ((?:\d{1,2})(?:(?:, | and )\d{1,2})*)/.exec(test.title) ?? [];
    for (const [digits] of numbers.matchAll(/\d+/g))
      rows.set(Number(digits), [...(rows.get(Number(digits)) ?? []), test]);
  }
  return rows;
}

export function drawRows(rows: Map<number, GreenTest[]>): string {
  const lines = ATTACK_ROWS.map((row) => {
    const told = (rows.get(row) ?? []).map(({ title, file }) => `${title} (\`${file}\`)`).join('; ');
    return `- ${row}: ${told || '**no test**'}`;
  });
  return [
    '## Attacks on money and by forged machines',
    '',
    'By their rows in the list of attacks.',
    '',
    ...lines,
    '',
  ].join('\n');
}
