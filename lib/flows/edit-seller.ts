import { writeAudit } from '@/lib/db/audit';
import { getSeller, saveSeller } from '@/lib/db/sellers';
import { inTransaction } from '@/lib/db/transaction';
import { differences } from '@/lib/domain/audit/entry';
import type { Seller } from '@/lib/domain/papers/seller';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/**
 * Says who sells, from the next invoice on: what was issued keeps the seller that it names. Problem: "changed_meanwhile"
 * where somebody else has changed it since it was seen.
 */
export async function editSeller(
  deps: Pick<Deps, 'db' | 'log' | 'now'>,
  { seller, seenVersion, merchantId }: { seller: Seller; seenVersion: number; merchantId: string },
): Promise<Result<null, 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const before = await getSeller(tx);
    if (!(await saveSeller(tx, seller, seenVersion))) return fail('changed_meanwhile');
    // Which lines, not what they say: addresses stand in the settings and on invoices, not in the log.
    const after = { changed: Object.keys(differences(before ?? {}, seller).after ?? {}) };
    await writeAudit(tx, { merchantId, what: 'seller.changed', about: 'settings:seller', after, at: deps.now() });
    deps.log('settings.seller_changed', { merchant: merchantId });
    return succeed(null);
  });
}
