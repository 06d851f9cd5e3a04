import { createHash } from 'node:crypto';
import { writeAudit } from '@/lib/db/audit';
import { setPasswordHash } from '@/lib/db/merchants';
import { findMerchantOfEmail, findReset, insertReset, spendReset } from '@/lib/db/password-resets';
import { inTransaction } from '@/lib/db/transaction';
import type { Language } from '@/lib/domain/market';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { type Brake, brakesOn, isBraked, noteTry } from './brake';
import type { Deps } from './deps';

const LIFETIME_MS = 30 * 60 * 1000;
/** Within ten minutes: from one place, and for one address, whoever it belongs to. */
const TRIES = { source: 10, address: 3 };

/** Where a new password is chosen. The host is the configured one, whatever the request called us. */
export function resetLink({ shopUrl }: Pick<Deps, 'shopUrl'>, token: string): string {
  return `${shopUrl}/sign-in/new-password?token=${token}`;
}

type Asking = { email: string; language: Language; source: string | null };

/**
 * Mails a link by which a forgotten password can be set anew: once, within half an hour; of it only a hash is kept. Who is not
 * of the shop gets no mail, and the answer is the same. Problem: "too_often", for any address alike.
 */
export async function askForReset(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'sealer' | 'wake' | 'log'>,
  { email, language, source }: Asking,
): Promise<Result<null, 'too_often'>> {
  const brakes: Brake[] = [
    ...brakesOn('reset', { shopperId: '', source }, { source: TRIES.source }),
    { key: `reset:address:${hashOf(email)}`, tries: TRIES.address },
  ];
  if (await isBraked(deps, brakes)) return fail('too_often');
  await noteTry(deps, brakes);
  const merchant = await findMerchantOfEmail(deps.db, email);
  if (!merchant) return succeed(null);
  const at = deps.now();
  const token = `${deps.newId()}${deps.newId()}`;
  const expiresAt = new Date(at.getTime() + LIFETIME_MS);
  const ids = { id: deps.newId(), mailId: deps.newId(), merchantId: merchant.id };
  const mail = { email: merchant.email, token, tokenHash: hashOf(token), language, sealer: deps.sealer };
  await inTransaction(deps.db, (tx) => insertReset(tx, { ...ids, ...mail, at, expiresAt }));
  deps.log('merchant.reset_asked', { merchant: merchant.id });
  deps.wake('messages');
  return succeed(null);
}

/** For whom a link works at this moment; spends nothing. */
export async function readReset(deps: Pick<Deps, 'db' | 'now'>, token: string): Promise<{ email: string } | null> {
  return findReset(deps.db, hashOf(token), deps.now());
}

/**
 * Gives whoever holds the link another password, once, and ends her sessions everywhere. It proves the mailbox and nothing more:
 * a second factor is asked for as ever. Problem: "reset_over" for a link that is wrong, old or used.
 */
export async function resetPassword(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { token, passwordHash }: { token: string; passwordHash: string },
): Promise<Result<null, 'reset_over'>> {
  const at = deps.now();
  const reset = await inTransaction(deps.db, async (tx) => {
    const merchantId = await spendReset(tx, hashOf(token), at);
    if (!merchantId) return null;
    await setPasswordHash(tx, { merchantId, passwordHash, at });
    await writeAudit(tx, { merchantId, what: 'security.password_reset', about: `staff:${merchantId}`, at });
    return merchantId;
  });
  if (!reset) return fail('reset_over');
  deps.log('merchant.password_reset', { merchant: reset });
  return succeed(null);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
