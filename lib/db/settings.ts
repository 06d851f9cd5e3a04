import { eq, sql } from 'drizzle-orm';
import { type ShopSettings, shopSettingsSchema, UNNAMED_SHOP } from '@/lib/domain/shop';
import type { Database } from './client';
import { settings } from './schema/catalogue';

const SHOP = 'shop';

/** What the merchant says about the shop; a nameless one before the first word. */
export async function getShopSettings(db: Database): Promise<ShopSettings> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, SHOP));
  return row ? shopSettingsSchema.parse(row.value) : UNNAMED_SHOP;
}

export async function saveShopSettings(db: Database, value: ShopSettings): Promise<void> {
  await db
    .insert(settings)
    .values({ key: SHOP, value })
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } });
}
