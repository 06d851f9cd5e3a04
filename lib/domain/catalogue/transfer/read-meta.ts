import { readGuarded } from '../../csv-line';
import { isCurrency } from '../../currencies';
import type { CurrencyCode } from '../../money';
import { slugOf } from '../import/catalogue-form';
import { countFrom, priceMinorFrom } from '../import/cells';
import type { ImportProblem, ImportReason, Table, TableRow } from '../import/imported-product';
import { problemAt } from '../import/report';
import type { ReadProduct, WantedProduct, WantedVariant } from './record';

export const META_REQUIRED = ['id', 'title', 'price', 'availability'] as const;
const OPTIONS = {
  color: ['Farbe', 'Colour'],
  size: ['Größe', 'Size'],
  material: ['Material', 'Material'],
  pattern: ['Muster', 'Pattern'],
} as const;
const OPTION_COLUMNS = ['color', 'size', 'material', 'pattern'] as const;
const QUANTITIES = ['quantity_to_sell_on_facebook', 'inventory'] as const;

/**
 * Products of a catalogue file as Meta takes them, one after the other: rows of one item_group_id are variants. What the shop
 * sells under an item's id as SKU gets price, barcode and quantity and keeps its own words: the file has them without
 * paragraphs and in one language. Source: developers.facebook.com/docs/commerce-platform/catalog/fields.
 */
export function* eachMetaProduct(table: Table, slugOfSku: (sku: string) => string | undefined): Generator<ReadProduct> {
  const groups = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const key = slugOfSku(text(row, 'id')) ?? ` ${text(row, 'item_group_id') || text(row, 'id')}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const takenSkus = new Set<string>();
  for (const [key, rows] of groups) {
    const report: ImportProblem[] = [];
    const known = key.startsWith(' ') ? null : key;
    const variants = rows.flatMap((row) => readVariant(row, { takenSkus, report, isNew: known === null }) ?? []);
    const [first] = rows;
    const names = rows.map((row) => text(row, 'title'));
    if (first && known === null && names[0] === '') report.push(problemAt(first, 'title', 'title_missing'));
    const shared = { row: first?.row ?? 0, variants, isWhole: false };
    const wanted = known
      ? { ...shared, slug: known, importKey: null, cells: {}, ifNew: {}, newCollections: [] }
      : first && { ...shared, ...newProduct(first, rows, `meta:${key.trim()}`) };
    yield { wanted: variants.length === rows.length && wanted ? wanted : null, report };
  }
}

function newProduct(
  first: TableRow,
  rows: TableRow[],
  importKey: string,
): Omit<WantedProduct, 'row' | 'variants' | 'isWhole'> {
  const title = sharedBeginning(rows.map((row) => text(row, 'title'))).slice(0, 200);
  const type = text(first, 'product_type').split('>').at(-1)?.trim().slice(0, 200) ?? '';
  const description = paragraphs(text(first, 'description'));
  const options = optionsOf(rows).map(({ column, values }) => ({
    key: column,
    name: { de: OPTIONS[column][0], en: OPTIONS[column][1] },
    values: values.map((value) => ({ key: slugOf(value), name: { de: value, en: value } })),
  }));
  const cells = {
    status: 'active',
    title_de: title,
    title_en: title,
    description_de: description,
    description_en: description,
    vendor: text(first, 'brand').slice(0, 200),
    options: options.length > 0 ? JSON.stringify(options) : '',
    collections: type === '' ? '' : slugOf(type),
  };
  return {
    slug: slugOf(title),
    importKey,
    cells: {},
    ifNew: cells,
    newCollections: type === '' ? [] : [{ slug: slugOf(type), title: type }],
  };
}

function readVariant(
  row: TableRow,
  { takenSkus, report, isNew }: { takenSkus: Set<string>; report: ImportProblem[]; isNew: boolean },
): WantedVariant | null {
  const wrong = (column: string, reason: ImportReason) => void report.push(problemAt(row, column, reason));
  const sku = text(row, 'id').slice(0, 100);
  if (sku === '' || takenSkus.has(sku)) return wrong('id', sku === '' ? 'sku_missing' : 'variant_doubled') ?? null;
  takenSkus.add(sku);
  const price = priceOf(text(row, 'price'));
  const sale = text(row, 'sale_price') === '' ? null : priceOf(text(row, 'sale_price'));
  if (!price) return wrong('price', 'price_malformed') ?? null;
  if (text(row, 'sale_price') !== '' && sale?.currency !== price.currency)
    return wrong('sale_price', 'price_malformed') ?? null;
  const quantity = QUANTITIES.map((column) => countFrom(text(row, column))).find((count) => count !== null);
  if (isNew && quantity === undefined && text(row, 'availability') === 'in stock')
    wrong('availability', 'stock_unknown');
  const barcode = text(row, 'gtin');
  return {
    row: row.row,
    sku,
    ...(isNew ? { optionValues: OPTION_COLUMNS.flatMap((column) => slugOrNone(text(row, column))) } : {}),
    ...(/^(?:\d{8}|\d{12,14})$/.test(barcode) ? { barcode } : {}),
    ...(quantity === undefined ? {} : { stock: quantity }),
    prices: { [price.currency]: sale?.minor ?? price.minor },
    compareAt: sale ? { [price.currency]: price.minor } : {},
  };
}

/** "24.90 EUR", or Meta's older "EUR 24.90". */
function priceOf(text: string): { minor: number; currency: CurrencyCode } | null {
  const found = /^(?:([A-Z]{3}) )?([\d.]{1,15})(?: ([A-Z]{3}))?$/.exec(text);
  const code = found?.[3] ?? found?.[1] ?? '';
  const minor = isCurrency(code) ? priceMinorFrom(found?.[2] ?? '', code) : null;
  return isCurrency(code) && minor ? { minor, currency: code } : null;
}

function optionsOf(rows: TableRow[]) {
  return OPTION_COLUMNS.map((column) => ({
    column,
    values: [...new Set(rows.map((row) => text(row, column)).filter(Boolean))],
  })).filter(({ values }) => values.length > 0);
}

function slugOrNone(value: string): string[] {
  return value === '' ? [] : [slugOf(value)];
}

/** What all titles begin with, without what only led to the rest: "Cup – Small", "Cup – Big" is a "Cup". */
function sharedBeginning(titles: string[]): string {
  const [first = '', ...others] = titles;
  let length = first.length;
  for (const title of others) while (!title.startsWith(first.slice(0, length))) length -= 1;
  const shared = others.length > 0 ? first.slice(0, length).replace(/[\s\-–—,|:/(]+$/, '') : first;
  return shared === '' ? first : shared;
}

function paragraphs(words: string): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const lines = safe.split(/\n+/).filter((line) => line.trim() !== '');
  return lines.map((line) => `<p>${line.trim()}</p>`).join('');
}

function text(row: TableRow, column: string): string {
  return readGuarded(row.cells.get(column) ?? '').trim();
}
