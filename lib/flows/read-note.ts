import { getNoteOfOrder } from '@/lib/db/cart-notes';
import type { Deps } from './deps';
import { notePlace } from './keep-note';

/** What she wanted said with an order; empty where she said nothing. */
export async function readNote(
  { db, sealer }: Pick<Deps, 'db' | 'sealer'>,
  orderId: string,
): Promise<{ note: string; isGift: boolean }> {
  const kept = await getNoteOfOrder(db, orderId);
  const note = kept?.sealedNote ? sealer.open(notePlace(kept.cartId), kept.sealedNote) : '';
  return { note, isGift: kept?.isGift ?? false };
}
