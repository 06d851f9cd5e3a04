import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPermission } from '@/lib/domain/merchants/roles';

const files = readdirSync('app/(merchant)', { recursive: true, encoding: 'utf8' }).map((file) =>
  path.join('app/(merchant)', file),
);
const desk = (name: string) => files.filter((file) => file.includes('/admin/') && file.endsWith(name));
const pages = desk('/page.tsx');
const routes = desk('/route.ts');
const actions = files.filter((file) => file.endsWith('/actions.ts'));

// A layout does not stand between a page and whoever asks for the page alone (RSC, segments): each asks for itself.
describe('every page of the admin', () => {
  it.each(pages)('%s asks for a permission by its name before it reads anything', (file) => {
    const body = /export default async function \w+\([^)]*\) \{\n([\s\S]*)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    const asked = /^(?:const (?:\{[^}]+\}|\w+) = )?await requireMerchant\('([\w.]+)'\);/.exec(body.trimStart());
    expect(isPermission(asked?.[1] ?? '')).toBe(true);
  });
});

describe('every route of the admin', () => {
  it.each(routes)('%s asks for a permission by its name', (file) => {
    const source = readFileSync(file, 'utf8');
    const handlers = source.match(/^export (?:async )?(?:function|const) (?:GET|POST|PUT|PATCH|DELETE)\b/gm) ?? [];
    const asked = [...source.matchAll(/(?:findMerchantFor\(|merchantDoor\(\s*request,)\s*'([\w.]+)'/g)].map(
      (found) => found[1] ?? '',
    );
    expect(handlers.length).toBeGreaterThan(0);
    expect(asked.length).toBeGreaterThanOrEqual(handlers.length);
    for (const name of asked) expect(isPermission(name), name).toBe(true);
  });
});

describe('every server action', () => {
  it.each(actions)('%s is wrapped, and at the desk it names a permission to change something', (file) => {
    const source = readFileSync(file, 'utf8');
    const exported = [...source.matchAll(/^export ([^\n]*)(?:\n\s+([^\n]*))?/gm)];
    expect(exported.length).toBeGreaterThan(0);
    for (const [, line = '', next = ''] of exported) {
      if (!file.includes('/admin/')) {
        expect(line).toMatch(/^const \w+ = publicAction\(/);
        continue;
      }
      const [, name = '', permission = ''] =
        /^const (\w+) = merchantAction\(\s*'([\w.]+)',/.exec(`${line}${next}`) ?? [];
      expect(isPermission(permission), `${line} names "${permission}"`).toBe(true);
      expect(permission, `${name} only sees`).not.toMatch(/\.see$/);
    }
  });
});

it('there are pages, routes and actions to look at', () => {
  expect(pages.length).toBeGreaterThanOrEqual(5);
  expect(routes.length).toBeGreaterThanOrEqual(2);
  expect(actions.length).toBeGreaterThanOrEqual(3);
});
