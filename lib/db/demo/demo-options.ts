import type { DemoOption, DemoPrice, DemoVariant } from './demo-types';

export const SIZE: DemoOption = {
  key: 'size',
  name: { de: 'Format', en: 'Size' },
  values: [
    { key: 'a4', name: { de: 'A4 (21 × 30 cm)', en: 'A4 (21 × 30 cm)' } },
    { key: 'a3', name: { de: 'A3 (30 × 42 cm)', en: 'A3 (30 × 42 cm)' } },
    { key: '50x70', name: { de: '50 × 70 cm', en: '50 × 70 cm' } },
  ],
};

export const PAPER: DemoOption = {
  key: 'paper',
  name: { de: 'Papier', en: 'Paper' },
  values: [
    { key: 'natural', name: { de: 'Naturpapier, 300 g', en: 'Natural, 300 gsm' } },
    { key: 'cotton', name: { de: 'Baumwollpapier, 310 g', en: 'Cotton, 310 gsm' } },
  ],
};

const PRINT_PRICES: Record<string, { price: DemoPrice; weightGrams: number }> = {
  a4: { price: { EUR: 2400, USD: 2600 }, weightGrams: 120 },
  a3: { price: { EUR: 3600, USD: 3900 }, weightGrams: 210 },
  '50x70': { price: { EUR: 5900, USD: 6400 }, weightGrams: 460 },
};
const COTTON_MORE: DemoPrice = { EUR: 900, USD: 1000 };

/** Stock by size, then by paper, in the order of the options; 0 is sold out. */
export type PrintStock = Record<string, readonly number[]>;

/** Every size on every paper, at the shop's usual prices for prints. */
export function printVariants(skuStem: string, stock: PrintStock): DemoVariant[] {
  return Object.entries(stock).flatMap(([size, byPaper]) => {
    const base = PRINT_PRICES[size];
    if (base === undefined) throw new RangeError(`No price for the size ${size}`);
    return byPaper.map((units, i) => {
      const more = i === 0 ? { EUR: 0, USD: 0 } : COTTON_MORE;
      const paper = PAPER.values[i]?.key ?? 'natural';
      return {
        sku: `${skuStem}-${size.toUpperCase()}-${paper.slice(0, 3).toUpperCase()}`,
        options: [size, paper],
        price: { EUR: base.price.EUR + more.EUR, USD: base.price.USD + more.USD },
        stock: units,
        weightGrams: base.weightGrams,
      };
    });
  });
}

/** The sizes that a stock list holds, so that a print offers no size it never had. */
export function sizesOf(stock: PrintStock): DemoOption {
  return { ...SIZE, values: SIZE.values.filter((value) => value.key in stock) };
}

/** One variant for every combination of values; the keys that `facts` is given are in the order of the options. */
export function everyCombination(
  options: readonly DemoOption[],
  skuStem: string,
  facts: (...keys: string[]) => Pick<DemoVariant, 'price' | 'compareAt' | 'stock' | 'weightGrams'>,
): DemoVariant[] {
  const combinations = options.reduce<string[][]>(
    (sofar, option) => sofar.flatMap((keys) => option.values.map((value) => [...keys, value.key])),
    [[]],
  );
  return combinations.map((keys) => ({
    sku: [skuStem, ...keys.map((key) => key.slice(0, 4).toUpperCase())].join('-'),
    options: keys,
    ...facts(...keys),
  }));
}

/** An option from pairs of names: `['dots', 'gepunktet', 'dotted']`. */
export function option(
  key: string,
  de: string,
  en: string,
  values: readonly (readonly [string, string, string])[],
): DemoOption {
  return {
    key,
    name: { de, en },
    values: values.map(([value, german, english]) => ({ key: value, name: { de: german, en: english } })),
  };
}

export const RULING = option('ruling', 'Lineatur', 'Ruling', [
  ['dots', 'Gepunktet', 'Dotted'],
  ['lines', 'Liniert', 'Ruled'],
  ['blank', 'Blanko', 'Blank'],
]);

export const LANGUAGE = option('language', 'Sprache', 'Language', [
  ['de', 'Deutsch', 'German'],
  ['en', 'Englisch', 'English'],
]);

export const SET_SIZE = option('set', 'Menge', 'Quantity', [
  ['single', 'Einzeln', 'Single'],
  ['five', '5 Stück', 'Set of 5'],
]);

/** Cards are sold one by one or five together, at the shop's usual prices. */
export function cardVariants(skuStem: string, single: number, five: number): DemoVariant[] {
  return everyCombination([SET_SIZE], skuStem, (set) =>
    set === 'single'
      ? { price: { EUR: 380, USD: 450 }, stock: single, weightGrams: 22 }
      : { price: { EUR: 1590, USD: 1800 }, compareAt: { EUR: 1900, USD: 2250 }, stock: five, weightGrams: 110 },
  );
}
