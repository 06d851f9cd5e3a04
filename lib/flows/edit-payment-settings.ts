import { savePaymentSettings } from '@/lib/db/payment-settings';
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
  if (!(await savePaymentSettings(deps.db, settings, seenVersion))) return fail('changed_meanwhile');
  deps.log('settings.payments_changed', { merchant: merchantId, capture: settings.capture });
  return succeed(null);
}
