import { eq } from 'drizzle-orm';
import { type PaymentSettings, paymentSettingsSchema, UNSAID_PAYMENT_SETTINGS } from '@/lib/domain/payments/settings';
import type { Database } from './client';
import { settings } from './schema/catalogue';
import { saveSetting } from './settings';

export const PAYMENTS = 'payments';

/** How the merchant takes money; at once before the first word. */
export async function getPaymentSettings(db: Database): Promise<PaymentSettings> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, PAYMENTS));
  return row ? paymentSettingsSchema.parse(row.value) : UNSAID_PAYMENT_SETTINGS;
}

/** False where somebody else has changed it since `seenVersion`. */
export async function savePaymentSettings(
  db: Database,
  value: PaymentSettings,
  seenVersion?: number,
): Promise<boolean> {
  return saveSetting(db, PAYMENTS, value, seenVersion);
}
