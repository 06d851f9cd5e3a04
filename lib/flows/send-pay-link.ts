import { writeAudit } from '@/lib/db/audit';
import { fillCart, listVariantsOfSkus } from '@/lib/db/cart-links';
import { listLinesOfVariants } from '@/lib/db/carts';
import { getRef, insertPayLink } from '@/lib/db/referrals';
import { getShopperById } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import type { CartLine } from '@/lib/domain/cart/cart';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { type DraftLine, PAY_LINK_DAYS, payCard } from '@/lib/domain/messaging/pay-link';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { marketOfShopper, type ReplyProblem, sayInThread } from './reply-as-person';

const DAY_MS = 24 * 60 * 60 * 1000;

type Sending = { shopperId: string; merchantId: string; requestId: string; lines: DraftLine[] };

/**
 * Puts an order together for somebody and sends it into her thread as a card that leads to paying it. Nothing is held and no price
 * promised: both are looked at when she opens it. The same form twice is one card. Problems: "not_for_sale" where something
 * cannot be had in her currency at the moment; those of `replyAsPerson`.
 */
export async function sendPayLink(
  deps: Deps,
  { lines, ...asked }: Sending,
): Promise<Result<null, ReplyProblem | 'not_for_sale'>> {
  const shopper = await getShopperById(deps.db, asId<ShopperId>(asked.shopperId));
  if (!shopper) return fail('not_found');
  const market = marketOfShopper(shopper);
  const drafted = await lookAtLines(deps, lines);
  if (drafted.some(({ line }) => line?.prices[market.currency] === undefined))
    return fail('not_for_sale', { fields: { lines: 'not_for_sale' } });
  const known = drafted.flatMap(({ line, quantity }) => (line ? [{ line, quantity }] : []));
  const code = asked.requestId;
  const cards = [payCard(known, code, market)];
  const said = await sayInThread(deps, asked, { kind: 'cards', cards, quickReplies: [] }, cards[0]?.title ?? '');
  if (!said.ok) return said;
  const at = deps.now();
  await inTransaction(deps.db, async (tx) => {
    const expiresAt = new Date(at.getTime() + PAY_LINK_DAYS * DAY_MS);
    if (!(await insertPayLink(tx, { code, target: { kind: 'cart', lines }, at, expiresAt }))) return;
    const entry = { merchantId: asked.merchantId, what: 'order.drafted', about: `shopper:${asked.shopperId}` } as const;
    await writeAudit(tx, { ...entry, after: { lines }, at });
  });
  return succeed(null);
}

export type Drafted = DraftLine & { line: CartLine | null };

async function lookAtLines(deps: Pick<Deps, 'db'>, lines: readonly DraftLine[]): Promise<Drafted[]> {
  const variants = await listVariantsOfSkus(
    deps.db,
    lines.map(({ sku }) => sku),
  );
  const known = await listLinesOfVariants(
    deps.db,
    variants.map(({ id }) => id),
  );
  return lines.map((one) => {
    const variant = variants.find(({ sku }) => sku === one.sku);
    return { ...one, line: (variant && known.get(variant.id)) ?? null };
  });
}

/** What was put together under a code, as it stands today; null where there is nothing of the kind, or no longer. */
export async function readPayLink(deps: Pick<Deps, 'db' | 'now'>, code: string): Promise<Drafted[] | null> {
  const ref = /^[\w-]{16,64}$/.test(code) ? await getRef(deps.db, code) : null;
  if (ref?.target.kind !== 'cart' || !ref.expiresAt || ref.expiresAt <= deps.now()) return null;
  return lookAtLines(deps, ref.target.lines);
}

/**
 * Lays what was put together into the cart of whoever holds the link, as far as it is to be had: at least so many pieces lie there
 * afterwards, so that a second tap adds nothing. Problems: "link_over"; "nothing_left".
 */
export async function takePayLink(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'log'>,
  { code, shopperId }: { code: string; shopperId: ShopperId },
): Promise<Result<null, 'link_over' | 'nothing_left'>> {
  const drafted = await readPayLink(deps, code);
  if (!drafted) return fail('link_over');
  const lines = drafted.flatMap(({ line, quantity }) =>
    line && line.available > 0 ? [{ variantId: line.variantId, quantity: Math.min(quantity, line.available) }] : [],
  );
  if (lines.length === 0) return fail('nothing_left');
  await inTransaction(deps.db, (tx) => fillCart(tx, { cartId: deps.newId(), shopperId, lines, at: deps.now() }));
  deps.log('pay_link.taken', { lines: lines.length });
  return succeed(null);
}
