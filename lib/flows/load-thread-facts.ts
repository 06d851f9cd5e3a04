import { listVariantsOfSkus } from '@/lib/db/cart-links';
import { listFaq } from '@/lib/db/faq';
import { getCollectionSlugOfProduct, getProductSlugOfSku } from '@/lib/db/product-lookup';
import { countProducts, getCollection, getProductBySlug, listCollections, listProductCards } from '@/lib/db/products';
import { getProductSlugOfAd, getRef } from '@/lib/db/referrals';
import type { Product, ProductCard } from '@/lib/domain/catalogue/product';
import type { ShopperId } from '@/lib/domain/ids';
import { type Market, textIn } from '@/lib/domain/market';
import { matchFaq } from '@/lib/domain/messaging/faq';
import type { Found } from '@/lib/domain/messaging/found';
import type { Shelf } from '@/lib/domain/messaging/product-cards';
import { type RefTarget, readPlainRef } from '@/lib/domain/messaging/ref';
import type { ServiceRequest } from '@/lib/domain/messaging/requests';
import { stockAsked } from '@/lib/domain/messaging/stock-question';
import type { Wish } from '@/lib/domain/messaging/wish';
import type { Deps } from './deps';
import { type AskFor, findAsked, needsOptIn } from './find-asked';
import { findProductCards } from './find-products';
import { serveRequest } from './serve-request';
import { readTesterRef } from './tester-ref';

/** `typed`: her own words, where she typed any: the merchant's answers come before the order. */
type Asking = { market: Market; shopperId: ShopperId | null; typed?: string | null };

const SHOWN = 10;

/** Looks up what a wish is about: products, collections, her own orders. Reads only, save where she confirms a request. */
export async function findForWish(deps: Deps, wish: Wish, asking: Asking): Promise<Found> {
  switch (wish.kind) {
    case 'greeting':
      return { is: 'welcome', shelf: await shelfOf(deps, asking, null) };
    case 'products':
      return { is: 'shelf', shelf: await shelfOf(deps, asking, wish.collection, wish.from) };
    case 'collections':
      return { is: 'collections', collections: await listCollections(deps.db) };
    case 'words':
      return findByWords(deps, wish.text, asking);
    case 'orders': {
      const answered = await answeredByMerchant(deps, asking.typed);
      return answered ?? serveRequest(deps, { kind: 'order', number: null }, asking.shopperId);
    }
    case 'request':
      return serve(deps, wish.request, asking);
    case 'product':
      return findProduct(deps, wish, asking);
    case 'sku': {
      const slug = await getProductSlugOfSku(deps.db, wish.sku);
      return slug ? findProduct(deps, { slug, greet: false, sku: wish.sku }, asking) : { is: 'unclear' };
    }
    case 'ref':
      return findByRef(deps, wish, asking);
    default:
      return { is: wish.kind };
  }
}

async function findByRef(
  deps: Deps,
  { refs, metaAdId, otherwise, returns }: Extract<Wish, { kind: 'ref' }>,
  asking: Asking,
): Promise<Found> {
  const greet = otherwise.kind === 'greeting' && !returns;
  for (const ref of refs) {
    const merchantId = readTesterRef(deps, ref);
    if (merchantId) return { is: 'tester', merchantId };
    const target = (await getRef(deps.db, ref))?.target ?? readPlainRef(ref);
    const found = await (target
      ? findTarget(deps, target, { greet, asking })
      : findByName(deps, ref, { greet, asking }));
    if (found) return found;
  }
  const advertised = metaAdId === null ? null : await getProductSlugOfAd(deps.db, metaAdId);
  if (advertised) return findProduct(deps, { slug: advertised, greet }, asking);
  return findForWish(deps, otherwise, asking);
}

async function serve(deps: Deps, request: ServiceRequest, asking: Asking): Promise<Found> {
  switch (request.kind) {
    case 'news':
      return { is: 'news', state: 'ask', optIn: await needsOptIn(deps, asking.shopperId, 'news') };
    case 'news_confirmed':
      return { is: 'news', state: 'agreed', optIn: false };
    case 'tell_me':
      return tellMe(deps, request, { greet: false, asking });
    case 'cancel':
    case 'return': {
      // "How long can I send it back?" is a question; "send it back" is not.
      const isQuestion = request.number === null && asking.typed?.includes('?');
      const answered = isQuestion ? await answeredByMerchant(deps, asking.typed) : null;
      return answered ?? serveRequest(deps, request, asking.shopperId);
    }
    default:
      return serveRequest(deps, request, asking.shopperId);
  }
}

async function answeredByMerchant({ db }: Pick<Deps, 'db'>, typed: string | null | undefined): Promise<Found | null> {
  const entry = typed ? matchFaq(await listFaq(db), typed) : null;
  return entry && { is: 'faq', entry };
}

// What can be bought after all is shown instead.
async function tellMe(deps: Pick<Deps, 'db' | 'page'>, wish: AskFor, { greet, asking }: Arrival): Promise<Found> {
  const asked = await findAsked(deps, wish, asking);
  return asked.ok ? asked.value : findProduct(deps, { slug: wish.slug, greet }, asking);
}

type Arrival = { greet: boolean; asking: Asking };

/** A bare name: the address of a product or of a collection. */
async function findByName(deps: Pick<Deps, 'db'>, name: string, { greet, asking }: Arrival): Promise<Found | null> {
  const product = await getProductBySlug(deps.db, name);
  if (product && product.status !== 'draft') return findProduct(deps, { slug: name, greet }, asking);
  return (await getCollection(deps.db, name)) ? { is: 'shelf', shelf: await shelfOf(deps, asking, name) } : null;
}

async function findTarget(
  deps: Pick<Deps, 'db' | 'page'>,
  target: RefTarget,
  { greet, asking }: Arrival,
): Promise<Found | null> {
  switch (target.kind) {
    case 'shop':
      return null;
    case 'product':
      return findProduct(deps, { slug: target.slug, greet }, asking);
    case 'tell_me':
      return tellMe(deps, target, { greet, asking });
    case 'collection':
      return { is: 'shelf', shelf: await shelfOf(deps, asking, target.slug) };
    case 'coupon':
      return { is: 'coupon', code: target.code, taken: false, shelf: await shelfOf(deps, asking, null) };
    case 'cart': {
      const variants = await listVariantsOfSkus(
        deps.db,
        target.lines.map((line) => line.sku),
      );
      const fill = target.lines.flatMap(({ sku, quantity }) => {
        const variant = variants.find((one) => one.sku === sku);
        return variant ? [{ variantId: variant.id, quantity: Math.min(quantity, variant.available) }] : [];
      });
      return fill.length > 0 ? { is: 'cart_link', fill, asked: target.lines.length } : null;
    }
  }
}

async function findByWords(deps: Pick<Deps, 'db'>, text: string, { market }: Asking): Promise<Found> {
  const answered = await answeredByMerchant(deps, text);
  if (answered) return answered;
  const found = await findProductCards(deps, { text, currency: market.currency, limit: SHOWN });
  if (found.total === 0) return { is: 'nothing', words: text, collections: await listCollections(deps.db) };
  const shelf = { ...found, path: `/shop/search?q=${encodeURIComponent(text)}` };
  return (await findStock(deps, shelf, text, market)) ?? { is: 'shelf', shelf };
}

// "Have you got the wave in A4?": said of the product that fits best.
async function findStock(
  deps: Pick<Deps, 'db'>,
  shelf: Shelf,
  text: string,
  { language }: Market,
): Promise<Found | null> {
  const product = shelf.cards[0] && (await getProductBySlug(deps.db, shelf.cards[0].slug));
  const asked = product ? stockAsked(product, text, language) : null;
  return product && asked
    ? {
        is: 'stock',
        title: textIn(product.title, language),
        ...asked,
        shelf: { ...shelf, cards: shelf.cards.slice(0, 1), total: 1 },
      }
    : null;
}

async function findProduct(
  deps: Pick<Deps, 'db'>,
  { slug, greet, sku = null }: { slug: string; greet: boolean; sku?: string | null },
  asking: Asking,
): Promise<Found> {
  const product = await getProductBySlug(deps.db, slug);
  if (!product || product.status === 'draft')
    return { is: 'unknown_product', others: await shelfOf(deps, asking, null) };
  const [card] = await listProductCards(deps.db, { currency: asking.market.currency, slugs: [slug], limit: 1 });
  const state = card ? (card.soldOut ? 'sold_out' : 'for_sale') : 'archived';
  const others = state === 'for_sale' ? { cards: [], total: 0, path: '/shop' } : await othersThan(deps, asking, slug);
  return { is: 'product', state, product: card ?? cardOf(product), greet, others, sku };
}

async function othersThan(deps: Pick<Deps, 'db'>, asking: Asking, slug: string): Promise<Shelf> {
  const collection = await getCollectionSlugOfProduct(deps.db, slug);
  const wanted = (cards: ProductCard[]) => cards.filter((card) => card.slug !== slug && !card.soldOut).slice(0, SHOWN);
  const near = await shelfOf(deps, asking, collection);
  const found = wanted(near.cards);
  if (found.length > 0) return { cards: found, total: found.length, path: near.path };
  const all = await shelfOf(deps, asking, null);
  const any = wanted(all.cards);
  return { cards: any, total: any.length, path: '/shop' };
}

async function shelfOf(
  deps: Pick<Deps, 'db'>,
  { market }: Asking,
  collection: string | null,
  from = 0,
): Promise<Shelf> {
  const known = collection && (await getCollection(deps.db, collection)) ? collection : undefined;
  const [cards, all] = await Promise.all([
    listProductCards(deps.db, { currency: market.currency, collection: known, limit: SHOWN + 2, offset: from }),
    countProducts(deps.db, { collection: known }),
  ]);
  const total = Math.max(0, all - from);
  const path = known ? `/shop/collections/${known}` : '/shop';
  const rest = { cards, total, all, path };
  return total > SHOWN ? { ...rest, next: { collection: known ?? null, from: from + SHOWN - 1 } } : rest;
}

function cardOf(product: Product): ProductCard {
  const { slug, title, subtitle, images } = product;
  return { slug, title, subtitle, fromMinor: null, severalPrices: false, soldOut: true, image: images[0] ?? null };
}
