import { parse } from 'csv-parse/sync';
import { isGtin } from './feed-item';

/**
 * What the two catalogue readers demand of a feed, written down apart from ours. A fault names item and field.
 * Sources: Meta, "Catalog fields" (developers.facebook.com/docs/commerce-platform/catalog/fields); Google, "Product data
 * specification" (support.google.com/merchants/answer/7052112): required fields, lengths, enumerations, price format.
 */
type Demand = { required?: true; most?: number; fits?: RegExp };
type Entry = Map<string, string>;

const PRICE = /^\d{1,8}(?:\.\d{2,3})? [A-Z]{3}$/;
const ADDRESS = /^https?:\/\/[^\s<>"]{1,1990}$/;

const META: Record<string, Demand> = {
  id: { required: true, most: 100 },
  title: { required: true, most: 200 },
  description: { required: true, most: 9_999, fits: /^[^<]*$/s },
  availability: { required: true, fits: /^(?:in stock|out of stock|available for order|preorder|discontinued)$/ },
  condition: { required: true, fits: /^(?:new|refurbished|used)$/ },
  price: { required: true, fits: PRICE },
  sale_price: { fits: PRICE },
  link: { required: true, fits: ADDRESS },
  image_link: { required: true, fits: ADDRESS },
  brand: { required: true, most: 100 },
  item_group_id: { most: 100 },
  color: { most: 200 },
  size: { most: 200 },
};

const GOOGLE: Record<string, Demand> = {
  id: { required: true, most: 50 },
  title: { required: true, most: 150 },
  description: { required: true, most: 5_000 },
  link: { required: true, fits: ADDRESS },
  image_link: { required: true, fits: ADDRESS },
  availability: { required: true, fits: /^(?:in_stock|out_of_stock|preorder|backorder)$/ },
  price: { required: true, fits: PRICE },
  sale_price: { fits: PRICE },
  condition: { fits: /^(?:new|refurbished|used)$/ },
  brand: { required: true, most: 70 },
  item_group_id: { most: 50 },
  identifier_exists: { fits: /^(?:yes|no)$/ },
  color: { most: 100 },
  size: { most: 100 },
  material: { most: 200 },
  pattern: { most: 100 },
  product_type: { most: 750 },
  shipping_weight: { fits: /^\d+ (?:g|kg|lb|oz)$/ },
};

export function faultsOfMeta(csv: string): string[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  return faultsOf(
    rows.map((row) => new Map(Object.entries(row))),
    META,
  );
}

export function faultsOfGoogle(xml: string): string[] {
  const wellFormed =
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<rss version="2\.0" xmlns:g="http:\/\/base\.google\.com\/ns\/1\.0">\s*<channel>[\s\S]*<\/channel>\s*<\/rss>\s*$/;
  if (!wellFormed.test(xml)) return ['feed: no RSS 2.0 channel'];
  const open: string[] = [];
  for (const [, end, name] of xml.replace(/<\?[^>]*\?>/, '').matchAll(/<(\/?)([\w:]+)[^<>]*>/g)) {
    if (!end) open.push(name ?? '');
    else if (open.pop() !== name) return [`feed: ${name} ends where it was not open`];
  }
  if (open.length > 0 || /&(?!(?:amp|lt|gt|quot);)/.test(xml)) return ['feed: not well-formed'];
  const items = xml.split('<item>').slice(1);
  return faultsOf(
    items.map(
      (item) =>
        new Map(
          [...item.matchAll(/<g:(\w+)>([^<]*)<\/g:\1>/g)].map(([, name, text]) => [name ?? '', plain(text ?? '')]),
        ),
    ),
    GOOGLE,
  );
}

function faultsOf(entries: Entry[], demands: Record<string, Demand>): string[] {
  const ids = new Set<string>();
  const faults = entries.flatMap((entry) => {
    const id = entry.get('id') ?? '';
    const own = Object.entries(demands).flatMap(([field, demand]) =>
      isMet(entry.get(field) ?? '', demand) ? [] : [`${id}: ${field}`],
    );
    if (ids.has(id)) own.push(`${id}: id twice`);
    ids.add(id);
    const gtin = entry.get('gtin');
    if (gtin && !isGtin(gtin)) own.push(`${id}: gtin`);
    const [before, now] = [entry.get('price'), entry.get('sale_price')];
    if (now && Number.parseFloat(now) >= Number.parseFloat(before ?? '')) own.push(`${id}: sale_price is none`);
    return own;
  });
  return entries.length > 0 ? faults : ['feed: empty'];
}

function isMet(text: string, { required, most = Number.POSITIVE_INFINITY, fits }: Demand): boolean {
  if (text === '') return !required;
  return text.length <= most && (!fits || fits.test(text));
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
