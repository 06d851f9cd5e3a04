import type { ProductImage, ProductStatus, TaxClass } from '../catalogue/product';
import type { CartId, VariantId } from '../ids';
import type { LocalizedText } from '../market';
import type { CurrencyCode } from '../money';

/** The most a cart may hold: 50 lines of 99 units. Written down in docs; more is answered with `too_many`. */
export const MAX_LINES = 50;
export const MAX_QUANTITY = 99;

/** A cart line joined with what the catalogue says about it now. */
export type CartLine = {
  variantId: VariantId;
  quantity: number;
  sku: string;
  productSlug: string;
  /** Slugs of the collections that the product is in. */
  collections: string[];
  title: LocalizedText;
  variantTitle: LocalizedText;
  prices: Partial<Record<CurrencyCode, number>>;
  available: number;
  status: ProductStatus;
  taxClass: TaxClass;
  /** Of one piece; absent where nobody weighed it. */
  weightGrams?: number;
  image: ProductImage | null;
};

/** `version` rises with every change, so that a checkout can tell that another tab changed the cart. */
export type Cart = { id: CartId; version: number; lines: CartLine[] };
