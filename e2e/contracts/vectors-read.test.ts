import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = path.join(import.meta.dirname, 'messenger-vectors');

/** The tests of the whole house that read recorded examples. */
const tests = ['lib', 'app', 'e2e/contracts']
  .flatMap((place) => readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => path.join(place, name)))
  .filter((name) => name.endsWith('.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .filter((source) => /readVector\(|listVectors\(|vectorNames\(/.test(source));

function isRead(name: string): boolean {
  const [part = '', file] = name.split('/');
  const word = (file ?? part).replace('.json', '');
  return tests.some(
    (source) =>
      new RegExp(`(?:listVectors|vectorNames)\\('${part}'\\)`).test(source) ||
      new RegExp(`['"\`/]${word}(?:\\.json)?['"\`]`).test(source),
  );
}

it('there is no recorded example that no test reads', () => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  expect(names.length).toBeGreaterThan(130);
  expect(names.filter((name) => !isRead(name))).toEqual([]);
});

it('what is computed in the examples is right', () => {
  const said = execFileSync(process.execPath, [path.join(folder, 'verify.mjs')], { encoding: 'utf8' });
  expect(said).toMatch(/^[1-9]\d* checks, 0 failed$/m);
});
