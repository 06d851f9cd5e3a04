import { spawn } from 'node:child_process';
import path from 'node:path';

export type Step = { name: string; command: string[] };

const BIN = path.join('node_modules', '.bin');

/** What every check has: a wrong type, a broken rule of the linter. */
export const TYPES: Step[] = [
  { name: 'route types', command: [path.join(BIN, 'next'), 'typegen'] },
  { name: 'types', command: [path.join(BIN, 'tsc'), '--noEmit'] },
];
export const LINT: Step = { name: 'lint', command: [path.join(BIN, 'biome'), 'check', '.'] };

/** A run of vitest; `report` is where its JSON goes. */
export function vitest(report: string, ...more: string[]): Step {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name: 'unit, flow and contract tests', command: [path.join(BIN, 'vitest'), 'run', ...reporters, ...more] };
}

export const STORIES: Step = { name: 'stories', command: [path.join(BIN, 'playwright'), 'test'] };

/** Runs a step with its output on the terminal; true when it ended well. Ctrl-C ends it like us. */
export async function runStep({ name, command: [file = '', ...args] }: Step): Promise<boolean> {
  process.stdout.write(`\n— ${name}\n`);
  const began = Date.now();
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`— ${name}: ${code === 0 ? 'fine' : 'NOT FINE'} (${seconds} s)\n`);
  return code === 0;
}

/** One after the other, up to the first that fails. */
export async function runSteps(steps: Step[]): Promise<boolean> {
  for (const step of steps) {
    if (!(await runStep(step))) return false;
  }
  return true;
}
