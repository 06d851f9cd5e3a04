import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// Where a signature or a token of ours is compared. Stripe's own client compares its signatures itself.
const COMPARING = [
  'lib/messenger/webhook.ts',
  'lib/messenger/signed-request.ts',
  'lib/server/metrics.ts',
  'lib/server/session-cookie.ts',
  'lib/server/front/inside-secret.ts',
];
/** A comparison that ends at the first character that differs. */
const EARLY = /(?:signature|digest|hmac|mac|token|secret)\w*\s*[!=]==(?!\s*(?:null|undefined|''))/i;

it.each(COMPARING)('row 30: %s compares in constant time', (file) => {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(source).toContain('timingSafeEqual(');
  expect(source).not.toMatch(EARLY);
});

it('row 30: and a comparison that ends early would be noticed', () => {
  expect('if (given.signature === expected) return true;').toMatch(EARLY);
});
