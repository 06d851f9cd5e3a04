import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSealer } from '@/lib/db/sealed';
import { homePreviewLink, previewedHome, previewedProduct, previewLink } from './preview-link';

const at = new Date('2026-11-23T10:00:00Z');
const deps = {
  sealer: createSealer([randomBytes(32).toString('base64')]),
  now: () => at,
  shopUrl: 'https://shop.example',
};
const keyOf = (link: string) => link.slice('https://shop.example/shop/preview/'.length);

it('a preview shows its product for seven days, and nothing to whoever changed or guessed the key', () => {
  const key = keyOf(previewLink(deps, 'night-otter'));
  expect(key).toMatch(/^[\w.-]+$/);
  expect(previewedProduct(deps, key)).toBe('night-otter');
  const later = (days: number) => ({ ...deps, now: () => new Date(at.getTime() + days * 24 * 60 * 60_000) });
  expect(previewedProduct(later(6.9), key)).toBe('night-otter');
  expect(previewedProduct(later(7), key)).toBeNull();
  const other = { ...deps, sealer: createSealer([randomBytes(32).toString('base64')]) };
  for (const guess of ['', 'x', `${key}x`, key.slice(1), 'a'.repeat(1_000)])
    expect(previewedProduct(deps, guess)).toBeNull();
  expect(previewedProduct(other, key)).toBeNull();
});

it('the same for a state of the home page, and neither key opens the other', () => {
  const key = homePreviewLink(deps, 4).slice('https://shop.example/shop/preview/home/'.length);
  expect(previewedHome(deps, key)).toBe(4);
  expect(previewedProduct(deps, key)).toBeNull();
  expect(previewedHome(deps, keyOf(previewLink(deps, 'night-otter')))).toBeNull();
  expect(previewedHome({ ...deps, now: () => new Date(at.getTime() + 7 * 24 * 60 * 60_000) }, key)).toBeNull();
});
