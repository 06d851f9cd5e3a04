/** How a list of products may be ordered: as the merchant put it (or best match first), or by price. */
export const SORTS = ['best', 'price', 'price-down'] as const;
export type Sort = (typeof SORTS)[number];

/** Values of one option that will do; `key` is its folded German name: `{ key: 'format', values: ['a3', 'a4'] }`. */
export type OptionFilter = { key: string; values: string[] };

/** What somebody looks for in the shop. Prices are minor units of the currency she shops in. */
export type Browse = {
  words: string;
  collection: string | undefined;
  minMinor: number | undefined;
  maxMinor: number | undefined;
  inStock: boolean;
  options: OptionFilter[];
  sort: Sort;
  /** The last product of the page before, by its slug. */
  after: string | undefined;
};

/** Values that a list can be narrowed to, with the number of products behind each. */
export type Facet<Name> = { key: string; name: Name; values: { key: string; name: Name; count: number }[] };

/** Whether anything but words and collection narrows the list. */
export function isFiltered({ minMinor, maxMinor, inStock, options }: Browse): boolean {
  return minMinor !== undefined || maxMinor !== undefined || inStock || options.length > 0;
}

/**
 * The address that shows it; `price` writes minor units as they are typed ("24.90"). What is not asked for is left out,
 * so that equal wishes have equal addresses.
 */
export function browseAddress(browse: Browse, price: (minor: number) => string): string {
  const query = new URLSearchParams();
  if (browse.words) query.set('q', browse.words);
  if (browse.collection) query.set('collection', browse.collection);
  if (browse.minMinor !== undefined) query.set('min', price(browse.minMinor));
  if (browse.maxMinor !== undefined) query.set('max', price(browse.maxMinor));
  if (browse.inStock) query.set('stock', 'in');
  for (const { key, values } of browse.options) for (const value of values) query.append('option', `${key}:${value}`);
  if (browse.sort !== 'best') query.set('sort', browse.sort);
  if (browse.after) query.set('after', browse.after);
  const text = query.toString();
  return text ? `/shop/search?${text}` : '/shop/search';
}
