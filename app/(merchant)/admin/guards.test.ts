import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const files = readdirSync('app/(merchant)', { recursive: true, encoding: 'utf8' }).map((file) =>
  path.join('app/(merchant)', file),
);
const pages = files.filter((file) => file.includes('/admin/') && file.endsWith('/page.tsx'));
const actions = files.filter((file) => file.endsWith('/actions.ts'));

// A layout does not stand between a page and whoever asks for the page alone (RSC, segments): each asks for itself.
describe('every page of the admin', () => {
  it.each(pages)('%s asks who it is before it reads anything', (file) => {
    const body = /export default async function \w+\([^)]*\) \{\n([\s\S]*)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    expect(body.trimStart()).toMatch(/^(?:const \{ \w+ \} = )?await requireMerchant\(\);/);
  });
});

describe('every server action', () => {
  it.each(actions)('%s is wrapped', (file) => {
    const source = readFileSync(file, 'utf8');
    const door = file.includes('/admin/') ? 'merchantAction' : 'publicAction';
    const exported = source.match(/^export .*/gm) ?? [];
    expect(exported.length).toBeGreaterThan(0);
    for (const line of exported) expect(line).toMatch(new RegExp(`^export const \\w+ = ${door}\\(`));
  });
});

it('there are pages and actions to look at', () => {
  expect(pages.length).toBeGreaterThanOrEqual(5);
  expect(actions.length).toBeGreaterThanOrEqual(3);
});
