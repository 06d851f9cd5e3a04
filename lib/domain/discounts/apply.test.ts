import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDiscounts } from './apply';
import { type Discount, type DiscountValue, normaliseCode } from './discount';
import type { DiscountableLine, Offers } from './refusal';
import { perMilleOf, shareByWeight } from './share';

const NOW = new Date('2026-11-20T12:00:00Z');

function discount(value: DiscountValue, change: Partial<Discount> = {}): Discount {
  return {
    id: 'd1',
    title: { de: 'Herbst', en: 'Autumn' },
    code: null,
    value,
    products: [],
    collections: [],
    minimums: {},
    startsAt: null,
    endsAt: null,
    limitTotal: null,
    limitPerShopper: null,
    combines: false,
    status: 'active',
    used: 0,
    ...change,
  };
}
function line(variantId: string, unitMinor: number, quantity = 1, change: Partial<DiscountableLine> = {}) {
  return { variantId, productSlug: variantId, collections: [], quantity, unitMinor, ...change };
}
function offersOf(discounts: Discount[], code: string | null = null, usedByShopper = 0): Offers {
  return { offers: discounts.map((one) => ({ discount: one, usedByShopper })), code, now: NOW };
}
const percent = (perMille: number, change?: Partial<Discount>) => discount({ is: 'percent', perMille }, change);
const amount = (EUR: number, change?: Partial<Discount>) => discount({ is: 'amount', amounts: { EUR } }, change);

describe('one discount', () => {
  it.each([
    ['a tenth of each line, half away from zero', percent(100), [line('a', 1995), line('b', 994)], [200, 99]],
    ['everything', percent(1000), [line('a', 1995, 3)], [5985]],
    ['ten euro, shared by worth', amount(1000), [line('a', 2000), line('b', 1000)], [667, 333]],
    ['never more than the goods cost', amount(9000), [line('a', 2000), line('b', 1000)], [2000, 1000]],
    ['one product only', percent(500, { products: ['b'] }), [line('a', 2000), line('b', 1000)], [0, 500]],
    [
      'one collection only',
      amount(1000, { collections: ['prints'] }),
      [line('a', 2000, 1, { collections: ['prints', 'new'] }), line('b', 1000)],
      [1000, 0],
    ],
    [
      'the cheapest of three free',
      discount({ is: 'buy_x_get_y', buy: 2, get: 1 }),
      [line('a', 2000, 2), line('b', 900)],
      [0, 900],
    ],
    [
      'two of six free',
      discount({ is: 'buy_x_get_y', buy: 2, get: 1 }),
      [line('a', 2000, 5), line('b', 900)],
      [2000, 900],
    ],
  ])('gives %s', (_name, given, lines, expected) => {
    const result = applyDiscounts(lines, offersOf([given]), 'EUR');
    expect(result.lineMinor).toEqual(expected);
    expect(result.discounts).toMatchObject([{ amountMinor: expected.reduce((sum, minor) => sum + minor, 0) }]);
  });

  it('rounds to what the currency can charge: the last of three digits is 0', () => {
    expect(applyDiscounts([line('a', 5120)], offersOf([percent(333)]), 'KWD', 10).lineMinor).toEqual([1700]);
  });
});

describe('several', () => {
  const goods = [line('a', 2000), line('b', 1000)];

  it('takes the better of two that stand alone', () => {
    const result = applyDiscounts(goods, offersOf([percent(100, { id: 'x' }), amount(500, { id: 'y' })]), 'EUR');
    expect(result.discounts).toMatchObject([{ discountId: 'y', amountMinor: 500 }]);
  });

  it('adds up those that combine: percent first, then the amount off what is left', () => {
    const both = [amount(500, { id: 'y', combines: true }), percent(100, { id: 'x', combines: true })];
    const result = applyDiscounts(goods, offersOf(both), 'EUR');
    expect(result.discounts).toMatchObject([
      { discountId: 'x', amountMinor: 300 },
      { discountId: 'y', amountMinor: 500 },
    ]);
  });

  it('ends at nothing, never below', () => {
    const all = ['x', 'y', 'z'].map((id) => amount(2000, { id, combines: true }));
    expect(applyDiscounts(goods, offersOf(all), 'EUR').lineMinor).toEqual([2000, 1000]);
  });

  it('lets free delivery join any of them', () => {
    const free = discount({ is: 'free_shipping' }, { id: 'f' });
    const result = applyDiscounts(goods, offersOf([percent(100), free]), 'EUR');
    expect(result).toMatchObject({ freeShipping: { id: 'f' }, discounts: [{ amountMinor: 300 }] });
  });
});

describe('a code', () => {
  const goods = [line('a', 2000, 2)];
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  it.each<[string, Partial<Discount>, DiscountValue, number, string, number | null]>([
    ['paused', { status: 'paused' }, { is: 'percent', perMille: 100 }, 0, 'code_unknown', null],
    ['to come', { startsAt: day('2026-12-01') }, { is: 'percent', perMille: 100 }, 0, 'code_not_yet', null],
    ['over', { endsAt: day('2026-11-01') }, { is: 'percent', perMille: 100 }, 0, 'code_expired', null],
    ['given away', { limitTotal: 3, used: 3 }, { is: 'percent', perMille: 100 }, 0, 'code_used_up', null],
    ['hers already', { limitPerShopper: 1 }, { is: 'percent', perMille: 100 }, 1, 'code_used_by_you', null],
    ['in dollars', {}, { is: 'amount', amounts: { USD: 500 } }, 0, 'code_other_currency', null],
    [
      'with a minimum in dollars',
      { minimums: { USD: 1 } },
      { is: 'percent', perMille: 1 },
      0,
      'code_other_currency',
      null,
    ],
    ['for other goods', { products: ['z'] }, { is: 'percent', perMille: 100 }, 0, 'code_other_goods', null],
    ['below its minimum', { minimums: { EUR: 4001 } }, { is: 'percent', perMille: 100 }, 0, 'code_minimum', 4001],
    ['with too few pieces', {}, { is: 'buy_x_get_y', buy: 2, get: 1 }, 0, 'code_more_pieces', 3],
  ])('that is %s says so and gives nothing', (_name, change, value, usedByShopper, refused, needed) => {
    const given = offersOf([discount(value, { code: 'HERBST', ...change })], 'HERBST', usedByShopper);
    const result = applyDiscounts(goods, given, 'EUR');
    expect(result).toMatchObject({ lineMinor: [0], discounts: [], code: { text: 'HERBST', refused, needed } });
  });

  it('that nobody made is unknown, and one that she did not type gives nothing', () => {
    const given = offersOf([percent(100, { code: 'OTHER' })], 'HERBST');
    expect(applyDiscounts(goods, given, 'EUR')).toMatchObject({ discounts: [], code: { refused: 'code_unknown' } });
  });

  it.each([
    [' herbst 24 ', 'HERBST24'],
    ['ａｂｃ', 'ABC'],
    ['ab', null],
    ["x'; drop table", null],
    ['a'.repeat(41), null],
    ['<script>', null],
  ])('typed as %j is %j', (typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });
});

const anyValue: fc.Arbitrary<DiscountValue> = fc.oneof(
  fc.record({ is: fc.constant('percent' as const), perMille: fc.integer({ min: 1, max: 1000 }) }),
  fc.record({
    is: fc.constant('amount' as const),
    amounts: fc.record({ EUR: fc.integer({ min: 1, max: 99_999_999 }) }),
  }),
  fc.record({ is: fc.constant('free_shipping' as const) }),
  fc.record({
    is: fc.constant('buy_x_get_y' as const),
    buy: fc.integer({ min: 1, max: 5 }),
    get: fc.integer({ min: 1, max: 5 }),
  }),
);
const slug = fc.constantFrom('a', 'b', 'c');
const anyDiscounts = fc
  .array(
    fc.record({ value: anyValue, products: fc.array(slug), collections: fc.array(slug), combines: fc.boolean() }),
    { maxLength: 6 },
  )
  .map((many) => many.map(({ value, ...rest }, index) => discount(value, { id: `d${index}`, ...rest })));
const anyLines = fc
  .array(
    fc.record({
      productSlug: slug,
      collections: fc.array(slug),
      quantity: fc.integer({ min: 1, max: 99 }),
      unitMinor: fc.integer({ min: 0, max: 99_999_999 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((many) => many.map((facts, index) => ({ ...facts, variantId: `v${index}` })));

describe('whatever meets', () => {
  it('takes off each line between nothing and all of it, and the parts make the whole', () => {
    fc.assert(
      fc.property(anyLines, anyDiscounts, (lines, discounts) => {
        const result = applyDiscounts(lines, offersOf(discounts), 'EUR');
        for (const [index, one] of lines.entries()) {
          const off = result.lineMinor[index] ?? -1;
          expect(Number.isSafeInteger(off) && off >= 0 && off <= one.unitMinor * one.quantity).toBe(true);
        }
        const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
        expect(sum(result.discounts.map(({ amountMinor }) => amountMinor))).toBe(sum(result.lineMinor));
      }),
    );
  });

  it('makes no difference in which order lines and offers come', () => {
    const shuffled = fc.tuple(anyLines, anyDiscounts).chain(([lines, discounts]) =>
      fc.record({
        lines: fc.constant(lines),
        discounts: fc.constant(discounts),
        otherLines: fc.shuffledSubarray(lines, { minLength: lines.length }),
        otherDiscounts: fc.shuffledSubarray(discounts, { minLength: discounts.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ lines, discounts, otherLines, otherDiscounts }) => {
        const one = applyDiscounts(lines, offersOf(discounts), 'EUR');
        const other = applyDiscounts(otherLines, offersOf(otherDiscounts), 'EUR');
        const byVariant = (all: DiscountableLine[], off: number[]) =>
          Object.fromEntries(all.map(({ variantId }, index) => [variantId, off[index]]));
        expect(byVariant(otherLines, other.lineMinor)).toEqual(byVariant(lines, one.lineMinor));
        expect(other.discounts).toEqual(one.discounts);
      }),
    );
  });

  it('shares out to the last unit, never more than a part is worth', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(parts, fc.nat(1_000_000), (weights, wish) => {
        const sum = weights.reduce((all, weight) => all + weight, 0);
        const total = Math.min(wish, sum);
        const shares = shareByWeight(
          total,
          weights.map((weight, index) => ({ key: `k${index}`, weight })),
        );
        expect(shares.reduce((all, share) => all + share, 0)).toBe(total);
        for (const [index, share] of shares.entries()) expect(share).toBeLessThanOrEqual(weights[index] ?? -1);
      }),
    );
  });

  it.each([
    [5, 100, 1],
    [4, 100, 0],
    [-5, 100, -1],
    [15, 500, 8],
    [9_899_999_901, 999, 9_890_099_901],
  ])('%i at %i per mille is %i', (minor, perMille, part) => {
    expect(perMilleOf(minor, perMille)).toBe(part);
  });
});
