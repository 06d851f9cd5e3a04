import { slugOf } from './import/catalogue-form';
import type { ProductOption } from './product';
import { type DraftVariant, EMPTY_VARIANT } from './product-draft';

/** One text for one place in the matrix. */
export function variantKey(optionValues: readonly string[]): string {
  return JSON.stringify(optionValues);
}

/** Every combination of the options' values, the last option turning fastest; one empty combination without options. */
export function combinationsOf(options: readonly Pick<ProductOption, 'values'>[]): string[][] {
  return options.reduce<string[][]>(
    (rows, option) => rows.flatMap((row) => option.values.map((value) => [...row, value.key])),
    [[]],
  );
}

/**
 * The variants after the options changed: one for each combination. Those that were there keep their id and all that stands in
 * them. A new option gives its first value to what was there; where one goes, the first of each kind stays. A new
 * combination takes prices and weight of its nearest sister, an own SKU, and no stock. `options` before and after are
 * matched by their keys.
 */
export function arrangeVariants(
  before: { options: readonly ProductOption[]; variants: readonly DraftVariant[] },
  options: readonly ProductOption[],
): DraftVariant[] {
  const kept = new Map<string, DraftVariant>();
  for (const variant of before.variants) {
    const optionValues = options.map((option) => {
      const was = before.options.findIndex((candidate) => candidate.key === option.key);
      return (was < 0 ? undefined : variant.optionValues[was]) ?? option.values[0]?.key ?? '';
    });
    const key = variantKey(optionValues);
    if (!kept.has(key)) kept.set(key, { ...variant, optionValues });
  }
  const taken = new Set(before.variants.map((variant) => variant.sku));
  return combinationsOf(options).map((optionValues) => {
    const known = kept.get(variantKey(optionValues));
    if (known) return known;
    const sister = nearest([...kept.values()], optionValues);
    const made = { ...EMPTY_VARIANT, optionValues, sku: freeSku(sister?.sku ?? '', optionValues, taken) };
    taken.add(made.sku);
    return sister ? { ...made, weight: sister.weight, prices: sister.prices, compareAt: sister.compareAt } : made;
  });
}

function nearest(variants: DraftVariant[], optionValues: string[]): DraftVariant | undefined {
  const likeness = (variant: DraftVariant) => variant.optionValues.filter((key, at) => key === optionValues[at]).length;
  return variants.reduce<DraftVariant | undefined>(
    (best, variant) => (best && likeness(best) >= likeness(variant) ? best : variant),
    undefined,
  );
}

/** An SKU of the values behind the sister's first part, such as "OTTER-A3-OAK", and one that nobody has. */
function freeSku(sister: string, optionValues: string[], taken: ReadonlySet<string>): string {
  const [stem = ''] = sister.split('-');
  const made = [stem, ...optionValues].filter(Boolean).join('-').toUpperCase().slice(0, 90);
  let sku = made;
  for (let number = 2; taken.has(sku); number += 1) sku = `${made}-${number}`;
  return sku;
}

/** A key for a new option or value that none of the others has. */
export function freeKey(name: string, others: readonly { key: string }[]): string {
  const base = slugOf(name);
  let key = base;
  for (let number = 2; others.some((other) => other.key === key); number += 1) key = `${base}-${number}`;
  return key;
}
