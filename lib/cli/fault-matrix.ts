import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ATTACK_ROWS, drawRows, testsOfRows } from './proof/attack-rows';
import { type GreenTest, readGreenStories, readGreenUnits } from './proof/green-tests';
import { coverCells, drawMatrix } from './proof/matrix-table';
import { runStep, vitest } from './steps';

// Runs every test that names a cell of the fault matrix or a row of attacks, and writes docs/fault-matrix.md from those
// that are green. `--from-reports` takes the reports of the last `npm test` instead. Fails while a cell has no test.
const UNIT_REPORT = 'test-results/unit.json';
const STORY_REPORT = 'test-results/stories.json';
const NAMED = '(\\d×|\\brows? \\d)';

if (!process.argv.includes('--from-reports')) {
  await runStep(vitest(UNIT_REPORT, '-t', NAMED));
  await runStep({
    name: 'stories',
    command: [path.join('node_modules', '.bin', 'playwright'), 'test', '--grep', NAMED],
  });
}
const green: GreenTest[] = [...(await readGreenUnits(UNIT_REPORT)), ...(await readGreenStories(STORY_REPORT))];
const coverage = coverCells(green);
const rows = testsOfRows(green);
const missing = ATTACK_ROWS.filter((row) => !rows.has(row));
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
const text = drawMatrix(coverage, { commit, at: new Date().toISOString().slice(0, 10) });
await writeFile('docs/fault-matrix.md', `${text}\n${drawRows(rows)}`);
const said = [
  ...coverage.empty.map((cell) => `no test for ${cell}`),
  ...coverage.unknown.map((cell) => `${cell} cannot occur, but a test names it`),
  ...missing.map((row) => `no test for attack row ${row}`),
];
process.stdout.write(
  `${said.join('\n')}\ndocs/fault-matrix.md: ${coverage.tests.size} cells, ${coverage.empty.length} empty\n`,
);
process.exitCode = said.length === 0 ? 0 : 1;
