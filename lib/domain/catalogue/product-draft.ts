import type { CurrencyCode } from '../currencies';
import type { LocalizedText } from '../market';
import type { Company, ProductImage, ProductOption, ProductStatus, TaxClass } from './product';

/** What a merchant writes about one variant. `id` is empty for one that is not there yet; `stock` counts only then. */
export type DraftVariant = {
  id: string;
  /** Value keys in the order of the options. */
  optionValues: string[];
  sku: string;
  barcode: string;
  weight: string;
  stock: string;
  /** As typed, "24,90"; empty: not sold in the currency. */
  prices: Partial<Record<CurrencyCode, string>>;
  compareAt: Partial<Record<CurrencyCode, string>>;
};

/** A product as it stands in the editor, all of it text: what is typed there stays as it was typed. */
export type ProductDraft = {
  title: LocalizedText;
  subtitle: LocalizedText;
  descriptionHtml: LocalizedText;
  seoTitle: LocalizedText;
  seoDescription: LocalizedText;
  warnings: LocalizedText;
  vendor: string;
  /** With commas between. */
  tags: string;
  taxClass: TaxClass;
  status: ProductStatus;
  /** "2026-11-20T18:00" on the shop's clock; empty for none. */
  publishAt: string;
  maker: Company;
  responsible: Company;
  /** Collections filled by hand that it stands in, by address. */
  collections: string[];
  options: ProductOption[];
  variants: DraftVariant[];
  images: ProductImage[];
};

const NO_WORDS = { de: '', en: '' };
const NOBODY: Company = { name: '', address: '', contact: '' };

export const EMPTY_VARIANT: DraftVariant = {
  id: '',
  optionValues: [],
  sku: '',
  barcode: '',
  weight: '',
  stock: '',
  prices: {},
  compareAt: {},
};

export const EMPTY_DRAFT: ProductDraft = {
  title: NO_WORDS,
  subtitle: NO_WORDS,
  descriptionHtml: NO_WORDS,
  seoTitle: NO_WORDS,
  seoDescription: NO_WORDS,
  warnings: NO_WORDS,
  vendor: '',
  tags: '',
  taxClass: 'standard',
  status: 'draft',
  publishAt: '',
  maker: NOBODY,
  responsible: NOBODY,
  collections: [],
  options: [],
  variants: [EMPTY_VARIANT],
  images: [],
};
