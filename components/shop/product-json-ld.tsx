import { threadPictureAddress } from '@/lib/domain/catalogue/picture';
import type { Product } from '@/lib/domain/catalogue/product';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { money, toDecimalText } from '@/lib/domain/money';
import { averageOf } from '@/lib/domain/reviews/review';

/**
 * What the page says, for machines that read shops (schema.org Product): nothing that a person could not read here too, and
 * no rating where there is none. Null where it is not sold in this market.
 */
export function productJsonLd(product: Product, market: PageMarket, shopUrl: string): object | null {
  const sold = product.variants.filter((variant) => variant.prices[market.currency] !== undefined);
  const minors = sold.map((variant) => variant.prices[market.currency] ?? 0);
  if (minors.length === 0) return null;
  const price = (minor: number) => toDecimalText(money(minor, market.currency));
  const low = Math.min(...minors);
  const high = Math.max(...minors);
  const [image] = product.images;
  const rating = { sum: product.ratingSum, count: product.ratingCount };
  const isThere = sold.some((variant) => variant.available > 0);
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: textIn(product.title, market.language),
    ...(image?.file ? { image: new URL(threadPictureAddress(image.file), shopUrl).href } : {}),
    ...(product.vendor ? { brand: { '@type': 'Brand', name: product.vendor } } : {}),
    offers: {
      ...(low === high
        ? { '@type': 'Offer', price: price(low) }
        : { '@type': 'AggregateOffer', lowPrice: price(low), highPrice: price(high), offerCount: sold.length }),
      priceCurrency: market.currency,
      availability: `https://schema.org/${isThere ? 'InStock' : 'OutOfStock'}`,
      url: new URL(`/shop/products/${product.slug}`, shopUrl).href,
    },
    ...(rating.count > 0
      ? { aggregateRating: { '@type': 'AggregateRating', ratingValue: averageOf(rating), reviewCount: rating.count } }
      : {}),
  };
}

/** Data, not script: nothing of it runs, and no text of the merchant can end the tag. */
export function ProductJsonLd({ data }: { data: object }) {
  const html = JSON.stringify(data).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped above
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: html }} />;
}
