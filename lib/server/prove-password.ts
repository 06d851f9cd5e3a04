import 'server-only';
import { verifyPassword } from 'better-auth/crypto';
import type { Database } from '@/lib/db/client';
import { countProof, deleteSession, getPasswordHash, markProven } from '@/lib/db/merchants';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Merchant } from './merchant';

const TRIES = 5;

/**
 * Whether whoever sits at the desk knows the merchant's password; from then on her session counts as fresh again. Problems:
 * "wrong_password"; "too_often" after five wrong ones in a row, which also end the session.
 */
export async function provePassword(
  db: Database,
  { merchantId, sessionId }: Pick<Merchant, 'merchantId' | 'sessionId'>,
  { password, at }: { password: string; at: Date },
): Promise<Result<null, 'wrong_password' | 'too_often'>> {
  // Counted before it is looked at: many tries at once do not get round it.
  const tries = await countProof(db, sessionId);
  if (tries > TRIES) {
    await deleteSession(db, sessionId);
    return fail('too_often');
  }
  const hash = await getPasswordHash(db, merchantId);
  if (!hash || !(await verifyPassword({ hash, password }))) return fail('wrong_password');
  await markProven(db, sessionId, at);
  return succeed(null);
}
