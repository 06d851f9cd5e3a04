import { mustAskMayWrite } from '@/lib/db/shopper-contact';
import type { Psid, ShopperId } from '@/lib/domain/ids';
import type { Deps } from './deps';

/** What a checkout must know of who pays. */
export async function buyerOf(
  { db }: Pick<Deps, 'db'>,
  { shopperId, psid }: { shopperId: ShopperId; psid: Psid | null },
): Promise<{ isInThread: boolean; mustAsk: boolean }> {
  return { isInThread: psid !== null, mustAsk: psid !== null && (await mustAskMayWrite(db, shopperId)) };
}
