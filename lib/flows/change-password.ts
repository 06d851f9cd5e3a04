import { writeAudit } from '@/lib/db/audit';
import { deleteOtherSessions, setPasswordHash } from '@/lib/db/merchants';
import { inTransaction } from '@/lib/db/transaction';
import type { Deps } from './deps';

/** Gives a merchant another password and ends her sessions everywhere but where she sits. */
export async function changePassword(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { merchantId, sessionId, passwordHash }: { merchantId: string; sessionId: string; passwordHash: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const at = deps.now();
    await setPasswordHash(tx, { merchantId, passwordHash, at });
    await deleteOtherSessions(tx, { merchantId, keptSessionId: sessionId });
    await writeAudit(tx, { merchantId, what: 'security.password_changed', about: `staff:${merchantId}`, at });
  });
  deps.log('merchant.password_changed', { merchant: merchantId });
}
