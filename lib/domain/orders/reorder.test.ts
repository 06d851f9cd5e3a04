import { describe, expect, it } from 'vitest';
import type { CartLine } from '../cart/cart';
import type { QuoteLine } from '../cart/quote';
import { asId, type VariantId } from '../ids';
import { orderAgain } from './reorder';

const title = { de: 'Mond', en: 'Moon' };
const variantId = asId<VariantId>('v1');
const bought: QuoteLine = {
  ...{ variantId, sku: 'MOON', title, variantTitle: title, imageFile: null, quantity: 2, unitMinor: 2490 },
  ...{ totalMinor: 4980, discountMinor: 0, taxRatePerMille: 190, taxContainedMinor: 795 },
};
const today: CartLine = {
  ...{ variantId, quantity: 1, sku: 'MOON', productSlug: 'moon', collections: [], title, variantTitle: title },
  ...{ prices: { EUR: 2490 }, available: 9, status: 'active', taxClass: 'standard', image: null },
};
const again = (change: Partial<CartLine> | null) =>
  orderAgain({ lines: [bought], currency: 'EUR' }, new Map(change ? [['v1', { ...today, ...change }]] : []))[0];

describe('buying an order again', () => {
  it.each([
    ['nothing changed', {}, { is: 'same' }],
    ['it became dearer', { prices: { EUR: 2690 } }, { is: 'priced', nowMinor: 2690 }],
    ['it became cheaper', { prices: { EUR: 1990 } }, { is: 'priced', nowMinor: 1990 }],
    ['too few are left', { available: 1, prices: { EUR: 2690 } }, { is: 'fewer', left: 1 }],
    ['it sold out', { available: 0 }, { is: 'gone' }],
    ['it left the shop', { status: 'archived' }, { is: 'gone' }],
    ['it is not sold in that currency any more', { prices: { USD: 2690 } }, { is: 'gone' }],
    ['nobody knows it any more', null, { is: 'gone' }],
  ] as const)('says so where %s', (_what, change, answer) => {
    expect(again(change)).toEqual({ ...answer, line: bought });
  });
});
