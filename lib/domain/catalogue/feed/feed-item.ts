import { type Market, textIn } from '../../market';
import { reductionOf } from '../lowest-price';
import { pictureAddress } from '../picture';
import { plainTextOf } from '../plain-text';
import { type Product, type ProductOption, variantTitle } from '../product';

/** What a feed needs of a product on sale: its variants are those with a price in the feed's currency. */
export type FeedProduct = Pick<
  Product,
  'id' | 'slug' | 'vendor' | 'title' | 'subtitle' | 'descriptionHtml' | 'options' | 'images'
> & { collection: Product['title'] | null; variants: FeedVariant[] };

export type FeedVariant = {
  id: string;
  sku: string;
  barcode: string;
  optionValues: string[];
  available: number;
  weightGrams: number;
  amountMinor: number;
  lowestBeforeMinor: number | null;
};

export const FEED_ATTRIBUTES = ['color', 'size', 'material', 'pattern'] as const;
export type FeedAttribute = (typeof FEED_ATTRIBUTES)[number];

/** One thing that can be bought, as catalogue readers know it: prices in minor units, words in one language, no HTML. */
export type FeedItem = {
  id: string;
  /** The same for all variants of a product; null for a product of one kind. */
  groupId: string | null;
  title: string;
  description: string;
  link: string;
  pictures: string[];
  inStock: boolean;
  amountMinor: number;
  /** What it costs now, where `amountMinor` is what it cost before and the page announces a reduction. */
  saleMinor: number | null;
  brand: string;
  gtin: string | null;
  attributes: Partial<Record<FeedAttribute, string>>;
  /** Options that readers have no column for, by name. */
  further: [name: string, value: string][];
  productType: string;
  weightGrams: number;
};

const LONGEST = { id: 50, title: 150, description: 5_000, brand: 70 };
const NAMES: Record<string, FeedAttribute> = {
  farbe: 'color',
  colour: 'color',
  color: 'color',
  größe: 'size',
  groesse: 'size',
  size: 'size',
  format: 'size',
  material: 'material',
  muster: 'pattern',
  pattern: 'pattern',
};

/**
 * A product's variants as catalogue readers want them, with what its page says: price, reduction and availability. Without a
 * picture that could be had there are none: both readers refuse an item that has none.
 */
export function feedItemsOf(product: FeedProduct, shop: { name: string; url: string; market: Market }): FeedItem[] {
  const { language } = shop.market;
  const at = (path: string) => new URL(path, shop.url).href;
  const pictures = product.images.flatMap(({ file }) => (file ? [at(pictureAddress(file, 960, 'webp'))] : []));
  if (pictures.length === 0) return [];
  const title = textIn(product.title, language);
  const description =
    plainTextOf(textIn(product.descriptionHtml, language)) || textIn(product.subtitle, language) || title;
  const shared = {
    groupId: product.options.length > 0 ? short(product.slug, product.id) : null,
    description: cut(description, LONGEST.description),
    link: at(`/shop/products/${product.slug}?market=${shop.market.id}`),
    pictures,
    brand: cut(product.vendor || shop.name, LONGEST.brand),
    productType: product.collection ? textIn(product.collection, language) : '',
  };
  return product.variants.map((variant) => {
    const kind = variantTitle(product, variant.optionValues, language);
    const reduction = reductionOf(variant.amountMinor, variant.lowestBeforeMinor);
    return {
      ...shared,
      ...attributesOf(product.options, variant.optionValues, language),
      id: short(variant.sku, variant.id),
      title: cut(kind ? `${title} – ${kind}` : title, LONGEST.title),
      inStock: variant.available > 0,
      amountMinor: reduction ? reduction.beforeMinor : variant.amountMinor,
      saleMinor: reduction ? variant.amountMinor : null,
      gtin: isGtin(variant.barcode) ? variant.barcode : null,
      weightGrams: variant.weightGrams,
    };
  });
}

/** Whether the digits are a GTIN-8, -12, -13 or -14 whose check digit is right. Source: GS1 General Specifications, 7.9. */
export function isGtin(text: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(text)) return false;
  const sum = [...text.padStart(14, '0')].reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}

function attributesOf(options: ProductOption[], values: string[], language: 'de' | 'en') {
  const attributes: FeedItem['attributes'] = {};
  const further: FeedItem['further'] = [];
  for (const [at, option] of options.entries()) {
    const value = option.values.find(({ key }) => key === values[at]);
    if (!value) continue;
    const text = cut(textIn(value.name, language), 100);
    const known = NAMES[option.name.de.toLowerCase()] ?? NAMES[option.name.en.toLowerCase()];
    if (known && attributes[known] === undefined) attributes[known] = text;
    else further.push([textIn(option.name, language), text]);
  }
  return { attributes, further };
}

function short(wished: string, fallback: string): string {
  return wished.length <= LONGEST.id ? wished : fallback;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
