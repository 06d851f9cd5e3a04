import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { marketOf } from '../../market';
import { type FeedProduct, feedItemsOf, isGtin } from './feed-item';
import { GOOGLE_FOOT, googleEntry, googleHead } from './google-feed';
import { META_HEAD, metaLine } from './meta-feed';
import { faultsOfGoogle, faultsOfMeta } from './testing-demands';

const shop = { name: 'Otter & Co', url: 'https://shop.example', market: marketOf('de') };
const picture = { file: 'demo/cup', alt: { de: '', en: '' }, width: 960, height: 1200, dominantColour: '#cccccc' };
const value = (key: string, de: string, en: string) => ({ key, name: { de, en } });

function cup(changes: Partial<FeedProduct> = {}): FeedProduct {
  const [small, big] = [
    { id: 'v1', sku: 'CUP-S', barcode: '4006381333931', optionValues: ['s', 'raw'], amountMinor: 1990 },
    { id: 'v2', sku: 'CUP-B', barcode: '4006381333932', optionValues: ['b', 'raw'], amountMinor: 2490 },
  ].map((one) => ({ ...one, available: 3, weightGrams: 250, lowestBeforeMinor: null }));
  if (!small || !big) throw new Error('two sizes');
  return {
    id: cupId(),
    slug: 'cup',
    vendor: 'Potter',
    title: { de: 'Tasse <gut> & günstig', en: 'Cup' },
    subtitle: { de: 'Für Tee', en: 'For tea' },
    descriptionHtml: { de: '<p>Hält &amp; hält.</p><ul><li>Ton</li><li>Glas</li></ul>', en: '' },
    options: [
      { ...value('size', 'Größe', 'Size'), values: [value('s', 'Klein', 'Small'), value('b', 'Groß', 'Big')] },
      { ...value('glaze', 'Glasur', 'Glaze'), values: [value('raw', 'ohne, roh', 'raw')] },
    ],
    images: [picture],
    collection: { de: 'Geschirr', en: 'Dishes' },
    variants: [
      { ...small, lowestBeforeMinor: 2490 },
      { ...big, available: 0 },
    ],
    ...changes,
  };
}
const cupId = () => 'p1' as FeedProduct['id'];

const meta = (product: FeedProduct, market = shop.market) =>
  META_HEAD +
  feedItemsOf(product, { ...shop, market })
    .map((item) => metaLine(item, market.currency))
    .join('');
const google = (product: FeedProduct) =>
  googleHead(shop) +
  feedItemsOf(product, shop)
    .map((item) => googleEntry(item, 'EUR'))
    .join('') +
  GOOGLE_FOOT;

describe('the feed for Meta', () => {
  it('has what Meta demands', () => expect(faultsOfMeta(meta(cup()))).toEqual([]));

  it('groups variants, and shows a reduction as the page does', () => {
    const rows: Record<string, string>[] = parse(meta(cup()), { columns: true });
    expect(rows).toMatchObject([
      {
        id: 'CUP-S',
        title: 'Tasse <gut> & günstig – Klein / ohne, roh',
        description: 'Hält & hält.\nTon\nGlas',
        availability: 'in stock',
        price: '24.90 EUR',
        sale_price: '19.90 EUR',
        link: 'https://shop.example/shop/products/cup?market=de',
        image_link: 'https://shop.example/demo/cup-960.webp',
        gtin: '4006381333931',
        item_group_id: 'cup',
        size: 'Klein',
        additional_variant_attribute: 'Glasur:ohne  roh',
        product_type: 'Geschirr',
      },
      { id: 'CUP-B', availability: 'out of stock', price: '24.90 EUR', sale_price: '', gtin: '', item_group_id: 'cup' },
    ]);
  });

  it('row 48: guards what would be a formula', () => {
    const evil = cup({ vendor: '@SUM(1)', title: { de: '=cmd|calc', en: '' }, descriptionHtml: { de: '-1', en: '' } });
    const [row] = parse(meta(evil), { columns: true });
    expect(row).toMatchObject({ brand: "'@SUM(1)", description: "'-1" });
    expect(String(Reflect.get(Object(row), 'title'))).toMatch(/^'=cmd/);
  });
});

describe('the feed for Google', () => {
  it('has what Google demands', () => expect(faultsOfGoogle(google(cup()))).toEqual([]));

  it('says that there is no number where the check digit is wrong', () => {
    const [, small = '', big = ''] = google(cup()).split('<item>');
    expect(small).toContain('<g:gtin>4006381333931</g:gtin>');
    expect(big).toContain('<g:identifier_exists>no</g:identifier_exists>');
    expect(small).toContain('<g:title>Tasse &lt;gut&gt; &amp; günstig – Klein / ohne, roh</g:title>');
  });

  it('row 46: shows script and broken letters as text', () => {
    const title = { de: '<script>alert(1)</script>\u0001\ufffe"', en: '' };
    const feed = google(cup({ title, descriptionHtml: { de: '&lt;img onerror=x&gt;', en: '' } }));
    for (const unwanted of ['<script', '<img', '\u0001', '\ufffe']) expect(feed).not.toContain(unwanted);
    expect(faultsOfGoogle(feed)).toEqual([]);
  });
});

it('leaves out what has no picture, names no group for one kind, and takes an id that fits', () => {
  expect(feedItemsOf(cup({ images: [{ ...picture, file: null }] }), shop)).toEqual([]);
  const one = cup({ options: [], variants: cup().variants.slice(0, 1) });
  expect(feedItemsOf(one, shop)).toMatchObject([{ groupId: null, title: 'Tasse <gut> & günstig' }]);
  const long = cup({ variants: cup().variants.map((variant) => ({ ...variant, sku: 'X'.repeat(60) + variant.id })) });
  expect(feedItemsOf(long, shop).map((item) => item.id)).toEqual(['v1', 'v2']);
});

it('speaks English where it is asked to', () => {
  const rows: unknown = parse(meta(cup(), marketOf('en-US')), { columns: true });
  expect(rows).toMatchObject([{ title: 'Cup – Small / raw', price: '24.90 USD', size: 'Small' }, {}]);
});

it.each([
  ['4006381333931', true],
  ['4006381333932', false],
  ['96385074', true],
  ['036000291452', true],
  ['123', false],
  ['', false],
])('the barcode %s is a GTIN: %s', (text, fits) => expect(isGtin(text)).toBe(fits));
