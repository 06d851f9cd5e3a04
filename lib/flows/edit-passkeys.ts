import { writeAudit } from '@/lib/db/audit';
import { deletePasskey, updatePasskeyName } from '@/lib/db/passkeys';
import { inTransaction } from '@/lib/db/transaction';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type Which = { merchantId: string; passkeyId: string };

/** Keeps in the log that somebody added a passkey; the sign-in itself keeps the passkey. */
export async function notePasskey(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { merchantId, name }: { merchantId: string; name: string },
): Promise<void> {
  const about = `staff:${merchantId}`;
  await writeAudit(deps.db, { merchantId, what: 'security.passkey_added', about, after: { name }, at: deps.now() });
  deps.log('merchant.passkey_added', { merchant: merchantId });
}

/** Problem: "not_found" for one that is gone, or somebody else's. */
export async function renamePasskey(
  deps: Pick<Deps, 'db'>,
  which: Which & { name: string },
): Promise<Result<null, 'not_found'>> {
  return (await updatePasskeyName(deps.db, which)) ? succeed(null) : fail('not_found');
}

/** Nobody comes in by it from now on; who came in by it before stays. Problem: "not_found", as above. */
export async function removePasskey(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  which: Which,
): Promise<Result<null, 'not_found'>> {
  const { merchantId } = which;
  return inTransaction(deps.db, async (tx) => {
    const gone = await deletePasskey(tx, which);
    if (!gone) return fail('not_found');
    const [about, before] = [`staff:${merchantId}`, { name: gone.name }];
    await writeAudit(tx, { merchantId, what: 'security.passkey_removed', about, before, at: deps.now() });
    deps.log('merchant.passkey_removed', { merchant: merchantId });
    return succeed(null);
  });
}
