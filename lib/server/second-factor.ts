import 'server-only';
import { symmetricDecrypt } from 'better-auth/crypto';
import { headers } from 'next/headers';
import { getSecondFactor } from '@/lib/db/merchants';
import { base32 } from '@/lib/domain/merchants/base32';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { getAuths } from './auth';
import { callDoor, passCookiesOn } from './auth-door';
import type { Merchant } from './merchant';
import { getDeps } from './wiring';

type CodeProblem = 'wrong_code' | 'code_over' | 'too_often';

const OVER = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE']);

/** Six digits are a phone's code, anything else a recovery code, which works once. */
const doorFor = (code: string) => (/^\d{6}$/.test(code) ? 'two-factor/verify-totp' : 'two-factor/verify-backup-code');

/**
 * The second step of signing in, or the proof that a new phone works. Problems: "wrong_code"; "code_over" when the first step is ten
 * minutes ago or five codes were wrong; "too_often" (also while ten wrong ones in a row have locked it for a quarter of an hour).
 */
export async function giveSecondFactor(typed: string): Promise<Result<null, CodeProblem>> {
  const code = typed.replace(/\s/g, '');
  return knock(doorFor(code), { code });
}

/** Makes a secret and ten recovery codes, which count for nothing until a first code was right. Problems: "wrong_password"; "too_often". */
export async function prepareSecondFactor(password: string): Promise<Result<null, 'wrong_password' | 'too_often'>> {
  return asPassword(await knock('two-factor/enable', { password, method: 'totp' }));
}

/** From now on the password alone is enough. Problems as above. */
export async function dropSecondFactor(password: string): Promise<Result<null, 'wrong_password' | 'too_often'>> {
  return asPassword(await knock('two-factor/disable', { password }));
}

function asPassword(result: Result<null, CodeProblem>): Result<null, 'wrong_password' | 'too_often'> {
  if (result.ok) return result;
  return fail(result.problem === 'too_often' ? 'too_often' : 'wrong_password');
}

async function knock(door: string, body: object): Promise<Result<null, CodeProblem>> {
  const cookie = (await headers()).get('cookie') ?? '';
  let problem: CodeProblem = 'code_over';
  for (const auth of await getAuths()) {
    const answer = await callDoor(auth, door, { body, cookie });
    if (answer.status === 429) return fail('too_often');
    if (answer.status >= 500) throw new Error(`${door} answered ${answer.status}`);
    if (answer.ok) {
      await passCookiesOn(answer);
      return succeed(null);
    }
    const told: unknown = await answer.json();
    if (!OVER.has(String(Reflect.get(Object(told), 'code')))) problem = 'wrong_code';
  }
  return fail(problem);
}

export type SecondFactor =
  | { is: 'off' }
  | { is: 'pending'; uri: string; secret: string; recoveryCodes: string[] }
  | { is: 'on'; recoveryCodesLeft: number };

/** How a merchant's second factor stands. Its secret and codes are told only until the first code was right. */
export async function readSecondFactor({ merchantId, email }: Merchant): Promise<SecondFactor> {
  const row = await getSecondFactor((await getDeps()).db, merchantId);
  const [auth] = await getAuths();
  if (!row || !auth) return { is: 'off' };
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: merchantId } });
  if (row.verified) return { is: 'on', recoveryCodesLeft: backupCodes.length };
  const key = (await auth.$context).secretConfig;
  const secret = base32(Buffer.from(await symmetricDecrypt({ key, data: row.secret })));
  const about = new URLSearchParams({ secret, issuer: 'Kiosk', digits: '6', period: '30' });
  const uri = `otpauth://totp/${encodeURIComponent(`Kiosk:${email}`)}?${about}`;
  return { is: 'pending', uri, secret, recoveryCodes: backupCodes };
}
