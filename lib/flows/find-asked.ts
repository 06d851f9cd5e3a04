import { getStandingConsent } from '@/lib/db/consents';
import { getProductBySlug } from '@/lib/db/products';
import type { Product, Variant } from '@/lib/domain/catalogue/product';
import type { ShopperId } from '@/lib/domain/ids';
import type { Market } from '@/lib/domain/market';
import type { ConsentTopic } from '@/lib/domain/messaging/consent';
import type { Found } from '@/lib/domain/messaging/found';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { drawsShare } from './draws-share';

export type Asked = Extract<Found, { is: 'asked' }>;
export type AskFor = {
  ask: 'restock' | 'price';
  slug: string;
  /** The chosen variant, where one was chosen: `{ size: 'a3' }`. */
  options?: Record<string, string>;
};

/**
 * Finds what somebody wants to be told of: the chosen variant, else all of which nothing is left (restock) or the first
 * that has a price (price). Reads only. Problems: "not_found"; "in_stock", for what can be bought now.
 */
export async function findAsked(
  deps: Pick<Deps, 'db' | 'page'>,
  { ask, slug, options = {} }: AskFor,
  { market, shopperId }: { market: Market; shopperId: ShopperId | null },
): Promise<Result<Asked, 'not_found' | 'in_stock'>> {
  const product = await getProductBySlug(deps.db, slug);
  if (product?.status !== 'active') return fail('not_found');
  const chosen = chosenVariants(product, options).filter(({ prices }) => prices[market.currency] !== undefined);
  if (chosen.length === 0) return fail('not_found');
  const fitting = ask === 'restock' ? chosen.filter(({ available }) => available === 0) : chosen.slice(0, 1);
  if (fitting.length === 0) return fail('in_stock');
  const wanted = fitting.map(({ id, prices }) => ({ variantId: id, seenMinor: prices[market.currency] ?? null }));
  const optIn = await needsOptIn(deps, shopperId, 'asks');
  return succeed({ is: 'asked', ask, title: product.title, wanted, currency: market.currency, optIn });
}

/** Whether Messenger's own question is worth asking: where it has one, and she has not agreed there yet. */
export async function needsOptIn(
  { db, page }: Pick<Deps, 'db' | 'page'>,
  shopperId: ShopperId | null,
  topic: ConsentTopic,
): Promise<boolean> {
  if (await drawsShare({ db, page })) return false; // a Page of 2016 has no such question
  const standing = shopperId && (await getStandingConsent(db, shopperId, topic));
  return !standing?.sealedToken;
}

function chosenVariants(product: Product, options: Record<string, string>): Variant[] {
  const wanted = product.options.map(({ key }) => options[key]);
  if (wanted.some((value) => value === undefined)) return product.variants;
  return product.variants.filter(({ optionValues }) => optionValues.every((value, index) => value === wanted[index]));
}
