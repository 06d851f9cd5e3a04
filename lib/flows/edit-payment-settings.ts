import { writeAudit } from '@/lib/db/audit';
import { getPaymentSettings, savePaymentSettings } from '@/lib/db/payment-settings';
import { inTransaction } from '@/lib/db/transaction';
import { differences } from '@/lib/domain/audit/entry';
import type { PaymentSettings } from '@/lib/domain/payments/settings';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/**
 * Says when money is taken of orders from now on. Those that are placed keep the way they were paid in. Problem:
 * "changed_meanwhile" where somebody else has changed it since it was seen.
 */
export async function editPaymentSettings(
  deps: Deps,
  { merchantId, seenVersion, ...settings }: PaymentSettings & { seenVersion: number; merchantId: string },
): Promise<Result<null, 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const before = await getPaymentSettings(tx);
    if (!(await savePaymentSettings(tx, settings, seenVersion))) return fail('changed_meanwhile');
    const changed = differences(before, settings);
    await writeAudit(tx, {
      merchantId,
      what: 'payments.changed',
      about: 'settings:payments',
      ...changed,
      at: deps.now(),
    });
    deps.log('settings.payments_changed', { merchant: merchantId, capture: settings.capture });
    return succeed(null);
  });
}
