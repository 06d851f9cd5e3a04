import { merchantTasks } from '@/lib/db/schema/orders';
import type { Deps } from './deps';

export type TaskKind =
  | 'money_given_back'
  | 'refund_refused'
  /** The shopper's bank sent a refund back: it must be paid another way. */
  | 'refund_failed'
  /** Held money lapses within two days; it did, or was let go at the provider. */
  | 'hold_lapses'
  | 'hold_gone'
  | 'charge_without_order'
  /** Found by reconciliation: what provider and shop tell of the same money differs. */
  | 'order_without_charge'
  | 'amount_differs'
  | 'refund_missing'
  | 'event_never_came'
  /** Neither thread nor mail reaches her; a mail was refused or given up. */
  | 'shopper_not_reached'
  | 'mail_failed'
  /** Somebody in a thread wants a person, or wants to send an order back. */
  | 'person_wanted'
  | 'return_requested'
  | 'withdrawal_declared'
  /** Meta refuses the Page's token (190): nothing leaves until somebody makes a new one. */
  | 'page_token_dead'
  /** Meta holds the Page back for breaking its rules; it says something about them. */
  | 'page_restricted'
  | 'page_policy'
  /** Messenger names a payment that the provider does not know, that paid something else, or whose provider is not set up. */
  | 'native_payment_unproven'
  /** A bank or provider asks, or has taken the money back: an answer is awaited. */
  | 'dispute_inquiry'
  | 'dispute_opened';

/** Puts a happening on the merchant's list, once: the same kind and cause again changes nothing. */
export async function raiseTask(
  deps: Pick<Deps, 'db' | 'newId' | 'now'>,
  kind: TaskKind,
  cause: string,
  facts: Record<string, unknown>,
): Promise<void> {
  await deps.db
    .insert(merchantTasks)
    .values({ id: deps.newId(), kind, key: `${kind}:${cause}`, facts, createdAt: deps.now() })
    .onConflictDoNothing();
}
