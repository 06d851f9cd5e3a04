import { describe, expect, it } from 'vitest';
import { openTable } from '@/lib/import/open-table';
import type { Table } from '../import/imported-product';
import { formatOf, guessMapping } from './file-format';
import { shopifyProducts } from './from-shopify';
import { eachMetaProduct } from './read-meta';
import { eachOwnProduct } from './read-own';

async function table(text: string): Promise<Table> {
  const opened = await openTable(text);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.value;
}
const nobody = () => undefined;

describe('a file of Meta', () => {
  const HEAD =
    'id,title,description,availability,price,sale_price,item_group_id,color,brand,product_type,quantity_to_sell_on_facebook\n';

  it('makes one product of a group, named by what its titles share', async () => {
    const file = `${HEAD}A-1,Tasse – Rot,"Aus Ton.\n<b>Fest</b>",in stock,24.90 EUR,19.90 EUR,cup,Rot,Töpfer,Haus > Geschirr,4
A-2,Tasse – Blau,,out of stock,24.90 EUR,,cup,Blau,Töpfer,,0\n`;
    const [read, ...others] = [...eachMetaProduct(await table(file), nobody)];
    expect(others).toEqual([]);
    expect(read).toMatchObject({
      report: [],
      wanted: {
        slug: 'tasse',
        importKey: 'meta:cup',
        ifNew: {
          title_de: 'Tasse',
          description_de: '<p>Aus Ton.</p><p>&lt;b&gt;Fest&lt;/b&gt;</p>',
          collections: 'geschirr',
        },
        variants: [
          { sku: 'A-1', optionValues: ['rot'], stock: 4, prices: { EUR: 1990 }, compareAt: { EUR: 2490 } },
          { sku: 'A-2', optionValues: ['blau'], stock: 0, prices: { EUR: 2490 }, compareAt: {} },
        ],
      },
    });
  });

  it('names what is wrong, and leaves what the shop has its words', async () => {
    const file = `${HEAD}A-1,Tasse,,in stock,24 Taler,,,,,,\nB-1,Krug,,in stock,"9.50 EUR",,,,,,\n`;
    const reads = [...eachMetaProduct(await table(file), (sku) => (sku === 'B-1' ? 'jug' : undefined))];
    expect(reads).toMatchObject([
      { wanted: null, report: [{ row: 2, column: 'price', reason: 'price_malformed', value: '24 Taler' }] },
      { wanted: { slug: 'jug', cells: {}, ifNew: {}, variants: [{ prices: { EUR: 950 } }] }, report: [] },
    ]);
  });
});

describe('our own file', () => {
  it('says nothing about a product in rows that only have variants, and refuses rows that differ', async () => {
    const only = await table('slug,sku,title_de,stock\ncup,B,,4\n');
    expect([...eachOwnProduct(only, nobody)]).toMatchObject([
      { wanted: { cells: {}, variants: [{ sku: 'B', stock: 4 }] } },
    ]);
    const differing = await table('slug,sku,title_de\ncup,A,Tasse\ncup,B,Becher\ncup,A,\n');
    expect([...eachOwnProduct(differing, nobody)]).toMatchObject([
      {
        wanted: null,
        report: [
          { row: 3, column: 'title_de', reason: 'differs_from_first_row' },
          { row: 4, column: 'sku', reason: 'variant_doubled' },
        ],
      },
    ]);
  });

  it('row 52: takes no column for more than a name', async () => {
    const file = await table('slug,sku,__proto__,constructor\ncup,A,x,y\n');
    const [read] = [...eachOwnProduct(file, nobody)];
    expect(read?.wanted?.cells).toEqual({});
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

it('a Shopify file speaks one language', async () => {
  const file = await table(
    'Handle,Title,Option1 Name,Option1 Value,Variant Price,Variant SKU,Variant Inventory Qty\ncup,Cup,Title,Default Title,5.00,CUP,1\n',
  );
  const [read] = [...shopifyProducts(file, { currency: 'USD', language: 'en' })];
  expect(read?.wanted?.cells).toMatchObject({ title_en: 'Cup' });
  expect(read?.wanted?.cells).not.toHaveProperty('title_de');
  expect(read?.wanted?.ifNew).toMatchObject({ title_de: 'Cup', title_en: 'Cup' });
});

describe('what a file is', () => {
  it.each([
    [['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Variant Price'], 'shopify'],
    [['sku', 'price_EUR'], 'own'],
    [['id', 'title', 'price', 'availability', 'link'], 'meta'],
    [['Artikelnummer', 'Preis'], null],
  ])('%j is %s', (columns, format) => expect(formatOf({ columns })).toBe(format));

  it('is guessed from its heads, each used once', () => {
    expect(guessMapping(['Artikelnr.', 'Bezeichnung', 'VK', 'Bestand', 'EAN', 'Farbe'])).toEqual({
      sku: 'Artikelnr.',
      title: 'Bezeichnung',
      price: 'VK',
      stock: 'Bestand',
      barcode: 'EAN',
    });
  });

  it.each([
    ['a,b\n"1,2",3\n', ['1,2', '3']],
    ['\ufeffa;b\r\n"1;2";3\r\n', ['1;2', '3']],
    ['a\tb\n1\t3\n', ['1', '3']],
  ])('%j is read by the sign that parts its heads', async (text, cells) => {
    const { columns, rows } = await table(text);
    expect(columns).toEqual(['a', 'b']);
    expect(columns.map((column) => rows[0]?.cells.get(column))).toEqual(cells);
  });
});
