import { createHash } from 'node:crypto';
import { getAttempt } from '@/lib/db/attempts';
import { getOpenCart } from '@/lib/db/carts';
import { getHandOffNews, getLivingHandOff, insertHandOff, spendHandOff } from '@/lib/db/hand-offs';
import { insertSession } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type CartId, type ShopperId } from '@/lib/domain/ids';
import { HANDED_OFF_SESSION_SECONDS, type HandOffPurpose } from '@/lib/domain/payments/hand-off';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type Needs = Pick<Deps, 'db' | 'newId' | 'now' | 'sealer'>;

export type IssueHandOffInput = {
  shopperId: ShopperId;
  purpose: HandOffPurpose;
  /** The payment it leads back to; without one it carries her open cart. */
  attemptId?: string;
  lifetimeSeconds: number;
};

/**
 * Makes a link's token that opens one cart of hers in another browser, once, for one purpose. Sealed with our own keys, so
 * a made-up one is known without a look at the database, which keeps only a hash. `handle` names the link and opens nothing.
 * The way back to one attempt is the same however often it is made: a provider who is asked again must be asked the same.
 * Problems: "cart_empty"; "no_attempt" when the attempt is not hers.
 */
export async function issueHandOff(
  deps: Needs,
  { shopperId, purpose, attemptId, lifetimeSeconds }: IssueHandOffInput,
): Promise<Result<{ token: string; handle: string; expiresAt: Date }, 'cart_empty' | 'no_attempt'>> {
  const cart = await cartOf(deps, shopperId, attemptId);
  if (!cart.ok) return cart;
  const now = deps.now();
  const expiresAt = new Date(now.getTime() + lifetimeSeconds * 1000);
  const { token, secret } = makeToken(deps, purpose, attemptId);
  const handle = hashOf(secret);
  await insertHandOff(deps.db, {
    tokenHash: handle,
    purpose,
    shopperId,
    cartId: cart.value,
    attemptId: attemptId ?? null,
    createdAt: now,
    expiresAt,
  });
  return succeed({ token, handle, expiresAt });
}

async function cartOf(deps: Needs, shopperId: ShopperId, attemptId: string | undefined) {
  if (attemptId === undefined) {
    const cart = await getOpenCart(deps.db, shopperId);
    return cart && cart.lines.length > 0 ? succeed(cart.id as string) : fail('cart_empty');
  }
  const attempt = await getAttempt(deps.db, attemptId);
  return attempt?.shopperId === shopperId ? succeed(attempt.cartId) : fail('no_attempt');
}

export type HandedOff = { shopperId: ShopperId; cartId: CartId; attemptId: string | null };

/** Whose cart a token would open, spending nothing. Problem: "hand_off_over" for one that is spent, too old or not ours. */
export async function peekHandOff(
  deps: Needs,
  { token, purpose }: { token: string; purpose: HandOffPurpose },
): Promise<Result<HandedOff, 'hand_off_over'>> {
  const tokenHash = readToken(deps, token, purpose);
  const found = tokenHash && (await getLivingHandOff(deps.db, { tokenHash, purpose, now: deps.now() }));
  return found ? succeed(handedOff(found)) : fail('hand_off_over');
}

/**
 * Spends a token and opens a session under `sessionTokenHash` that sees its one cart and checkout, for two hours; null
 * opens none (she is signed in here already). Two at once: one opens it. Problem: "hand_off_over".
 */
export async function redeemHandOff(
  deps: Needs,
  input: { token: string; purpose: HandOffPurpose; sessionTokenHash: string | null },
): Promise<Result<HandedOff, 'hand_off_over'>> {
  const { purpose, sessionTokenHash } = input;
  const tokenHash = readToken(deps, input.token, purpose);
  if (!tokenHash) return fail('hand_off_over');
  return inTransaction(deps.db, async (tx) => {
    const now = deps.now();
    const spent = await spendHandOff(tx, { tokenHash, purpose, now });
    if (!spent) return fail('hand_off_over');
    const value = handedOff(spent);
    const expiresAt = new Date(now.getTime() + HANDED_OFF_SESSION_SECONDS * 1000);
    if (sessionTokenHash !== null)
      await insertSession(tx, {
        tokenHash: sessionTokenHash,
        shopperId: value.shopperId,
        onlyCartId: value.cartId,
        at: now,
        expiresAt,
      });
    return succeed(value);
  });
}

export type HandOffNews = { is: 'waiting' } | { is: 'opened' } | { is: 'paid'; orderId: string };

/** What became of a link, for the page that gave it away and stayed open; null when it is not hers. */
export async function followHandOff(
  deps: Pick<Deps, 'db'>,
  key: { handle: string; shopperId: ShopperId },
): Promise<HandOffNews | null> {
  const news = await getHandOffNews(deps.db, { tokenHash: key.handle, shopperId: key.shopperId });
  if (!news) return null;
  if (news.orderId) return { is: 'paid', orderId: news.orderId };
  return { is: news.opened ? 'opened' : 'waiting' };
}

function handedOff(row: { shopperId: string; cartId: string; attemptId: string | null }): HandedOff {
  return { shopperId: asId<ShopperId>(row.shopperId), cartId: asId<CartId>(row.cartId), attemptId: row.attemptId };
}

// The purpose is part of what is sealed: a token made for one opens nothing else.
function placeOf(purpose: HandOffPurpose): string {
  return `hand_offs.token:${purpose}`;
}

function makeToken(deps: Needs, purpose: HandOffPurpose, attemptId: string | undefined) {
  if (attemptId !== undefined) {
    const token = `${attemptId}.${deps.sealer.mark(placeOf(purpose), attemptId)}`;
    return { token, secret: token };
  }
  const secret = deps.newId() + deps.newId();
  return { token: deps.sealer.seal(placeOf(purpose), secret), secret };
}

function readToken(deps: Needs, token: string, purpose: HandOffPurpose): string | null {
  const [attemptId = '', mark = '', ...more] = token.split('.');
  if (more.length === 0) return deps.sealer.isMark(placeOf(purpose), attemptId, mark) ? hashOf(token) : null;
  try {
    return hashOf(deps.sealer.open(placeOf(purpose), token));
  } catch {
    return null; // not sealed by us, or for something else
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
