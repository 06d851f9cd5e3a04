import { PICTURE_COLOURS } from './picture-colours';

export type Words = { de: string; en: string };
/** Minor units; EUR with VAT, USD without tax. */
export type DemoPrice = { EUR: number; USD: number };

export type DemoOption = { key: string; name: Words; values: { key: string; name: Words }[] };

export type DemoVariant = {
  sku: string;
  /** Value keys in the order of the product's options. */
  options: string[];
  price: DemoPrice;
  compareAt?: DemoPrice;
  stock: number;
  weightGrams: number;
};

export type DemoImage = {
  /** Base name under public/demo: `<file>-<width>.avif`, `.webp` at 360, 640 and 960. */
  file: string;
  alt: Words;
  width: number;
  height: number;
  dominantColour: string;
  /** The value (of any option) that this picture shows, where it shows only one. */
  variantOptionKey?: string;
};

export type DemoProduct = {
  slug: string;
  title: Words;
  subtitle: Words;
  /** Plain paragraphs, parted by an empty line. */
  description: Words;
  tags: string[];
  taxClass: 'standard' | 'reduced';
  status: 'draft' | 'active' | 'archived';
  options: DemoOption[];
  variants: DemoVariant[];
  images: DemoImage[];
  /** Slugs of collections. */
  collections: string[];
};

export type DemoCollection = { slug: string; title: Words; text: Words; position: number };

/** A picture of the demo shop as the catalogue holds it; all are drawn at 960 × 1200. */
export function picture(
  file: keyof typeof PICTURE_COLOURS,
  de: string,
  en: string,
  variantOptionKey?: string,
): DemoImage {
  const image = { file, alt: { de, en }, width: 960, height: 1200, dominantColour: PICTURE_COLOURS[file] };
  return variantOptionKey === undefined ? image : { ...image, variantOptionKey };
}

/** The only variant of a product without options. */
export function single(sku: string, price: DemoPrice, stock: number, weightGrams: number): DemoVariant[] {
  return [{ sku, options: [], price, stock, weightGrams }];
}
