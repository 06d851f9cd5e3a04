import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { LINT, runStep, runSteps, STORIES, TYPES, vitest } from './steps';

// Everything that must hold, against the production build that prepare.mjs made. The last line is the verdict.
const UNIT_REPORT = 'test-results/unit.json';
const STORY_REPORT = 'test-results/stories.json';

type Tally = { passed: number; failed: number; skipped: number };

const unitReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
});
const storyReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).default([]),
});

await Promise.all([UNIT_REPORT, STORY_REPORT].map((file) => rm(file, { force: true })));
const tallies = [
  one(await runSteps(TYPES)),
  one(await runStep(LINT)),
  tallyUnits(await runStep(vitest(UNIT_REPORT)), await readReport(UNIT_REPORT)),
  tallyStories(await runStep(STORIES), await readReport(STORY_REPORT)),
];
const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
if (sum('skipped') > 0) process.stdout.write(`\n${sum('skipped')} skipped: the reports above say which and why\n`);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;

function one(fine: boolean): Tally {
  return fine ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A run that ended badly has failed at least once, whatever its report says: a file that did not load holds no tests. */
function tallyUnits(fine: boolean, report: unknown): Tally {
  const read = unitReport.safeParse(report);
  if (!read.success) return one(false);
  const failed = Math.max(read.data.numFailedTests, fine && read.data.success ? 0 : 1);
  return { passed: read.data.numPassedTests, failed, skipped: read.data.numPendingTests };
}

function tallyStories(fine: boolean, report: unknown): Tally {
  const read = storyReport.safeParse(report);
  if (!read.success) return one(false);
  const { expected, unexpected, flaky, skipped } = read.data.stats;
  const failed = Math.max(unexpected + flaky, fine ? 0 : 1); // what passes only sometimes does not pass
  return { passed: expected, failed, skipped };
}

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null; // the run ended before it could write: counted as a failure
  }
}
