import { type CurrencyCode, money, toDecimalText } from '../../money';
import { FEED_ATTRIBUTES, type FeedItem } from './feed-item';

/** Where the feed begins: an RSS 2.0 channel with Google's own names. */
export function googleHead(shop: { name: string; url: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel>
<title>${escapeXml(shop.name)}</title>
<link>${escapeXml(shop.url)}</link>
<description>${escapeXml(shop.name)}</description>
`;
}

export const GOOGLE_FOOT = '</channel>\n</rss>\n';

/**
 * One item of a feed for Google's Merchant Center, prices as "24.90 EUR". Without a GTIN it says that there is none.
 * Source: support.google.com/merchants/answer/7052112, "Product data specification" (availability with an underscore).
 */
export function googleEntry(item: FeedItem, currency: CurrencyCode): string {
  const price = (minor: number) => `${toDecimalText(money(minor, currency))} ${currency}`;
  const [first = '', ...others] = item.pictures;
  const fields: [string, string][] = [
    ['id', item.id],
    ['title', item.title],
    ['description', item.description],
    ['link', item.link],
    ['image_link', first],
    ...others.slice(0, 10).map((address): [string, string] => ['additional_image_link', address]),
    ['availability', item.inStock ? 'in_stock' : 'out_of_stock'],
    ['price', price(item.amountMinor)],
    ...(item.saleMinor === null ? [] : [['sale_price', price(item.saleMinor)] satisfies [string, string]]),
    ['condition', 'new'],
    ['brand', item.brand],
    item.gtin ? ['gtin', item.gtin] : ['identifier_exists', 'no'],
    ['item_group_id', item.groupId ?? ''],
    ...FEED_ATTRIBUTES.map((name): [string, string] => [name, item.attributes[name] ?? '']),
    ['product_type', item.productType],
    ['shipping_weight', item.weightGrams > 0 ? `${item.weightGrams} g` : ''],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => element(name, escapeXml(value)));
  const details = item.further.map(([name, value]) =>
    element(
      'product_detail',
      element('attribute_name', escapeXml(name)) + element('attribute_value', escapeXml(value)),
    ),
  );
  return `<item>\n${[...lines, ...details].join('\n')}\n</item>\n`;
}

function element(name: string, content: string): string {
  return `<g:${name}>${content}</g:${name}>`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
