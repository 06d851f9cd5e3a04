import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The rows of the list of attacks that are the desk's to withstand; each is a test by its number: "row 41: …", "rows 54 and 55: …". */
const ROWS = [33, 34, 39, 40, 41, 42, 45, 46, 47, 48, 49, 50, 52, 53, 55];

it('each attack on the desk is a test by its number', () => {
  const files = execFileSync('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '*.test.ts',
    '*.spec.ts',
  ])
    .toString()
    .split('\n')
    .filter(Boolean);
  const tried = new Set<number>();
  for (const file of files)
    for (const [, numbers = ''] of readFileSync(file, 'utf8').matchAll(
      /['"`]rows? (\d{1,2}(?:(?:, | and )\d{1,2})*)\b/g,
    ))
      for (const [digits] of numbers.matchAll(/\d+/g)) tried.add(Number(digits));
  expect(ROWS.filter((row) => !tried.has(row))).toEqual([]);
});
