import { deleteSessions } from '@/lib/db/merchants';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

/** Signs a merchant out on every device at once: for a lost phone, or a doubt. */
export async function endSessions(deps: Pick<Deps, 'db' | 'log'>, merchantId: string): Promise<Result<null>> {
  const ended = await deleteSessions(deps.db, merchantId);
  deps.log('merchant.signed_out_everywhere', { merchant: merchantId, sessions: ended });
  return succeed(null);
}
