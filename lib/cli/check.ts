import { LINT, runStep, runSteps, TYPES, vitest } from './steps';

// The gate before a commit: types, lint, unit and flow tests, without what starts servers and browsers.
const HEAVY = ['e2e/**', 'lib/db/embedded.test.ts', '**/*.process.test.ts'];

const quick = vitest(
  'test-results/check.json',
  '--reporter=dot',
  ...HEAVY.flatMap((pattern) => ['--exclude', pattern]),
);
const [typesAndLint, tests] = [(await runSteps(TYPES)) && (await runStep(LINT)), await runStep(quick)];
process.stdout.write(typesAndLint && tests ? '\nAll fine.\n' : '\nNot fine: see above.\n');
process.exitCode = typesAndLint && tests ? 0 : 1;
