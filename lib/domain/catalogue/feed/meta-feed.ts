import { csvLine, guardCell } from '../../csv-line';
import { type CurrencyCode, money, toDecimalText } from '../../money';
import type { FeedItem } from './feed-item';

export const META_COLUMNS = [
  'id',
  'title',
  'description',
  'availability',
  'condition',
  'price',
  'sale_price',
  'link',
  'image_link',
  'additional_image_link',
  'brand',
  'gtin',
  'item_group_id',
  'color',
  'size',
  'material',
  'pattern',
  'additional_variant_attribute',
  'product_type',
  'shipping_weight',
] as const;

/** The first line of the feed. */
export const META_HEAD = csvLine(META_COLUMNS);

/**
 * One line of a feed for Meta's catalogue, prices as "24.90 EUR". A title that would be a formula in a spreadsheet is guarded.
 * Source: developers.facebook.com/docs/commerce-platform/catalog/fields ("in stock" with a space, unlike Google's).
 */
export function metaLine(item: FeedItem, currency: CurrencyCode): string {
  const price = (minor: number | null) =>
    minor === null ? '' : `${toDecimalText(money(minor, currency))} ${currency}`;
  const [first = '', ...others] = item.pictures;
  const cells: Record<(typeof META_COLUMNS)[number], string> = {
    id: item.id,
    title: item.title,
    description: item.description,
    availability: item.inStock ? 'in stock' : 'out of stock',
    condition: 'new',
    price: price(item.amountMinor),
    sale_price: price(item.saleMinor),
    link: item.link,
    image_link: first,
    additional_image_link: others.slice(0, 20).join(','),
    brand: item.brand,
    gtin: item.gtin ?? '',
    item_group_id: item.groupId ?? '',
    color: item.attributes.color ?? '',
    size: item.attributes.size ?? '',
    material: item.attributes.material ?? '',
    pattern: item.attributes.pattern ?? '',
    additional_variant_attribute: item.further.map((pair) => pair.map(plain).join(':')).join(','),
    product_type: item.productType,
    shipping_weight: item.weightGrams > 0 ? `${item.weightGrams} g` : '',
  };
  return csvLine(META_COLUMNS.map((column) => guardCell(cells[column])));
}

/** Colon and comma part the pairs. */
function plain(text: string): string {
  return text.replace(/[:,]/g, ' ');
}
