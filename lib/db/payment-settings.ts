import { type PaymentSettings, paymentSettingsSchema, UNSAID_PAYMENT_SETTINGS } from '@/lib/domain/payments/settings';
import type { Database } from './client';
import { readSetting, saveSetting } from './settings';

export const PAYMENTS = 'payments';

/** How the merchant takes money; at once before the first word. */
export async function getPaymentSettings(db: Database): Promise<PaymentSettings> {
  const value = await readSetting(db, PAYMENTS);
  return value === undefined ? UNSAID_PAYMENT_SETTINGS : paymentSettingsSchema.parse(value);
}

/** False where somebody else has changed it since `seenVersion`. */
export async function savePaymentSettings(
  db: Database,
  value: PaymentSettings,
  seenVersion?: number,
): Promise<boolean> {
  return saveSetting(db, PAYMENTS, value, seenVersion);
}
