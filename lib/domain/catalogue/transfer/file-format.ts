import type { Language } from '../../market';
import type { CurrencyCode } from '../../money';
import type { Table } from '../import/imported-product';
import { missingColumns } from '../import/shopify';
import { META_REQUIRED } from './read-meta';

export const FILE_FORMATS = ['own', 'shopify', 'meta'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What a merchant may name when the heads of a file are none that we know; the same names stand in the form. */
export const MAPPED_FIELDS = [
  'sku',
  'slug',
  'title',
  'description',
  'price',
  'compare_at',
  'stock',
  'barcode',
  'weight_grams',
  'vendor',
  'tags',
  'status',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];
/** Our field → the file's column. */
export type ColumnMapping = Partial<Record<MappedField, string>>;

const GUESSES: Record<MappedField, RegExp> = {
  sku: /^(?:sku|artikel-?(?:nr|nummer)\.?|item ?(?:no|number)|product ?(?:code|id)|id)$/i,
  slug: /^(?:slug|handle|url ?key|adresse|permalink)$/i,
  title: /^(?:title|titel|name|produkt(?:name)?|product ?name|bezeichnung|artikel)$/i,
  description: /^(?:description|beschreibung|text|body|langtext)$/i,
  price: /^(?:price|preis|vk|verkaufspreis|brutto(?:preis)?|regular ?price|unit ?price)$/i,
  compare_at: /^(?:compare ?at(?: price)?|uvp|streichpreis|vorher|old ?price|rrp|msrp)$/i,
  stock: /^(?:stock|bestand|lager(?:bestand)?|menge|quantity|qty|inventory|anzahl)$/i,
  barcode: /^(?:barcode|ean|gtin|upc|strichcode)$/i,
  weight_grams: /^(?:weight(?: ?\(?g(?:rams)?\)?)?|gewicht(?: ?\(?g\)?)?|grams|gramm)$/i,
  vendor: /^(?:vendor|brand|marke|hersteller|manufacturer)$/i,
  tags: /^(?:tags|schlagw(?:ö|oe)rter|stichworte|keywords)$/i,
  status: /^status$/i,
};

/** Which of the formats that we know a file is in, by its heads; null when a person must say what they mean. */
export function formatOf({ columns }: Pick<Table, 'columns'>): FileFormat | null {
  if (missingColumns({ columns }).length === 0) return 'shopify';
  const isOwn =
    columns.includes('sku') && columns.some((column) => /^(?:price_[A-Z]{3}|title_(?:de|en)|stock)$/.test(column));
  if (isOwn) return 'own';
  return META_REQUIRED.every((column) => columns.includes(column)) ? 'meta' : null;
}

/** What the heads of a file probably mean: each column once. */
export function guessMapping(columns: readonly string[]): ColumnMapping {
  const taken = new Set<string>();
  const mapping: ColumnMapping = {};
  for (const field of MAPPED_FIELDS) {
    const column = columns.find((name) => !taken.has(name) && GUESSES[field].test(name.trim()));
    if (column === undefined) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

/** The same rows under the heads of our own file; texts are in `language`, prices in `currency`. */
export function mappedTable(
  table: Table,
  mapping: ColumnMapping,
  { language, currency }: { language: Language; currency: CurrencyCode },
): Table {
  const own = new Map<string, string>();
  for (const field of MAPPED_FIELDS) {
    const column = mapping[field];
    if (column === undefined) continue;
    const isText = field === 'title' || field === 'description';
    const isAmount = field === 'price' || field === 'compare_at';
    own.set(isText ? `${field}_${language}` : isAmount ? `${field}_${currency}` : field, column);
  }
  const under = (row: Table['rows'][number]) => ({
    get: (name: string) => {
      const column = own.get(name);
      return column === undefined ? undefined : row.cells.get(column);
    },
  });
  return { columns: [...own.keys()], rows: table.rows.map((row) => ({ row: row.row, cells: under(row) })) };
}
