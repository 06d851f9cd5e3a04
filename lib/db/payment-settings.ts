import { eq, sql } from 'drizzle-orm';
import { type PaymentSettings, paymentSettingsSchema, UNSAID_PAYMENT_SETTINGS } from '@/lib/domain/payments/settings';
import type { Database } from './client';
import { settings } from './schema/catalogue';

const PAYMENTS = 'payments';

/** How the merchant takes money; at once before the first word. */
export async function getPaymentSettings(db: Database): Promise<PaymentSettings> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, PAYMENTS));
  return row ? paymentSettingsSchema.parse(row.value) : UNSAID_PAYMENT_SETTINGS;
}

export async function savePaymentSettings(db: Database, value: PaymentSettings): Promise<void> {
  await db
    .insert(settings)
    .values({ key: PAYMENTS, value })
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } });
}
