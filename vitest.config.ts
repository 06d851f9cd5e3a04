import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Small files that take long: begun last, one of them would keep a whole worker waiting. */
const LONG = ['e2e/proof/crash.test.ts', 'lib/flows/matrix/matrix.test.ts', 'lib/flows/simulation/simulation.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => Number(!LONG.some((file) => moduleId.endsWith(file)));
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.{ts,tsx}', 'app/**/*.test.ts', 'e2e/**/*.test.ts'],
    globalSetup: ['lib/flows/testing-database.ts'],
    setupFiles: ['lib/flows/testing-console.ts'],
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
