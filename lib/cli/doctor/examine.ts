import type { Pool } from 'pg';
import { getShopSettings } from '@/lib/db/settings';
import type { Deps } from '@/lib/flows/deps';
import type { Env } from '@/lib/server/env';
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
  const shop = house && (await getShopSettings(house.deps.db).catch(() => null));
  return [
    fine('the configuration is complete'),
    ...lookAtRuntime(env),
    ...lookAtAddresses(env),
    ...(await lookAtDatabase(env, house?.pool ?? null)),
    ...(await lookAtMessenger(env, shop?.name ?? null)),
    ...(house ? await lookAtStripe(env, house.deps.payments.stripe) : []),
    ...(await lookAtPaypal(env)),
    await lookAtMail(env),
    ...(shop ? [lookAtPrivacy(env, shop)] : []),
    await lookAtSdk(env),
    await lookAtShop(env),
  ];
}
