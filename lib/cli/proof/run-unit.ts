import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Unit } from './parts';
import type { Done } from './state';

const FOLDER = path.join('.data', 'proof');

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
    }),
  ),
});
const factsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** Runs one piece in a process of its own, in one of the `slots` that run side by side. A piece without a test that ran proves nothing, whatever its exit code says. */
export async function runUnit(unit: Unit, slot: number): Promise<Done> {
  const reportFile = path.join(FOLDER, `report-${slot}.json`);
  const factsFile = path.join(FOLDER, `facts-${slot}.json`);
  await Promise.all([reportFile, factsFile].map((file) => rm(file, { force: true })));
  const began = Date.now();
  await run([...argumentsOf(unit), '--reporter=json', `--outputFile=${reportFile}`], {
    PROOF_FACTS: factsFile,
    ...unit.env,
  });
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const report = reportSchema.safeParse(await readJson(reportFile));
  const facts = factsSchema.safeParse(await readJson(factsFile));
  const tests = report.success ? report.data.testResults.flatMap((file) => file.assertionResults) : [];
  const passed = tests.filter(({ status }) => status === 'passed');
  const failed = tests.filter(({ status }) => status === 'failed');
  const done = { part: unit.part, unit: unit.unit, seconds, facts: facts.success ? facts.data : {} };
  if (unit.mustFail) {
    const [caught] = failed;
    return { ...done, fine: caught !== undefined, told: caught ? `caught by “${caught.fullName}”` : 'NOT CAUGHT' };
  }
  const why = failed.map(({ fullName, failureMessages }) => `${fullName}: ${withoutStack(failureMessages[0])}`);
  const fine = failed.length === 0 && passed.length > 0;
  return { ...done, fine, told: fine ? `${passed.length} green` : why.join('\n') || 'no test ran' };
}

/** What was expected and found; where that stands in the files of one machine is nobody else's. */
function withoutStack(message = ''): string {
  const lines = message.split('\n').filter((line) => !/^\s+at /.test(line));
  return lines.join(' ').replaceAll(process.cwd(), '.').slice(0, 2000);
}

function argumentsOf({ test, named, mustFail }: Unit): string[] {
  const config = mustFail ? ['--config', 'vitest.mutant.config.ts', '--bail=1'] : [];
  const only = named ? ['-t', named] : [];
  return ['run', ...test.split(' '), ...config, ...only];
}

async function run(args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(path.join('node_modules', '.bin', 'vitest'), args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null; // the run ended before it could write: it proves nothing
  }
}
