import { eq } from 'drizzle-orm';
import { type Seller, sellerSchema } from '@/lib/domain/papers/seller';
import type { Database } from './client';
import { settings } from './schema/catalogue';
import { saveSetting } from './settings';

export const SELLER = 'seller';

/** Who sells, as invoices say it; null before the merchant said so. */
export async function getSeller(db: Database): Promise<Seller | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, SELLER));
  return row ? sellerSchema.parse(row.value) : null;
}

/** For the papers of the future: what was issued keeps the seller that it names. False where `seenVersion` is over. */
export async function saveSeller(db: Database, value: Seller, seenVersion?: number): Promise<boolean> {
  return saveSetting(db, SELLER, value, seenVersion);
}
