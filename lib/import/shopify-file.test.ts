import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeImportProblem } from '@/lib/domain/catalogue/import/report';
import type { CurrencyCode } from '@/lib/domain/money';
import { readShopifyFile } from './shopify-file';

const COLUMNS =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Image Position,Image Alt Text,Variant Image,Status'.split(
    ',',
  );

type Cells = Record<string, string>;

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(rows: readonly Cells[], { columns = COLUMNS, end = '\n' } = {}): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((line) => line.map(quoted).join(',') + end)
    .join('');
}

function plain(handle: string, more: Cells = {}): Cells {
  return {
    Handle: handle,
    Title: `The ${handle}`,
    'Option1 Name': 'Title',
    'Option1 Value': 'Default Title',
    'Variant SKU': `SKU-${handle}`,
    'Variant Inventory Qty': '3',
    'Variant Price': '19.90',
    ...more,
  };
}

function read(content: Uint8Array | string, currency: CurrencyCode = 'EUR') {
  const result = readShopifyFile(content, { currency });
  if (!result.ok) throw new Error(`${result.problem} ${JSON.stringify(result.detail)}`);
  return result.value;
}

describe('a Shopify export', () => {
  it('gives a product without options one plain variant', () => {
    const { products, report } = read(
      csv([plain('cup', { Tags: 'Kitchen, kitchen , blue', Type: 'Cups', 'Variant Grams': '250.4' })]),
    );
    expect(report).toEqual([]);
    expect(products).toEqual([
      {
        handle: 'cup',
        title: 'The cup',
        bodyHtml: '',
        vendor: '',
        tags: ['Kitchen', 'blue'],
        status: 'active',
        options: [],
        variants: [{ sku: 'SKU-cup', optionValues: [], priceMinor: 1990, stock: 3, weightGrams: 250 }],
        images: [],
        collections: ['Cups'],
      },
    ]);
  });

  it('reads three options in a hundred variants, and makes the same SKUs each time', () => {
    const values = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix} ${i + 1}`);
    const rows: Cells[] = [];
    for (const size of values('Größe', 5))
      for (const colour of values('Blau', 5))
        for (const paper of values('Paper', 4))
          rows.push({
            Handle: 'poster',
            'Option1 Value': size,
            'Option2 Value': colour,
            'Option3 Value': paper,
            'Variant Inventory Qty': '1',
            'Variant Price': '5',
          });
    rows[0] = {
      ...rows[0],
      Title: 'Poster',
      'Option1 Name': 'Format',
      'Option2 Name': 'Farbe',
      'Option3 Name': 'Papier',
    };
    const [product] = read(csv(rows)).products;
    expect(product?.options.map(({ name, values: found }) => [name, found.length])).toEqual([
      ['Format', 5],
      ['Farbe', 5],
      ['Papier', 4],
    ]);
    expect(new Set(product?.variants.map((variant) => variant.sku)).size).toBe(100);
    expect(product?.variants[99]).toMatchObject({
      sku: 'poster-große-5-blau-5-paper-4',
      optionValues: ['Größe 5', 'Blau 5', 'Paper 4'],
    });
    expect(read(csv(rows)).products).toEqual([product]);
  });

  it('takes several pictures, each once and in the order wished, and knows whose they are', () => {
    const { products, report } = read(
      csv([
        plain('cat', {
          'Image Src': 'https://shop.example/b.jpg',
          'Image Position': '2',
          'Variant Image': 'https://shop.example/c.jpg',
        }),
        { Handle: 'cat', 'Image Src': 'https://shop.example/a.jpg', 'Image Position': '1', 'Image Alt Text': 'Asleep' },
        { Handle: 'cat', 'Image Src': 'https://shop.example/a.jpg', 'Image Position': '3' },
        { Handle: 'cat', 'Image Src': 'file:///etc/passwd', 'Image Position': '4' },
      ]),
    );
    expect(products[0]?.images).toEqual([
      { src: 'https://shop.example/a.jpg', alt: 'Asleep', position: 1 },
      { src: 'https://shop.example/b.jpg', alt: 'The cat', position: 2 },
      { src: 'https://shop.example/c.jpg', alt: 'The cat', position: 3, variantSku: 'SKU-cat' },
    ]);
    expect(products[0]?.variants).toHaveLength(1);
    expect(report).toEqual([
      { row: 5, column: 'Image Src', reason: 'picture_address_refused', value: 'file:///etc/passwd' },
    ]);
  });

  it('leaves no script in a body, whatever it is wrapped in', () => {
    const body =
      '<h1>Hi</h1><p onclick="x()">Soft <b>wool</b></p><script>steal()</script><style>p{}</style><a href="javascript:x()">a</a><a href="https://ok.example/">b</a><img src=x onerror=x()><svg><script>x()</script></svg><iframe src="//e.example"></iframe>';
    expect(read(csv([plain('cap', { 'Body (HTML)': body })])).products[0]?.bodyHtml).toBe(
      '<h2>Hi</h2><p>Soft <b>wool</b></p><a rel="nofollow noopener">a</a><a href="https://ok.example/" rel="nofollow noopener">b</a>',
    );
  });

  it('reads BOM and CRLF like any other file, line breaks inside quotes included', () => {
    const rows = [plain('one', { 'Body (HTML)': '<p>first\r\nsecond, "third"</p>' }), plain('two')];
    const { products } = read(Buffer.from(`\uFEFF${csv(rows, { end: '\r\n' })}\r\n`));
    expect(products.map(({ handle }) => handle)).toEqual(['one', 'two']);
    expect(products[0]?.bodyHtml).toBe('<p>first\r\nsecond, "third"</p>');
  });

  it('keeps the first of two products with one handle and names the row of the second', () => {
    const sized = (handle: string, title: string, size: string): Cells => ({
      ...plain(handle),
      Title: title,
      'Option1 Name': 'Size',
      'Option1 Value': size,
      'Variant SKU': '',
    });
    const { products, report } = read(
      csv([
        sized('tee', 'Tee', 'S'),
        plain('mug'),
        sized('tee', '', 'M'),
        sized('tee', 'Another tee', 'L'),
        sized('tee', '', 'XL'),
        plain('jar'),
      ]),
    );
    expect(products.map(({ handle, variants }) => [handle, variants.map(({ sku }) => sku)])).toEqual([
      ['tee', ['tee-s', 'tee-m']],
      ['mug', ['SKU-mug']],
      ['jar', ['SKU-jar']],
    ]);
    expect(report).toEqual([{ row: 5, column: 'Handle', reason: 'handle_doubled', value: 'tee' }]);
  });

  it('makes a SKU where there is none or where it is taken', () => {
    const { products, report } = read(
      csv([plain('a', { 'Variant SKU': '' }), plain('b', { 'Variant SKU': 'X' }), plain('c', { 'Variant SKU': 'X' })]),
    );
    expect(products.map(({ variants }) => variants[0]?.sku)).toEqual(['a', 'X', 'c']);
    expect(report).toEqual([{ row: 4, column: 'Variant SKU', reason: 'sku_doubled', value: 'X' }]);
  });

  it('leaves out what cannot be sold, says why, and keeps the rest', () => {
    const { products, report } = read(
      csv([
        plain('good', { 'Variant Compare At Price': '29.90', Published: 'false' }),
        plain('cheap', { 'Variant Price': '1,50' }),
        plain('', {}),
        plain('bad/handle'),
        plain('untitled', { Title: '' }),
        plain('few', { 'Variant Inventory Qty': '-2', 'Variant Grams': 'light', 'Variant Compare At Price': 'much' }),
        plain('archived', { Status: 'archived', 'Variant Inventory Qty': '' }),
      ]),
    );
    expect(products.map(({ handle, status }) => [handle, status])).toEqual([
      ['good', 'draft'],
      ['few', 'active'],
      ['archived', 'archived'],
    ]);
    expect(products[0]?.variants[0]?.compareAtMinor).toBe(2990);
    expect(products[1]?.variants[0]).toEqual({
      sku: 'SKU-few',
      optionValues: [],
      priceMinor: 1990,
      stock: 0,
      weightGrams: 0,
    });
    expect(report.map(({ row, column, reason }) => `${row} ${column} ${reason}`)).toEqual([
      '3 Variant Price price_malformed',
      '3 Handle no_variant_left',
      '4 Handle handle_missing',
      '5 Handle handle_malformed',
      '6 Title title_missing',
      '7 Variant Inventory Qty stock_malformed',
      '7 Variant Grams weight_malformed',
      '7 Variant Compare At Price compare_at_malformed',
      '8 Variant Inventory Qty stock_unknown',
    ]);
    expect(report[0] && describeImportProblem(report[0])).toBe(
      'Row 3, Variant Price: This is no amount of the chosen currency; the variant was left out. (was “1,50”)',
    );
  });

  it.each<[CurrencyCode, string, number]>([
    ['EUR', '19.90', 1990],
    ['JPY', '1990', 1990],
    ['JPY', '1990.00', 1990],
    ['KWD', '1.990', 1990],
  ])('counts %s %s in its own minor units', (currency, price, minor) => {
    expect(read(csv([plain('p', { 'Variant Price': price })]), currency).products[0]?.variants[0]?.priceMinor).toBe(
      minor,
    );
  });

  it.each<[CurrencyCode, string]>([
    ['EUR', '19.999'],
    ['JPY', '19.90'],
    ['EUR', '-1'],
    ['EUR', '1e3'],
    ['EUR', '99999999.99'],
  ])('takes %s %s for no price', (currency, price) => {
    expect(read(csv([plain('p', { 'Variant Price': price })]), currency).products).toEqual([]);
  });

  it('is not fooled by a column called __proto__', () => {
    const columns = [...COLUMNS, '__proto__'];
    expect(read(csv([plain('p', Object.fromEntries([['__proto__', 'x']]))], { columns })).products).toHaveLength(1);
  });
});

describe('a file that is no Shopify export', () => {
  const good = csv([plain('one'), plain('two')]);
  it.each([
    ['a stray quote', good.replace('The two', 'The "two'), { problem: 'broken_quotes', detail: { row: 3 } }],
    [
      'a quote that never closes',
      good.replace('The one', '"The one'),
      { problem: 'broken_quotes', detail: { row: 2 } },
    ],
    [
      'a row that is too long',
      good.replace('The two', 'The,two'),
      { problem: 'uneven_row', detail: { row: 3, cells: 24, columns: 23 } },
    ],
    [
      'a column named twice',
      good.replace('Vendor', 'Title'),
      { problem: 'doubled_column', detail: { column: 'Title' } },
    ],
    ['another table', 'name;price\nx;1\n', { problem: 'missing_columns' }],
    ['nothing', '', { problem: 'empty' }],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x41]), { problem: 'not_text' }],
  ])('gives no products: %s', (_, content, failure) => {
    expect(readShopifyFile(content, { currency: 'EUR' })).toMatchObject({ ok: false, ...failure });
  });
});

describe('the real export', () => {
  const file = path.resolve(import.meta.dirname, '../../../shared/data/shopify-apparel.csv');
  const absent = !existsSync(file);
  if (absent)
    console.warn(`NOT TESTED: the real Shopify export is not beside this repository (${path.relative('.', file)})`);

  it.skipIf(absent)('is read whole', () => {
    const { products, report } = read(readFileSync(file), 'USD');
    expect(report).toEqual([]);
    expect(products).toHaveLength(20);
    expect(products.flatMap(({ variants }) => variants)).toHaveLength(22);
    expect(products.find(({ handle }) => handle === 'classic-varsity-top')).toMatchObject({
      title: 'Classic Varsity Top',
      options: [{ name: 'Size', values: ['Small', 'Medium', 'Large'] }],
      tags: ['women'],
      variants: [
        { sku: 'classic-varsity-top-small', priceMinor: 6000 },
        { sku: 'classic-varsity-top-medium' },
        { sku: 'classic-varsity-top-large' },
      ],
    });
    expect(products.every(({ images }) => images.length > 0)).toBe(true);
  });
});
