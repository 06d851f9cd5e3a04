import type { CurrencyCode } from '../../money';
import { cell, countFrom, gramsFrom, priceMinorFrom, slugFrom } from './cells';
import type { RowGroup } from './groups';
import type { ImportedVariant, ImportProblem, TableRow } from './imported-product';
import { problemAt } from './report';

export type ReadVariants = {
  options: { name: string; values: string[] }[];
  variants: ImportedVariant[];
  /** Which picture the file gives a variant: address by SKU. */
  pictureOf: Map<string, string>;
  report: ImportProblem[];
};

const NUMBERS = ['1', '2', '3'] as const;

/**
 * Reads the variants of one product. A row without option value, price and SKU only brings a picture and is passed over.
 * `takenSkus` is shared by the whole file and grows; a missing or taken SKU is made from handle and option values, so
 * that the same file always gives the same SKUs.
 */
export function readVariants(group: RowGroup, currency: CurrencyCode, takenSkus: Set<string>): ReadVariants {
  const numbers = NUMBERS.filter((number) => cell(group.head, `Option${number} Name`) !== '');
  const report: ImportProblem[] = [];
  const variants: ImportedVariant[] = [];
  const pictureOf = new Map<string, string>();
  const combinations = new Set<string>();
  for (const row of group.rows.filter(isVariantRow)) {
    const unfit = problemOfOptions(row, numbers);
    const optionValues = numbers.map((number) => cell(row, `Option${number} Value`));
    const combination = JSON.stringify(optionValues);
    if (unfit === null && combinations.has(combination)) {
      report.push(problemAt(row, 'Option1 Value', 'variant_doubled'));
      continue;
    }
    const priceText = cell(row, 'Variant Price');
    const priceMinor = priceMinorFrom(priceText, currency);
    if (unfit !== null || priceMinor === null) {
      report.push(unfit ?? problemAt(row, 'Variant Price', priceText === '' ? 'price_missing' : 'price_malformed'));
      continue;
    }
    combinations.add(combination);
    const sku = skuOf(row, group.handle, optionValues, takenSkus, report);
    variants.push({ sku, optionValues, priceMinor, ...readFigures(row, currency, priceMinor, report) });
    const picture = cell(row, 'Variant Image');
    if (picture !== '') pictureOf.set(sku, picture);
  }
  return { ...withoutDefaultOption(namesAndValues(group, numbers, variants), variants), pictureOf, report };
}

function isVariantRow(row: TableRow): boolean {
  return ['Option1 Value', 'Option2 Value', 'Option3 Value', 'Variant Price', 'Variant SKU'].some(
    (column) => cell(row, column) !== '',
  );
}

function problemOfOptions(row: TableRow, numbers: readonly string[]): ImportProblem | null {
  for (const number of NUMBERS) {
    const named = numbers.includes(number);
    const filled = cell(row, `Option${number} Value`) !== '';
    if (named && !filled) return problemAt(row, `Option${number} Value`, 'option_value_missing');
    if (!named && filled) return problemAt(row, `Option${number} Value`, 'option_unnamed');
  }
  return null;
}

function readFigures(row: TableRow, currency: CurrencyCode, priceMinor: number, report: ImportProblem[]) {
  const [stockText, gramsText, compareText] = [
    cell(row, 'Variant Inventory Qty'),
    cell(row, 'Variant Grams'),
    cell(row, 'Variant Compare At Price'),
  ];
  const stock = countFrom(stockText);
  if (stock === null) {
    report.push(problemAt(row, 'Variant Inventory Qty', stockText === '' ? 'stock_unknown' : 'stock_malformed'));
  }
  const weightGrams = gramsText === '' ? 0 : gramsFrom(gramsText);
  if (weightGrams === null) report.push(problemAt(row, 'Variant Grams', 'weight_malformed'));
  const compareAtMinor = compareText === '' ? null : priceMinorFrom(compareText, currency);
  if (compareText !== '' && compareAtMinor === null) {
    report.push(problemAt(row, 'Variant Compare At Price', 'compare_at_malformed'));
  }
  const figures = { stock: stock ?? 0, weightGrams: weightGrams ?? 0 };
  // A former price that is not higher is no reduction: Shopify shows none either.
  return compareAtMinor !== null && compareAtMinor > priceMinor ? { ...figures, compareAtMinor } : figures;
}

function skuOf(row: TableRow, handle: string, values: readonly string[], taken: Set<string>, report: ImportProblem[]) {
  const given = cell(row, 'Variant SKU').slice(0, 100);
  const made = [handle, ...values.filter((value) => value !== 'Default Title').map(slugFrom)].join('-').slice(0, 100);
  if (given !== '' && taken.has(given)) report.push(problemAt(row, 'Variant SKU', 'sku_doubled'));
  let sku = given !== '' && !taken.has(given) ? given : made;
  for (let n = 2; taken.has(sku); n++) sku = `${made}-${n}`;
  taken.add(sku);
  return sku;
}

function namesAndValues(group: RowGroup, numbers: readonly string[], variants: readonly ImportedVariant[]) {
  return numbers.map((number, i) => ({
    name: cell(group.head, `Option${number} Name`),
    values: [...new Set(variants.map((variant) => variant.optionValues[i] ?? ''))],
  }));
}

/** Shopify writes a product without options as one option "Title" with the one value "Default Title". */
function withoutDefaultOption(options: { name: string; values: string[] }[], variants: ImportedVariant[]) {
  const isDefault = options.length === 1 && options[0]?.values.length === 1 && options[0].values[0] === 'Default Title';
  if (!isDefault) return { options, variants };
  return { options: [], variants: variants.map((variant) => ({ ...variant, optionValues: [] })) };
}
