import type { Language } from '../../market';
import type { CurrencyCode } from '../../money';
import { catalogueForm } from '../import/catalogue-form';
import type { ImportedProduct, Table } from '../import/imported-product';
import { eachShopifyProduct } from '../import/shopify';
import { cellsOf } from './product-cells';
import type { ReadProduct, WantedProduct } from './record';

const NO_WORDS = { de: '', en: '' };
const NOBODY = { name: '', address: '', contact: '' };

/**
 * Products of a Shopify export, one after the other. A file has one language: its words are those of `language`, and of both for
 * a product that is new. Pictures are addresses elsewhere: a new product gets a place for each, a known one keeps its own.
 */
export function* shopifyProducts(
  table: Table,
  options: { currency: CurrencyCode; language: Language },
): Generator<ReadProduct> {
  // Made harmless where the words are compared: most are as they were.
  for (const { row, product, report } of eachShopifyProduct(table, { ...options, sanitise: (html) => html }))
    yield { wanted: product && wantedOf(product, row, options), report };
}

function wantedOf(
  product: ImportedProduct,
  row: number,
  { currency, language }: { currency: CurrencyCode; language: Language },
): WantedProduct {
  const form = catalogueForm(product);
  const all = cellsOf({
    ...form,
    subtitle: NO_WORDS,
    taxClass: 'standard',
    safety: { maker: NOBODY, responsible: NOBODY, warnings: NO_WORDS },
    seo: { title: NO_WORDS, description: NO_WORDS },
    publishAt: null,
    collections: form.collections.map(({ slug }) => slug),
  });
  const said = ['status', `title_${language}`, `description_${language}`, 'vendor', 'tags', 'collections', 'options'];
  const pick = (columns: string[]) => Object.fromEntries(columns.map((column) => [column, all[column] ?? '']));
  return {
    row,
    slug: form.slug,
    importKey: form.importKey,
    cells: pick(said),
    ifNew: pick(['title_de', 'title_en', 'description_de', 'description_en', 'pictures']),
    variants: form.variants.map(({ sku, optionValues, priceMinor, compareAtMinor, stock, weightGrams }) => ({
      row,
      sku,
      optionValues,
      weightGrams,
      archived: false,
      stock,
      prices: { [currency]: priceMinor },
      compareAt: { [currency]: compareAtMinor ?? null },
    })),
    isWhole: true,
    newCollections: form.collections,
  };
}
