import 'server-only';
import type { Metadata } from 'next';
import { threadPictureAddress } from '@/lib/domain/catalogue/picture';
import type { Product } from '@/lib/domain/catalogue/product';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { formatMoney, money, toDecimalText } from '@/lib/domain/money';
import { shopWords } from '@/lib/domain/words/shop';
import { getEnv } from './wiring';

type Card = { path: string; title: string; description: string; imageFile: string | null; shopName: string };

// The size that every product has a picture in, for threads and link previews.
const PICTURE = { width: 600, height: 314 };
const OPEN_GRAPH_LOCALE = { de: 'de_DE', en: 'en_US', ar: 'ar_AR' } as const;

/** What a link to this page looks like where it is passed on. Source: ogp.me; Messenger's webview share reads the same tags. */
export function socialCard(market: PageMarket, card: Card): Pick<Metadata, 'openGraph' | 'twitter' | 'alternates'> {
  const { PUBLIC_URL } = getEnv();
  const url = new URL(card.path, PUBLIC_URL).href;
  const images = card.imageFile
    ? [{ url: new URL(threadPictureAddress(card.imageFile), PUBLIC_URL).href, ...PICTURE }]
    : [{ url: new URL('/icon.svg', PUBLIC_URL).href }];
  return {
    alternates: { canonical: url },
    openGraph: {
      type: 'website',
      url,
      title: card.title,
      description: card.description || card.shopName,
      siteName: card.shopName,
      locale: OPEN_GRAPH_LOCALE[market.language],
      images,
    },
    twitter: { card: card.imageFile ? 'summary_large_image' : 'summary' },
  };
}

/** A product's link carries its price: in words, and as the tags that shops use. */
export function productCard(product: Product, market: PageMarket, shopName: string): Metadata {
  const minors = product.variants.flatMap((variant) => variant.prices[market.currency] ?? []);
  const lowest = minors.length > 0 ? money(Math.min(...minors), market.currency) : null;
  const title = textIn(product.title, market.language);
  const subtitle = textIn(product.subtitle, market.language);
  const price = lowest && formatMoney(lowest, market.intlLocale);
  const isFrom = new Set(minors).size > 1;
  const priceWords = price && (isFrom ? shopWords[market.language].from(price) : price);
  return {
    ...socialCard(market, {
      path: `/shop/products/${product.slug}`,
      title: priceWords ? `${title} · ${priceWords}` : title,
      description: [subtitle, shopName].filter(Boolean).join(' · '),
      imageFile: product.images[0]?.file ?? null,
      shopName,
    }),
    ...(lowest
      ? { other: { 'product:price:amount': toDecimalText(lowest), 'product:price:currency': lowest.currency } }
      : {}),
  };
}
