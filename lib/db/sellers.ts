import { eq, sql } from 'drizzle-orm';
import { type Seller, sellerSchema } from '@/lib/domain/papers/seller';
import type { Database } from './client';
import { settings } from './schema/catalogue';

const SELLER = 'seller';

/** Who sells, as invoices say it; null before the merchant said so. */
export async function getSeller(db: Database): Promise<Seller | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, SELLER));
  return row ? sellerSchema.parse(row.value) : null;
}

/** For the papers of the future: what was issued keeps the seller that it names. */
export async function saveSeller(db: Database, value: Seller): Promise<void> {
  await db
    .insert(settings)
    .values({ key: SELLER, value })
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } });
}
