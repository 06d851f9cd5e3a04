import { type CurrencyCode, isCurrency } from '../currencies';
import type { Language } from '../market';
import { money, toDecimalText } from '../money';
import { localText } from '../shop-time';
import type { Product } from './product';
import { EMPTY_DRAFT, type ProductDraft } from './product-draft';

type Amounts = Partial<Record<string, number>>;

/** What the editor needs to know of a product beside what the shop shows. */
export type EditedProduct = Omit<Product, 'variants' | 'id' | 'ratingSum' | 'ratingCount'> & {
  publishAt: Date | null;
  collections: string[];
  variants: {
    id: string;
    sku: string;
    barcode: string;
    optionValues: string[];
    weightGrams: number;
    prices: Amounts;
    compareAtPrices: Amounts;
  }[];
};

/** A product as the editor shows it; amounts with the comma or point of the merchant's language. */
export function draftOf(product: EditedProduct, language: Language): ProductDraft {
  const { title, subtitle, descriptionHtml, vendor, tags, taxClass, status, options, images, collections } = product;
  const { safety, seo, publishAt } = product;
  return {
    title,
    subtitle,
    descriptionHtml,
    seoTitle: seo?.title ?? EMPTY_DRAFT.seoTitle,
    seoDescription: seo?.description ?? EMPTY_DRAFT.seoDescription,
    warnings: safety?.warnings ?? EMPTY_DRAFT.warnings,
    vendor,
    tags: tags.join(', '),
    taxClass,
    status,
    publishAt: publishAt ? localText(publishAt) : '',
    maker: safety?.maker ?? EMPTY_DRAFT.maker,
    responsible: safety?.responsible ?? EMPTY_DRAFT.responsible,
    collections,
    options,
    images,
    variants: product.variants.map((variant) => ({
      id: variant.id,
      optionValues: variant.optionValues,
      sku: variant.sku,
      barcode: variant.barcode,
      weight: variant.weightGrams === 0 ? '' : String(variant.weightGrams),
      stock: '',
      prices: amountTexts(variant.prices, language),
      compareAt: amountTexts(variant.compareAtPrices, language),
    })),
  };
}

function amountTexts(amounts: Amounts, language: Language): Partial<Record<CurrencyCode, string>> {
  const texts = Object.entries(amounts).flatMap(([currency, amountMinor]) => {
    if (!isCurrency(currency) || amountMinor === undefined) return [];
    const text = toDecimalText(money(amountMinor, currency));
    return [[currency, language === 'de' ? text.replace('.', ',') : text]];
  });
  return Object.fromEntries(texts);
}
