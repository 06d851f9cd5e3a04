import type { EditedProduct } from '../catalogue/draft-of';
import type { ProductInput } from '../catalogue/product-input';
import type { AuditFacts } from './entry';

type Known = Pick<
  ProductInput,
  'title' | 'subtitle' | 'descriptionHtml' | 'vendor' | 'tags' | 'taxClass' | 'status'
> & {
  publishAt: Date | null;
  collections: readonly string[];
  variants: readonly { sku: string; prices: Partial<Record<string, number | null>> }[];
};

/** What the log says of a product before and after: its words, state and prices by SKU; not its maker's address. */
export function auditedFacts(product: EditedProduct | ProductInput): AuditFacts {
  const known: Known = product;
  const { title, subtitle, descriptionHtml, vendor, tags, taxClass, status, publishAt, collections, variants } = known;
  const prices = variants.map(({ sku, prices: own }) => [
    sku,
    Object.fromEntries(
      Object.entries(own).flatMap(([currency, amount]) => (amount == null ? [] : [[currency, amount]])),
    ),
  ]);
  return {
    title,
    subtitle,
    descriptionHtml,
    vendor,
    tags,
    taxClass,
    status,
    publishAt: publishAt?.toISOString() ?? null,
    collections: [...collections].sort(),
    prices: Object.fromEntries(prices),
  };
}
