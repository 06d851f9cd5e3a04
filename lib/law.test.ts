import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/law.md', 'utf8');
const rows = text
  .split('\n')
  .map((line) => /^\| (\d+) \| [^|]+ \| (.+) \|$/.exec(line))
  .flatMap((match) => (match ? [{ item: Number(match[1]), where: match[2] ?? '' }] : []));

// What the law owes a shopper is kept somewhere, and that place is still there.
describe('docs/law.md', () => {
  it('has a row for each item that concerns the shopper’s pages', () => {
    expect(rows.map(({ item }) => item)).toEqual([...Array.from({ length: 24 }, (_, index) => index + 1), 33]);
  });

  it.each(rows)('item $item names a test or a page', ({ where }) => {
    expect(where).toMatch(/`[\w()[\]/.-]+\.tsx?`/);
  });

  it.each([...new Set([...text.matchAll(/`([\w()[\]/.-]+\.tsx?)`/g)].map(([, file = '']) => file))])(
    '%s is there',
    (file) => {
      expect(existsSync(file)).toBe(true);
    },
  );
});
