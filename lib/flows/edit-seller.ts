import { saveSeller } from '@/lib/db/sellers';
import type { Seller } from '@/lib/domain/papers/seller';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/**
 * Says who sells, from the next invoice on: what was issued keeps the seller that it names. Problem: "changed_meanwhile"
 * where somebody else has changed it since it was seen.
 */
export async function editSeller(
  deps: Pick<Deps, 'db' | 'log'>,
  { seller, seenVersion, merchantId }: { seller: Seller; seenVersion: number; merchantId: string },
): Promise<Result<null, 'changed_meanwhile'>> {
  if (!(await saveSeller(deps.db, seller, seenVersion))) return fail('changed_meanwhile');
  deps.log('settings.seller_changed', { merchant: merchantId });
  return succeed(null);
}
