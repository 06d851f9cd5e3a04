import { readFile } from 'node:fs/promises';
import { z } from 'zod';

export type GreenTest = { title: string; file: string };

const unitSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});
type Suite = { file?: string; specs?: unknown; suites?: unknown };
const specSchema = z.object({ title: z.string(), ok: z.boolean(), file: z.string() });

/** The tests that passed in the last run of Vitest (its JSON report), with the names of the groups they stand in. */
export async function readGreenUnits(report: string): Promise<GreenTest[]> {
  const read = unitSchema.parse(JSON.parse(await readFile(report, 'utf8')));
  return read.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed')
      .map(({ fullName }) => ({ title: fullName, file: name.replace(`${process.cwd()}/`, '') })),
  );
}

/** The stories that passed in the last run of Playwright (its JSON report). */
export async function readGreenStories(report: string): Promise<GreenTest[]> {
  return storiesOf(JSON.parse(await readFile(report, 'utf8')), []);
}

function storiesOf(suite: Suite, above: string[]): GreenTest[] {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const own = list(suite.specs).flatMap((value) => {
    const spec = specSchema.safeParse(value);
    if (!spec.success || !spec.data.ok) return [];
    return [{ title: [...above, spec.data.title].join(' '), file: `e2e/${spec.data.file}` }];
  });
  const inner = list(suite.suites).flatMap((value) => {
    const title = z.object({ title: z.string() }).safeParse(value);
    const isFile = title.success && /\.spec\.ts$/.test(title.data.title);
    return storiesOf(Object(value), title.success && !isFile ? [...above, title.data.title] : above);
  });
  return [...own, ...inner];
}
