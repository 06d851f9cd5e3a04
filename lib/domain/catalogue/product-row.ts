import type { LocalizedText } from '../market';
import type { ProductImage, ProductStatus } from './product';

/** A product as the merchant's list shows it: pieces over all variants, prices in minor units from the lowest to the highest. */
export type ProductRow = {
  id: string;
  slug: string;
  status: ProductStatus;
  title: LocalizedText;
  image: ProductImage | null;
  variants: number;
  soldOut: number;
  available: number;
  eurFrom: number | null;
  eurTo: number | null;
  usdFrom: number | null;
  usdTo: number | null;
};
