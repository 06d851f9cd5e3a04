import { getAttempt } from '@/lib/db/attempts';
import { getOrderOfCharge } from '@/lib/db/orders';
import { asId, type ForeignChargeId } from '@/lib/domain/ids';
import type { Deps } from './deps';
import { raiseTask } from './raise-task';
import { settlePayment } from './settle-payment';

/**
 * Goes through PayPal's payments since a moment: one that names an attempt is settled as its capture stands now, another
 * becomes a merchant's task. Answers how many had no order. Nothing happens where the account may not search.
 */
export async function reconcilePaypal(deps: Deps, since: Date): Promise<number> {
  const gateway = deps.payments.paypal;
  if (!gateway) return 0;
  const listed = await gateway.listCharges(since);
  if (!listed.ok) return 0;
  let strays = 0;
  for (const { id, reference, amount } of listed.value) {
    if (await getOrderOfCharge(deps.db, id)) continue;
    strays += 1;
    const attempt = reference ? await getAttempt(deps.db, reference) : null;
    // The list does not say what went back meanwhile: the capture does.
    const charge = attempt && (await gateway.findCharge(asId<ForeignChargeId>(id)));
    if (attempt && charge?.ok) await settlePayment(deps, attempt.id, charge.value);
    if (!attempt) await raiseTask(deps, 'charge_without_order', id, { chargeId: id, ...amount });
  }
  return strays;
}
