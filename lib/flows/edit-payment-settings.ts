import { savePaymentSettings } from '@/lib/db/payment-settings';
import type { PaymentSettings } from '@/lib/domain/payments/settings';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** Says when money is taken of orders from now on. Those that are placed keep the way they were paid in. */
export async function editPaymentSettings(
  deps: Deps,
  { merchantId, ...settings }: PaymentSettings & { merchantId: string },
): Promise<Result<null, never>> {
  await savePaymentSettings(deps.db, settings);
  deps.log('settings.payments_changed', { merchant: merchantId, capture: settings.capture });
  return succeed(null);
}
