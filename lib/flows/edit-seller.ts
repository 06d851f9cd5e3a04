import { saveSeller } from '@/lib/db/sellers';
import type { Seller } from '@/lib/domain/papers/seller';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** Says who sells, from the next invoice on: what was issued keeps the seller that it names. */
export async function editSeller(
  deps: Pick<Deps, 'db' | 'log'>,
  { seller, merchantId }: { seller: Seller; merchantId: string },
): Promise<Result<null, never>> {
  await saveSeller(deps.db, seller);
  deps.log('settings.seller_changed', { merchant: merchantId });
  return succeed(null);
}
