import type { Pool } from 'pg';
import { hasTemplates } from '@/lib/db/message-templates';
import { getNativePayments, getShopSettings } from '@/lib/db/settings';
import type { Deps } from '@/lib/flows/deps';
import type { Env } from '../env';
import { type Finding, fine } from './finding';
import { lookAtMessenger } from './messenger';
import { lookAtPaypal, lookAtStripe } from './payments';
import {
  lookAtAddresses,
  lookAtDatabase,
  lookAtMail,
  lookAtPrivacy,
  lookAtRuntime,
  lookAtSdk,
  lookAtShop,
} from './shop';

/** Looks at the configuration and the live connections; `house` null where the database cannot be opened. Changes nothing. */
export async function examine(
  env: Env,
  house: { pool: Pool; deps: Pick<Deps, 'db' | 'payments'> } | null,
): Promise<Finding[]> {
  const shop = house && (await readShop(house.deps.db).catch(() => null));
  const [database, messenger, stripe, paypal, mail, sdk, answering] = await Promise.all([
    lookAtDatabase(env, house?.pool ?? null),
    lookAtMessenger(env, shop),
    house ? lookAtStripe(env, house.deps.payments.stripe) : [],
    lookAtPaypal(env),
    lookAtMail(env),
    lookAtSdk(env),
    lookAtShop(env),
  ]);
  return [
    fine('machine', (words) => words.configured),
    ...lookAtRuntime(env),
    ...lookAtAddresses(env),
    ...database,
    ...messenger,
    ...stripe,
    ...paypal,
    mail,
    ...(shop ? [lookAtPrivacy(env, shop)] : []),
    sdk,
    answering,
  ];
}

async function readShop(db: Deps['db']) {
  const [shop, templates, { buyButton }] = await Promise.all([
    getShopSettings(db),
    hasTemplates(db),
    getNativePayments(db),
  ]);
  return { ...shop, templates, native: buyButton };
}
