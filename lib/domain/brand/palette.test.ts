import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contrast, hexOf, oklchOf } from './colour';
import { brandStyle, paletteOf } from './palette';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((whole) => `#${whole.toString(16).padStart(6, '0')}`);

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#0b5258', '#fcf9f4')).toBeGreaterThan(7);
});

it('goes to OKLCH and back', () => {
  expect(oklchOf('#ff0000')).toMatchObject({ l: expect.closeTo(0.628, 3), c: expect.closeTo(0.2577, 3) });
  fc.assert(
    fc.property(hex, (colour) => hexOf(oklchOf(colour)) === colour),
    { numRuns: 300 },
  );
});

it('whatever the merchant likes, everything can be read, in light and dark', () => {
  fc.assert(
    fc.property(hex, (colour) => {
      const { light, dark } = paletteOf(colour);
      for (const { brand, onBrand, soft } of [light, dark]) {
        expect(contrast(brand, onBrand)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(brand, soft)).toBeGreaterThanOrEqual(4.5);
      }
      for (const ground of ['#fcf9f4', '#ffffff', '#f4f0ea'])
        expect(contrast(light.brand, ground)).toBeGreaterThanOrEqual(4.5);
      for (const ground of ['#0b161b', '#131f25', '#1a272d'])
        expect(contrast(dark.brand, ground)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 300 },
  );
});

it('leaves a good colour alone and says when it darkened one', () => {
  expect(paletteOf('#0b5258')).toMatchObject({ isDarkened: false, light: { brand: '#0b5258' } });
  const yellow = paletteOf('#ffd400');
  expect(yellow.isDarkened).toBe(true);
  expect(yellow.ratio).toBeLessThan(2);
});

it('writes nothing for a shop that said nothing', () => {
  expect(brandStyle({ colour: null, logo: null })).toBe('');
  expect(brandStyle({ colour: '#0b5258', logo: null })).toMatch(/^html:root\{--brand:#0b5258;/);
});
