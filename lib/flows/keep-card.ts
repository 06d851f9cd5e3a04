import type { Attempt } from '@/lib/db/attempts';
import type { Database } from '@/lib/db/client';
import {
  deleteKeptDetails,
  deleteRetiredCustomer,
  getCustomerId,
  getKeptCard,
  insertKeptCard,
  listCardsToDetach,
  listKeptCards,
  listRetiredCustomers,
  markCardDetached,
  markCardRemoved,
  markMethodDetached,
  putKeptDetails,
  recordCustomer,
} from '@/lib/db/kept-cards';
import { inTransaction } from '@/lib/db/transaction';
import type { OrderDetails } from '@/lib/domain/cart/address';
import { asId, type IdempotencyKey, type ShopperId } from '@/lib/domain/ids';
import type { Charge } from '@/lib/domain/payments/payment';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** Where the address that is kept with her cards is bound to. */
export function keptDetailsPlace(shopperId: ShopperId): string {
  return `kept_details.sealed:${shopperId}`;
}

/**
 * The provider's customer that her kept cards belong to, made at the first wish to keep one. Asked twice at once it is one:
 * the key is hers. Problem: "payments_unavailable".
 */
export async function ensureCustomer(
  deps: Pick<Deps, 'db' | 'cards'>,
  shopperId: ShopperId,
): Promise<Result<string, 'payments_unavailable'>> {
  const known = await getCustomerId(deps.db, shopperId);
  if (known) return succeed(known);
  const made = await deps.cards.createCustomer(shopperId, asId<IdempotencyKey>(`shopper:${shopperId}:customer`));
  if (!made.ok) return fail('payments_unavailable');
  await recordCustomer(deps.db, shopperId, made.value);
  return succeed((await getCustomerId(deps.db, shopperId)) ?? made.value);
}

/** One of her kept cards as a payment needs it. Problem: "card_gone" when it is not hers or was removed. */
export async function findKeptCard(
  deps: Pick<Deps, 'db'>,
  key: { id: string; shopperId: ShopperId },
): Promise<Result<{ methodId: string; customerId: string }, 'card_gone'>> {
  const card = await getKeptCard(deps.db, key);
  const customerId = card && (await getCustomerId(deps.db, key.shopperId));
  return card && customerId ? succeed({ methodId: card.providerMethodId, customerId }) : fail('card_gone');
}

/** In the settling transaction: what she asked to be kept, once it was paid with. */
export async function keepCard(
  deps: Pick<Deps, 'newId' | 'sealer' | 'now'>,
  tx: Database,
  { attempt, charge, details }: { attempt: Attempt; charge: Charge; details: OrderDetails },
): Promise<void> {
  const { card, method } = charge;
  if (!attempt.keepCard || !card || !method) return;
  const shopperId = asId<ShopperId>(attempt.shopperId);
  const at = deps.now();
  await insertKeptCard(tx, {
    id: deps.newId(),
    shopperId,
    providerMethodId: method.id,
    brand: card.brand,
    last4: card.last4,
    expiryMonth: method.expiryMonth,
    expiryYear: method.expiryYear,
    createdAt: at,
  });
  const sealed = deps.sealer.seal(keptDetailsPlace(shopperId), JSON.stringify(details));
  await putKeptDetails(tx, { shopperId, sealed, keptAt: at });
}

/**
 * Forgets a card at once; with the last one goes the address that was kept with it. The worker has the provider detach it,
 * however long the provider is away. Problem: "card_gone".
 */
export async function forgetCard(
  deps: Pick<Deps, 'db' | 'now' | 'wake'>,
  key: { id: string; shopperId: ShopperId },
): Promise<Result<null, 'card_gone'>> {
  const removed = await inTransaction(deps.db, async (tx) => {
    if (!(await markCardRemoved(tx, { ...key, at: deps.now() }))) return false;
    if ((await listKeptCards(tx, key.shopperId)).length === 0) await deleteKeptDetails(tx, key.shopperId);
    return true;
  });
  if (!removed) return fail('card_gone');
  deps.wake('payments');
  return succeed(null);
}

/**
 * Has the provider detach removed cards and delete the customers of who was forgotten; what it could not be told stays for
 * the next round. Answers how many went.
 */
export async function detachRemovedCards(deps: Pick<Deps, 'db' | 'cards' | 'now'>, limit = 20): Promise<number> {
  let gone = 0;
  for (const { id, providerMethodId } of await listCardsToDetach(deps.db, limit)) {
    const detached = await deps.cards.detach(providerMethodId);
    if (!detached.ok) return gone;
    await markCardDetached(deps.db, id, deps.now());
    gone += 1;
  }
  return gone + (await deleteForgottenCustomers(deps, limit));
}

/** Whoever was forgotten here is forgotten at the provider too, however long it is away. */
async function deleteForgottenCustomers(deps: Pick<Deps, 'db' | 'cards'>, limit: number): Promise<number> {
  let gone = 0;
  for (const customerId of await listRetiredCustomers(deps.db, limit)) {
    const deleted = await deps.cards.deleteCustomer(customerId);
    if (!deleted.ok) return gone;
    await deleteRetiredCustomer(deps.db, customerId);
    gone += 1;
  }
  return gone;
}

/**
 * The provider says that a card is detached, by us or at its dashboard: nobody pays with it again, so it goes here too, and
 * with the last one the address beside it. True when it was one of ours.
 */
export async function dropDetachedCard(deps: Pick<Deps, 'db' | 'now'>, methodId: string): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const shopperId = await markMethodDetached(tx, methodId, deps.now());
    if (shopperId && (await listKeptCards(tx, shopperId)).length === 0) await deleteKeptDetails(tx, shopperId);
    return shopperId !== null;
  });
}
