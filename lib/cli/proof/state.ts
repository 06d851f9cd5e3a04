import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** One piece of the proof that was run: what it counted, how long it took, and what went wrong, word for word. */
const doneSchema = z.object({
  part: z.string(),
  unit: z.string(),
  fine: z.boolean(),
  seconds: z.number(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  told: z.string(),
});
export type Done = z.infer<typeof doneSchema>;
const stateSchema = z.object({ commit: z.string(), begunAt: z.string(), done: z.array(doneSchema) });
export type ProofState = z.infer<typeof stateSchema>;

const FILE = path.join('.data', 'proof', 'state.json');

export function currentCommit(): string {
  const commit = execFileSync('git', ['rev-parse', 'HEAD']).toString().trim();
  const changed = execFileSync('git', ['status', '--porcelain', '--', 'lib', 'app', 'e2e']).toString().trim();
  return changed ? `${commit} with changes` : commit;
}

/** What was proven of this commit so far. Of another commit nothing counts: its runs are forgotten. */
export async function readState(): Promise<ProofState> {
  const commit = currentCommit();
  const fresh = { commit, begunAt: new Date().toISOString(), done: [] };
  try {
    const kept = stateSchema.parse(JSON.parse(await readFile(FILE, 'utf8')));
    return kept.commit === commit ? kept : fresh;
  } catch {
    return fresh; // there is none yet, or one of an older form
  }
}

/** At once and whole: pieces that run side by side end at the same moment now and then. */
export function keepState(state: ProofState): void {
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(state, null, 1));
}
