import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A bug that is put into the source as it runs: `find` stands once in `file`, and some test of `suites` must notice it. */
const mutantSchema = z.strictObject({
  name: z.string(),
  file: z.string(),
  find: z.string().min(3),
  replace: z.string(),
  suites: z.array(z.string()).min(1),
});
export type Mutant = z.infer<typeof mutantSchema>;

/** Locks that are dropped, steps that are swapped, keys that are ignored, figures that are believed: at least thirty. */
export const MUTANTS: Mutant[] = z
  .array(mutantSchema)
  .min(30)
  .parse(JSON.parse(readFileSync('lib/cli/proof/mutants.json', 'utf8')));
