import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OUTCOMES, WAYS } from './testing-ways';

const WALLETS = 'Link, Apple Pay, Google Pay';
const page = readFileSync('docs/money.md', 'utf8').split('## Every way to pay')[1] ?? '';
const [head = [], , ...rows] = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const stories = new Map(
  [...page.matchAll(/^(\d+)\. `(e2e\/[\w-]+\.spec\.ts)`: (.+)$/gm)].map(([, number = '', file = '', title = '']) => [
    number,
    { file, title },
  ]),
);

it('the table of ways names every way and every outcome', () => {
  expect(head).toEqual(['way', ...OUTCOMES]);
  expect(rows.map(([way]) => way).sort()).toEqual([...WAYS.map(({ name }) => name), WALLETS].sort());
  for (const [way, ...cells] of rows) {
    expect(cells, way).toHaveLength(OUTCOMES.length);
    for (const cell of cells) expect(cell, way).toMatch(way === WALLETS ? /^(as a card|story \d+)/ : /^flow/);
  }
});

it('each outcome is a flow test, and each story that is named is told', () => {
  const flows = readFileSync('lib/flows/ways/ways.test.ts', 'utf8');
  for (const outcome of OUTCOMES) expect(flows).toContain(`× ${outcome}]`);
  const named = new Set([...page.matchAll(/story (\d+)/g)].map(([, number]) => number));
  expect([...named].sort()).toEqual([...stories.keys()].sort());
  for (const { file, title } of stories.values()) expect(readFileSync(file, 'utf8'), file).toContain(title);
});
