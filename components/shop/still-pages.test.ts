import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What the pages' own script does without React (`lib/webview/visit.ts`). */
const DONE_WITHOUT = ['components/shop/cart-badge.tsx'];
const STILL = [
  'components/shop/front-page.tsx',
  'components/shop/collection-page.tsx',
  'app/(shopper)/[locale]/shop/legal/[page]/page.tsx',
];

/** Everything that a component draws with, as far as it is drawn by us. */
function drawnWith(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const names = [...read(file).matchAll(/^import (?!type)[^;]*?from '(?:@\/(components\/[^']+)|\.\/([^']+))'/gm)];
  const folder = file.slice(0, file.lastIndexOf('/'));
  for (const [, ours, beside] of names) {
    const path = ours ?? `${folder}/${beside}`;
    const found = [`${path}.tsx`, `${path}.ts`].find((candidate) => read(candidate) !== '');
    if (found) drawnWith(found, known);
  }
  return known;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // the other ending, or no file of ours
  }
}

it.each(STILL)('%s says that it needs none of Next, and draws nothing that would', (file) => {
  expect(read(file)).toMatch(/scripts="none"/);
  const drawn = [...drawnWith(file)];
  expect(drawn).toEqual(expect.arrayContaining(DONE_WITHOUT));
  const islands = drawn.filter((one) => /^'use client'/.test(read(one)) && !DONE_WITHOUT.includes(one));
  expect(islands).toEqual([]);
});

it('would notice one', () => {
  expect([...drawnWith('components/shop/product-page.tsx')]).toContain('components/shop/buy-form.tsx');
});
