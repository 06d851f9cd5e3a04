import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Database } from './client';
import { deleteReviewsOf } from './reviews';
import { conversations, threadEntries } from './schema/conversations';
import { codeTries, discountRedemptions } from './schema/discounts';
import { outgoingMessages, webhookEvents } from './schema/messages';
import { orderAddressChanges, orderNotes } from './schema/order-desk';
import { orders, paymentAttempts } from './schema/orders';
import { consents, merchantThreads, productAsks } from './schema/outreach';
import { cartLines, carts, shopperSessions, shoppers } from './schema/shoppers';
import { handOffs, keptCards, keptDetails, retiredCustomers } from './schema/ways';
import { seenProducts, wishes } from './schema/wishes';
import { together } from './transaction';

/** A person in all the rows that she has: as the Page knows her, and the guests that turned out to be her. */
export type Traces = { shopperIds: string[]; psids: string[] };

/** Every row of these people, locked for the transaction. `psids`: who they may be to our Page. */
export async function findTraces(tx: Database, pageId: string, psids: string[]): Promise<Traces> {
  const known = await tx
    .select({ id: shoppers.id })
    .from(shoppers)
    .where(and(eq(shoppers.pageId, pageId), inArray(shoppers.psid, psids)))
    .for('update');
  const ids = known.map(({ id }) => id);
  if (ids.length === 0) return { shopperIds: [], psids };
  const guests = await tx
    .select({ id: shoppers.id })
    .from(shoppers)
    .where(inArray(shoppers.claimedBy, ids))
    .for('update');
  return { shopperIds: [...ids, ...guests.map(({ id }) => id)], psids };
}

/** The same for somebody who asks by herself: as the Page knows her, or a guest whom nobody else turned out to be. */
export async function findTracesOfShopper(tx: Database, pageId: string, shopperId: string): Promise<Traces> {
  const [her] = await tx.select({ psid: shoppers.psid }).from(shoppers).where(eq(shoppers.id, shopperId)).for('update');
  if (her?.psid) return findTraces(tx, pageId, [her.psid]);
  return { shopperIds: her ? [shopperId] : [], psids: [] };
}

/** Whether money of hers may be moving just now. */
export async function hasOpenAttempt(tx: Database, { shopperIds }: Traces): Promise<boolean> {
  if (shopperIds.length === 0) return false;
  const open = and(inArray(paymentAttempts.shopperId, shopperIds), eq(paymentAttempts.status, 'open'));
  return (await tx.select({ id: paymentAttempts.id }).from(paymentAttempts).where(open).limit(1)).length > 0;
}

/** Ends every session of hers and every link that could open one. */
export async function endSessions(tx: Database, { shopperIds }: Traces): Promise<void> {
  if (shopperIds.length === 0) return;
  await together([
    tx.delete(shopperSessions).where(inArray(shopperSessions.shopperId, shopperIds)),
    tx.delete(handOffs).where(inArray(handOffs.shopperId, shopperIds)),
    tx
      .update(shoppers)
      .set({ mayWrite: 'refused' })
      .where(and(inArray(shoppers.id, shopperIds), eq(shoppers.mayWrite, 'granted'))),
  ]);
}

/**
 * Takes everything out that says who she is: thread, profile, carts, kept cards and addresses, details of attempts that
 * bought nothing, what the desk noted, her reviews. Orders with their address, invoices, refunds and the ledger stay as they
 * are, of a shopper without a name: `keptOrders` when there are any. Cards go to the worker, which has the provider detach
 * them. `reviewed`: the products that her reviews were about, which are to be counted anew.
 */
export async function eraseTraces(
  tx: Database,
  traces: Traces,
  at: Date,
): Promise<{ keptOrders: boolean; reviewed: string[] }> {
  const { shopperIds } = traces;
  await eraseThread(tx, traces, at);
  if (shopperIds.length === 0) return { keptOrders: false, reviewed: [] };
  await endSessions(tx, traces);
  await eraseBelongings(tx, shopperIds, at);
  await retireCustomers(tx, shopperIds, at);
  const nobody = { pageId: null, psid: null, firstName: null, locale: null, market: null, language: null };
  await tx
    .update(shoppers)
    .set({ ...nobody, unreachable: null, lastMessageAt: null, providerCustomerId: null, mayWrite: null })
    .where(inArray(shoppers.id, shopperIds));
  await tx
    .update(shoppers)
    .set({ stoppedAt: null, unclearInRow: 0, quietUntil: null, erasedAt: at })
    .where(inArray(shoppers.id, shopperIds));
  const kept = await tx.select({ id: orders.id }).from(orders).where(inArray(orders.shopperId, shopperIds)).limit(1);
  return { keptOrders: kept.length > 0, reviewed: await deleteReviewsOf(tx, shopperIds) };
}

/**
 * What she wrote, what she was sent, and what the shop noted of it; how long she waited stays, of nobody. An event that
 * nobody has worked yet is not worked any more.
 */
async function eraseThread(tx: Database, { shopperIds, psids }: Traces, at: Date): Promise<void> {
  await tx
    .delete(outgoingMessages)
    .where(or(inArray(outgoingMessages.psid, psids), inArray(outgoingMessages.shopperId, shopperIds)));
  if (shopperIds.length > 0) {
    await tx.delete(threadEntries).where(inArray(threadEntries.shopperId, shopperIds));
    await tx.delete(conversations).where(inArray(conversations.shopperId, shopperIds));
  }
  if (psids.length === 0) return;
  const hers = sql`${webhookEvents.source} = 'messenger' and ${webhookEvents.payload} ->> 'psid' in ${psids}`;
  const isOpen = sql`${webhookEvents.status} in ('waiting', 'set_aside')`;
  await tx.update(webhookEvents).set({ status: 'without_effect', doneAt: at }).where(and(hers, isOpen));
  await tx
    .update(webhookEvents)
    .set({ payload: { erased: true }, lastProblem: null })
    .where(hers);
}

/** The provider still knows her under a customer of its own: the worker has that one deleted. */
async function retireCustomers(tx: Database, shopperIds: string[], at: Date): Promise<void> {
  const known = await tx
    .select({ customerId: shoppers.providerCustomerId })
    .from(shoppers)
    .where(inArray(shoppers.id, shopperIds));
  const rows = known.flatMap(({ customerId }) => (customerId ? [{ customerId, retiredAt: at }] : []));
  if (rows.length > 0) await tx.insert(retiredCustomers).values(rows).onConflictDoNothing();
}

async function eraseBelongings(tx: Database, shopperIds: string[], at: Date): Promise<void> {
  const herCarts = tx.select({ id: carts.id }).from(carts).where(inArray(carts.shopperId, shopperIds));
  const ordered = tx.select({ id: orders.attemptId }).from(orders).where(inArray(orders.shopperId, shopperIds));
  const herOrders = tx.select({ id: orders.id }).from(orders).where(inArray(orders.shopperId, shopperIds));
  const tries = shopperIds.flatMap((id) => [`code:shopper:${id}`, `free:shopper:${id}`]);
  await together([
    tx.delete(cartLines).where(inArray(cartLines.cartId, herCarts)),
    tx
      .update(carts)
      .set({ sealedDetails: null, sealedNote: null, discountCode: null, shippingOptionId: null })
      .where(inArray(carts.shopperId, shopperIds)),
    tx
      .update(carts)
      .set({ status: 'merged', updatedAt: at })
      .where(and(inArray(carts.shopperId, shopperIds), eq(carts.status, 'open'))),
    tx.delete(keptDetails).where(inArray(keptDetails.shopperId, shopperIds)),
    tx.update(keptCards).set({ brand: '', last4: '' }).where(inArray(keptCards.shopperId, shopperIds)),
    tx
      .update(keptCards)
      .set({ removedAt: at })
      .where(and(inArray(keptCards.shopperId, shopperIds), isNull(keptCards.removedAt))),
    tx
      .update(paymentAttempts)
      .set({ sealedDetails: null, customerId: null })
      .where(and(inArray(paymentAttempts.shopperId, shopperIds), sql`${paymentAttempts.id} not in (${ordered})`)),
    // Her first name was among what an order is found by; the worker makes the marks anew, of the address alone.
    tx.update(orders).set({ searchMarks: null }).where(inArray(orders.shopperId, shopperIds)),
    tx.delete(orderNotes).where(inArray(orderNotes.orderId, herOrders)),
    tx.delete(orderAddressChanges).where(inArray(orderAddressChanges.orderId, herOrders)),
    tx.delete(wishes).where(inArray(wishes.shopperId, shopperIds)),
    tx.delete(seenProducts).where(inArray(seenProducts.shopperId, shopperIds)),
    tx.delete(productAsks).where(inArray(productAsks.shopperId, shopperIds)),
    tx.delete(consents).where(inArray(consents.shopperId, shopperIds)),
    tx.delete(merchantThreads).where(inArray(merchantThreads.shopperId, shopperIds)),
    tx.delete(codeTries).where(inArray(codeTries.key, tries)),
    tx.update(discountRedemptions).set({ personMark: null }).where(inArray(discountRedemptions.shopperId, shopperIds)),
  ]);
}
