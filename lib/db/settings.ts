import { eq, sql } from 'drizzle-orm';
import { type NativePayments, NO_NATIVE_PAYMENTS, nativePaymentsSchema } from '@/lib/domain/messaging/native-payment';
import {
  type ReminderSettings,
  reminderSettingsSchema,
  USUAL_REMINDERS,
} from '@/lib/domain/messaging/reminder-settings';
import { type Synonyms, synonymsSchema } from '@/lib/domain/messaging/synonyms';
import { type ShopSettings, shopSettingsSchema, UNNAMED_SHOP } from '@/lib/domain/shop';
import type { Database } from './client';
import { settings } from './schema/catalogue';

/** The setting's key, for its version. */
export const SHOP = 'shop';
const REMINDERS = 'reminders';
const NATIVE_PAYMENTS = 'messenger_native_payments';
/** The setting's key, for its version. */
export const SYNONYMS = 'search_synonyms';

/** Which change of a setting one sees; 0 before the first. Read it before the value: then it is never newer than that. */
export async function getSettingVersion(db: Database, key: string): Promise<number> {
  const [row] = await db.select({ version: settings.version }).from(settings).where(eq(settings.key, key));
  return row?.version ?? 0;
}

/** What stands under a key, to be checked by whoever knows its shape; undefined before the first time. */
export async function readSetting(db: Database, key: string): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return row?.value;
}

/** Saves a setting; with `seenVersion` only where nobody else has changed it since. Answers whether it was saved. */
export async function saveSetting(db: Database, key: string, value: unknown, seenVersion?: number): Promise<boolean> {
  const saved = await db
    .insert(settings)
    .values({ key, value, version: 1 })
    .onConflictDoUpdate({
      target: settings.key,
      set: { value: sql`excluded.value`, version: sql`${settings.version} + 1` },
      ...(seenVersion === undefined ? {} : { setWhere: eq(settings.version, seenVersion) }),
    })
    .returning({ version: settings.version });
  return saved.length > 0;
}

/** What the merchant says about the shop; a nameless one before the first word. */
export async function getShopSettings(db: Database): Promise<ShopSettings> {
  const value = await readSetting(db, SHOP);
  return value === undefined ? UNNAMED_SHOP : shopSettingsSchema.parse(value);
}

/** Answers whether it was saved: not where somebody else has changed it since `seenVersion`. */
export async function saveShopSettings(db: Database, value: ShopSettings, seenVersion?: number): Promise<boolean> {
  return saveSetting(db, SHOP, value, seenVersion);
}

/** Whether this Page can show Messenger's own Buy button (profile 2016), as Meta last said. False before anybody asked. */
export async function getNativePayments(db: Database): Promise<NativePayments> {
  const value = await readSetting(db, NATIVE_PAYMENTS);
  return value === undefined ? NO_NATIVE_PAYMENTS : nativePaymentsSchema.parse(value);
}

export async function saveNativePayments(db: Database, value: NativePayments): Promise<void> {
  await saveSetting(db, NATIVE_PAYMENTS, value);
}

/** When carts are recalled, as the merchant set it. */
export async function getReminderSettings(db: Database): Promise<ReminderSettings> {
  const value = await readSetting(db, REMINDERS);
  return value === undefined ? USUAL_REMINDERS : reminderSettingsSchema.parse(value);
}

export async function saveReminderSettings(db: Database, value: ReminderSettings): Promise<void> {
  await saveSetting(db, REMINDERS, value);
}

/** Which words mean the same to this shop's customers; none before the merchant wrote some. */
export async function getSynonyms(db: Database): Promise<Synonyms[]> {
  const value = await readSetting(db, SYNONYMS);
  return value === undefined ? [] : synonymsSchema.parse(value);
}

/** Answers whether they were saved: not where somebody else has changed them since `seenVersion`. */
export async function saveSynonyms(db: Database, value: Synonyms[], seenVersion: number): Promise<boolean> {
  return saveSetting(db, SYNONYMS, value, seenVersion);
}
