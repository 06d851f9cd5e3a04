import type { LocalizedText } from '../../market';
import type { CurrencyCode } from '../../money';
import type { ImportProblem } from '../import/imported-product';
import type { ProductImage, ProductOption, ProductSafety, ProductStatus, SearchWords, TaxClass } from '../product';

/** All that a file may say about a product. `publishAt` as an ISO time; `collections`: those filled by hand, by address, in order. */
export type ProductFacts = {
  status: ProductStatus;
  vendor: string;
  title: LocalizedText;
  subtitle: LocalizedText;
  descriptionHtml: LocalizedText;
  tags: string[];
  taxClass: TaxClass;
  options: ProductOption[];
  images: ProductImage[];
  safety: ProductSafety;
  seo: SearchWords;
  publishAt: string | null;
  collections: string[];
};

export type Amounts = Partial<Record<CurrencyCode, number>>;

/** A variant as the shop holds it; `stock` is what can be bought now. Prices in minor units. */
export type VariantState = {
  id: string;
  sku: string;
  optionValues: string[];
  barcode: string;
  weightGrams: number;
  archived: boolean;
  stock: number;
  prices: Amounts;
  compareAt: Amounts;
};

/** A product as the shop holds it, with archived variants, in their order. */
export type ProductState = {
  id: string;
  slug: string;
  version: number;
  importKey: string | null;
  facts: ProductFacts;
  variants: VariantState[];
};

/** Texts by column, as our own file has them: the one form in which file and shop are compared. */
export type Cells = Readonly<Record<string, string>>;

/** Null for a price: not sold in that currency any more. */
export type WantedAmounts = Partial<Record<CurrencyCode, number | null>>;
export type WantedVariant = {
  row: number;
  sku: string;
  optionValues?: string[];
  barcode?: string;
  weightGrams?: number;
  archived?: boolean;
  stock?: number;
  prices: WantedAmounts;
  compareAt: WantedAmounts;
};

/** What a file says about a product: what is absent stays as it is. */
export type WantedProduct = {
  row: number;
  /** Its address: the product's that has it, else the wish of a new one. */
  slug: string;
  /** Where it came from; a product is known again by it. Null: by its address. */
  importKey: string | null;
  cells: Cells;
  /** Only for one that is new: what is there is not replaced by less. */
  ifNew: Cells;
  variants: WantedVariant[];
  /** Whether variants that the file does not name go off sale. */
  isWhole: boolean;
  /** Collections that are made where they are not there yet. */
  newCollections: { slug: string; title: string }[];
};

/** One product of a file, and what is wrong with it. */
export type ReadProduct = { wanted: WantedProduct | null; report: ImportProblem[] };
