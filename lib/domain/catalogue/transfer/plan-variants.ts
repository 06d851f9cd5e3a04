import type { ImportReason } from '../import/imported-product';
import { same } from '../merge-drafts';
import type { ProductOption } from '../product';
import { variantKey } from '../variant-matrix';
import type { ProductState, VariantState, WantedProduct, WantedVariant } from './record';
import { type Change, priceChanges, priceSteps, type VariantStep } from './steps';

type Wrong = (row: number, column: string, reason: ImportReason, value: string) => void;
const NOTHING: Omit<VariantState, 'sku' | 'id'> = {
  optionValues: [],
  barcode: '',
  weightGrams: 0,
  archived: false,
  stock: 0,
  prices: {},
  compareAt: {},
};

/** What becomes of the variants of a product: those that change, with every cell that does, and whether any has a price. */
export function planVariants(
  wanted: WantedProduct,
  known: ProductState | null,
  { takesStock, options }: { takesStock: boolean; options: ProductOption[] },
  wrong: Wrong,
): { steps: VariantStep[]; changes: Change[]; isPriced: boolean } {
  const present = new Map(known?.variants.map((variant, position) => [variant.sku, { variant, position }]));
  const steps: VariantStep[] = [];
  const changes: Change[] = [];
  let next = known?.variants.length ?? 0;
  const after = new Map(known?.variants.map((variant) => [variant.sku, variant]));
  for (const asked of wanted.variants) {
    const own = present.get(asked.sku);
    const position = wanted.isWhole ? wanted.variants.indexOf(asked) : (own?.position ?? next++);
    const planned = planVariant(asked, own?.variant ?? null, { position, takesStock });
    after.set(asked.sku, planned.after);
    changes.push(...planned.changes);
    if (planned.step) steps.push(planned.step);
  }
  if (wanted.isWhole && known) {
    const named = new Set(wanted.variants.map(({ sku }) => sku));
    for (const [position, variant] of known.variants.entries()) {
      if (named.has(variant.sku) || variant.archived) continue;
      const { stock: _stock, prices: _prices, compareAt: _compareAt, ...facts } = variant;
      steps.push({ ...facts, archived: true, position, isTouched: true, stockBy: 0, prices: [] });
      changes.push({ row: wanted.row, sku: variant.sku, column: 'archived', before: 'no', after: 'yes' });
      after.set(variant.sku, { ...variant, archived: true });
    }
  }
  const onSale = [...after.values()].filter((variant) => !variant.archived);
  const isMoved = changes.some(({ column }) => ['sku', 'option_values', 'archived'].includes(column));
  if (isMoved || !same(options, known?.facts.options)) checkOptions(wanted, onSale, options, wrong);
  return { steps, changes, isPriced: onSale.some((variant) => Object.keys(variant.prices).length > 0) };
}

function planVariant(
  asked: WantedVariant,
  known: VariantState | null,
  { position, takesStock }: { position: number; takesStock: boolean },
) {
  const present = known ?? { ...NOTHING, id: '', sku: asked.sku };
  const { row, sku } = asked;
  const facts = {
    sku,
    optionValues: asked.optionValues ?? present.optionValues,
    barcode: asked.barcode ?? present.barcode,
    weightGrams: asked.weightGrams ?? present.weightGrams,
    archived: asked.archived ?? present.archived,
  };
  const stockBy = asked.stock === undefined || (known && !takesStock) ? 0 : asked.stock - present.stock;
  const prices = priceSteps(asked, present);
  const pairs: [string, string, string][] = [
    ['option_values', present.optionValues.join('/'), facts.optionValues.join('/')],
    ['barcode', present.barcode, facts.barcode],
    ['weight_grams', String(present.weightGrams), String(facts.weightGrams)],
    ['archived', present.archived ? 'yes' : 'no', facts.archived ? 'yes' : 'no'],
    ['stock', String(present.stock), String(present.stock + stockBy)],
  ];
  const differing = pairs.filter(([, before, after]) => before !== after);
  const changes = [
    ...(known ? [] : [{ row, sku, column: 'sku', before: '', after: sku }]),
    ...differing.map(([column, before, after]) => ({ row, sku, column, before: known ? before : '', after })),
    ...priceChanges(row, sku, present, prices),
  ];
  const isTouched = !known || differing.some(([column]) => column !== 'stock');
  const step = { ...facts, id: known?.id ?? null, position, isTouched, stockBy, prices };
  const paid = { ...present.prices };
  for (const { currency, amountMinor } of prices) {
    if (amountMinor === null) delete paid[currency];
    else paid[currency] = amountMinor;
  }
  return { step: changes.length > 0 ? step : null, changes, after: { ...present, ...facts, prices: paid } };
}

/** Every variant on sale says a value for each option, and no two say the same. */
function checkOptions(wanted: WantedProduct, onSale: VariantState[], options: ProductOption[], wrong: Wrong): void {
  const places = new Set<string>();
  const rows = new Map(wanted.variants.map(({ sku, row }) => [sku, row]));
  for (const { sku, optionValues } of onSale) {
    const place = variantKey(optionValues);
    const fits =
      optionValues.length === options.length &&
      optionValues.every((key, at) => options[at]?.values.some((value) => value.key === key));
    if (!fits || places.has(place))
      wrong(rows.get(sku) ?? wanted.row, 'option_values', 'options_unfit', optionValues.join('/'));
    places.add(place);
  }
}
