import { getProductBySlug, listProductCards } from '@/lib/db/products';
import { keepShares } from '@/lib/db/referrals';
import type { ShopperId } from '@/lib/domain/ids';
import type { Market } from '@/lib/domain/market';
import { threadLink } from '@/lib/domain/messaging/ref';
import { SHARE_DAYS, type SharedCard, sharedCard } from '@/lib/domain/messaging/share';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

export type Share = { card: SharedCard; threadUrl: string; pageUrl: string };

const DAY_MS = 24 * 60 * 60_000;

/**
 * Gives her a code under which a product counts as shared by her: the same one each time, for 90 days from the last.
 * `threadUrl` leads a friend into a thread of her own, `pageUrl` to the product in a browser. Problem: "not_found".
 */
export async function shareProduct(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'page' | 'shopUrl'>,
  asked: { shopperId: ShopperId; slug: string; market: Market },
): Promise<Result<Share, 'not_found'>> {
  const { slug, market } = asked;
  const product = await getProductBySlug(deps.db, slug);
  const [card] = product ? await listProductCards(deps.db, { currency: market.currency, slugs: [slug], limit: 1 }) : [];
  if (product?.status !== 'active' || !card) return fail('not_found');
  const at = deps.now();
  const [code = ''] = await keepShares(deps.db, {
    sharerId: asked.shopperId,
    shares: [{ code: deps.newId(), target: { kind: 'product', slug } }],
    at,
    expiresAt: new Date(at.getTime() + SHARE_DAYS * DAY_MS),
  });
  return succeed({
    card: sharedCard(card, code, market),
    threadUrl: threadLink(deps.page, code),
    pageUrl: `${deps.shopUrl}/shop/shared/${code}`,
  });
}
