import { areGoods, getDiscount, insertDiscount, updateDiscount } from '@/lib/db/admin-discounts';
import { writeAudit } from '@/lib/db/audit';
import { constraintOf, inTransaction } from '@/lib/db/transaction';
import type { DiscountDraft } from '@/lib/domain/discounts/discount-form';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

export type SaveDiscountProblem =
  | 'not_found'
  | 'changed_meanwhile'
  | 'code_taken'
  | 'limit_below_used'
  | 'unknown_goods';

type EditDeps = Pick<Deps, 'db' | 'now' | 'log'>;

/**
 * Makes a discount or changes one that still is as the merchant saw it. The same form sent twice makes one.
 * Problems: "not_found"; "changed_meanwhile"; "code_taken" by another discount; "limit_below_used" when more were given than
 * the new limit allows; "unknown_goods" for a product or collection that is not there.
 */
export async function saveDiscount(
  deps: EditDeps,
  { seenVersion, merchantId, ...draft }: DiscountDraft & { merchantId: string },
): Promise<Result<null, SaveDiscountProblem>> {
  const at = deps.now();
  try {
    return await inTransaction(deps.db, async (tx) => {
      if (!(await areGoods(tx, draft))) return fail('unknown_goods', { fields: { products: 'unknown_goods' } });
      if (seenVersion === 0) await insertDiscount(tx, { ...draft, status: 'active', createdAt: at, updatedAt: at });
      else if (!(await updateDiscount(tx, { id: draft.id, version: seenVersion }, { ...draft, updatedAt: at })))
        return fail((await getDiscount(tx, draft.id)) ? 'changed_meanwhile' : 'not_found');
      const about = `discount:${draft.id}`;
      await writeAudit(tx, { merchantId, what: 'discount.saved', about, after: draft, at });
      deps.log('discount.saved', { discount: draft.id, merchant: merchantId });
      return succeed(null);
    });
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === 'discounts_code') return fail('code_taken', { fields: { code: 'code_taken' } });
    if (constraint === 'discounts_limit')
      return fail('limit_below_used', { fields: { limitTotal: 'limit_below_used' } });
    throw error;
  }
}

/**
 * Pauses a discount or lets it go on. Payments that are open keep what they reserved.
 * Problems: "not_found"; "changed_meanwhile".
 */
export async function setDiscountStatus(
  deps: EditDeps,
  edit: { discountId: string; seenVersion: number; status: 'active' | 'paused'; merchantId: string },
): Promise<Result<null, 'not_found' | 'changed_meanwhile'>> {
  const present = await getDiscount(deps.db, edit.discountId);
  if (!present) return fail('not_found');
  if (present.status === edit.status) return succeed(null);
  const seen = { id: edit.discountId, version: edit.seenVersion };
  return inTransaction(deps.db, async (tx) => {
    const at = deps.now();
    if (!(await updateDiscount(tx, seen, { status: edit.status, updatedAt: at }))) return fail('changed_meanwhile');
    const [about, before, after] = [`discount:${seen.id}`, { status: present.status }, { status: edit.status }];
    await writeAudit(tx, { merchantId: edit.merchantId, what: 'discount.status_set', about, before, after, at });
    deps.log('discount.status', { discount: seen.id, status: edit.status, merchant: edit.merchantId });
    return succeed(null);
  });
}
