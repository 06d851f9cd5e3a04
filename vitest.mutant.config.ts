import path from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig, mergeConfig } from 'vitest/config';
import { MUTANTS } from './lib/cli/proof/mutants';
import ordinary from './vitest.config';

const mutant = MUTANTS.find(({ name }) => name === process.env.MUTANT);
if (!mutant) throw new Error(`MUTANT names no seeded bug: ${process.env.MUTANT}`);

/** Puts the bug into its file as it is loaded: nothing on the disk changes. */
const seed: Plugin = {
  name: 'seeded-bug',
  enforce: 'pre',
  transform(source, id) {
    if (id.split('?')[0] !== path.resolve(mutant.file)) return null;
    const parts = source.split(mutant.find);
    if (parts.length !== 2) throw new Error(`“${mutant.name}” stands ${parts.length - 1} times in ${mutant.file}`);
    return parts.join(mutant.replace);
  },
};

export default mergeConfig(ordinary, defineConfig({ plugins: [seed] }));
