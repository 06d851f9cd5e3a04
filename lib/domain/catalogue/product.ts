import { z } from 'zod';
import type { ProductId, VariantId } from '../ids';
import { type LocalizedText, localizedTextSchema } from '../market';
import type { CurrencyCode } from '../money';
import { type PageLanguage, writtenLanguage } from '../page-language';

export type ProductStatus = 'draft' | 'active' | 'archived';
/** German and Austrian VAT class; the rates stand in `domain/cart/tax.ts`. */
export type TaxClass = 'standard' | 'reduced';

const named = z.object({ key: z.string(), name: localizedTextSchema });
export const optionsSchema = z.array(named.extend({ values: z.array(named) }));
export type ProductOption = z.infer<typeof optionsSchema>[number];

/** `file` is the base name of a set of renditions: `<file>-<width>.avif` and `.webp`; null while no picture could be had. */
export type ProductImage = {
  file: string | null;
  alt: LocalizedText;
  width: number;
  height: number;
  dominantColour: string;
  /** Why it needs no words of its own, where somebody decided so: then `alt` may be empty. */
  altWaiver?: string | undefined;
};

/** A company as GPSR Art. 19 wants it: name, postal and electronic address. */
export type Company = { name: string; address: string; contact: string };
/** `responsible`: in the EU, where the maker sits elsewhere. Empty texts are not shown. */
export type ProductSafety = { maker: Company; responsible: Company; warnings: LocalizedText };
export type SearchWords = { title: LocalizedText; description: LocalizedText };

export type Variant = {
  id: VariantId;
  sku: string;
  /** Value keys in the order of the product's options. */
  optionValues: string[];
  prices: Partial<Record<CurrencyCode, number>>;
  compareAtPrices: Partial<Record<CurrencyCode, number>>;
  /** The lowest price of the 30 days before a reduction; only where the present price is one. */
  lowestBefore?: Partial<Record<CurrencyCode, number>>;
  /** Units that can be bought now; those held for open payments are not among them. */
  available: number;
  weightGrams: number;
};

export type Product = {
  id: ProductId;
  slug: string;
  status: ProductStatus;
  vendor: string;
  title: LocalizedText;
  subtitle: LocalizedText;
  /** Sanitised HTML. */
  descriptionHtml: LocalizedText;
  tags: string[];
  taxClass: TaxClass;
  options: ProductOption[];
  variants: Variant[];
  images: ProductImage[];
  safety?: ProductSafety | null;
  seo?: SearchWords | null;
  /** Stars of all reviews that are shown, and how many. */
  ratingSum: number;
  ratingCount: number;
  version: number;
};

export type Collection = { slug: string; title: LocalizedText; text: LocalizedText; position: number };

/** A product as a list shows it. `fromMinor` is the lowest price in the asked currency; null: not sold in it. */
export type ProductCard = {
  slug: string;
  title: LocalizedText;
  subtitle: LocalizedText;
  fromMinor: number | null;
  severalPrices: boolean;
  soldOut: boolean;
  image: ProductImage | null;
};

/** "A3 / Natural": the chosen values in words, empty for a product without options. */
export function variantTitle(
  product: Pick<Product, 'options'>,
  optionValues: string[],
  language: PageLanguage,
): string {
  const written = writtenLanguage(language);
  return product.options
    .map((option, index) => {
      const value = option.values.find((candidate) => candidate.key === optionValues[index]);
      return value ? value.name[written] || value.name.de || value.name.en : optionValues[index];
    })
    .filter(Boolean)
    .join(' / ');
}
