import { type Seller, sellerSchema } from '@/lib/domain/papers/seller';
import type { Database } from './client';
import { readSetting, saveSetting } from './settings';

export const SELLER = 'seller';

/** Who sells, as invoices say it; null before the merchant said so. */
export async function getSeller(db: Database): Promise<Seller | null> {
  const value = await readSetting(db, SELLER);
  return value === undefined ? null : sellerSchema.parse(value);
}

/** For the papers of the future: what was issued keeps the seller that it names. False where `seenVersion` is over. */
export async function saveSeller(db: Database, value: Seller, seenVersion?: number): Promise<boolean> {
  return saveSetting(db, SELLER, value, seenVersion);
}
