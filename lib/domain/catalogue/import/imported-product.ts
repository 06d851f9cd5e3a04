/** One line of a table whose first line names the columns. `row` counts as a spreadsheet does: the header is row 1. */
export type TableRow = { row: number; cells: Pick<ReadonlyMap<string, string>, 'get'> };
export type Table = { columns: readonly string[]; rows: readonly TableRow[] };

export type ImportedVariant = {
  sku: string;
  /** One value per option, in the order of the product's options. */
  optionValues: string[];
  /** Minor units of the currency that the import was told. */
  priceMinor: number;
  compareAtMinor?: number;
  stock: number;
  weightGrams: number;
};

export type ImportedImage = { src: string; alt: string; position: number; variantSku?: string };

export type ImportedProduct = {
  handle: string;
  title: string;
  /** Already sanitised. */
  bodyHtml: string;
  vendor: string;
  tags: string[];
  status: 'active' | 'draft' | 'archived';
  options: { name: string; values: string[] }[];
  variants: ImportedVariant[];
  images: ImportedImage[];
  /** Names of collections, from the file's product type or category. */
  collections: string[];
};

export type ImportReason =
  | 'handle_missing'
  | 'handle_malformed'
  | 'handle_doubled'
  | 'title_missing'
  | 'title_too_long'
  | 'gift_card'
  | 'no_variant_left'
  | 'option_value_missing'
  | 'option_unnamed'
  | 'variant_doubled'
  | 'price_missing'
  | 'price_malformed'
  | 'compare_at_malformed'
  | 'sku_doubled'
  | 'stock_unknown'
  | 'stock_malformed'
  | 'weight_malformed'
  | 'picture_address_refused'
  | 'sku_missing'
  | 'sku_taken'
  | 'value_unknown'
  | 'text_too_long'
  | 'count_malformed'
  | 'barcode_malformed'
  | 'json_malformed'
  | 'time_malformed'
  | 'options_unfit'
  | 'too_many_variants'
  | 'differs_from_first_row'
  | 'no_price'
  | 'collection_unknown'
  | 'picture_unknown';

/** What is only to be known: the rest of the row is taken all the same. Everything else must be mended first. */
export const REMARKS: ReadonlySet<ImportReason> = new Set([
  'compare_at_malformed',
  'sku_doubled',
  'stock_unknown',
  'stock_malformed',
  'weight_malformed',
  'picture_address_refused',
  'picture_unknown',
]);

/** What a merchant must know about one cell. `value` is what stood there, shortened. */
export type ImportProblem = { row: number; column: string; reason: ImportReason; value: string };

export type ImportedCatalogue = { products: ImportedProduct[]; report: ImportProblem[] };
