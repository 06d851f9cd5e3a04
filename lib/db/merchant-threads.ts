import { eq } from 'drizzle-orm';
import { asId, type Psid, type ShopperId } from '@/lib/domain/ids';
import type { Database } from './client';
import { merchantThreads } from './schema/outreach';
import { shoppers } from './schema/shoppers';

/** The thread into which a merchant's tests go, or null. */
export async function getMerchantThread(
  db: Database,
  merchantId: string,
): Promise<{ shopperId: ShopperId; psid: Psid } | null> {
  const [row] = await db
    .select({ shopperId: shoppers.id, psid: shoppers.psid })
    .from(merchantThreads)
    .innerJoin(shoppers, eq(shoppers.id, merchantThreads.shopperId))
    .where(eq(merchantThreads.merchantId, merchantId));
  return row?.psid ? { shopperId: asId<ShopperId>(row.shopperId), psid: asId<Psid>(row.psid) } : null;
}

/** From now on a merchant's tests go into this thread. */
export async function joinMerchantThread(
  tx: Database,
  joined: { merchantId: string; shopperId: ShopperId; at: Date },
): Promise<void> {
  const { merchantId, shopperId, at } = joined;
  await tx
    .insert(merchantThreads)
    .values({ merchantId, shopperId, joinedAt: at })
    .onConflictDoUpdate({ target: merchantThreads.merchantId, set: { shopperId, joinedAt: at } });
}
