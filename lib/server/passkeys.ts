import 'server-only';
import { headers } from 'next/headers';
import { z } from 'zod';
import { markPasskeyUsed } from '@/lib/db/passkeys';
import type { NewPasskey, PasskeyProof } from '@/lib/domain/merchants/passkey-forms';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { getAuths } from './auth';
import { callDoor, passCookiesOn } from './auth-door';
import { NOT_VERIFIED } from './auth-passkeys';
import { getDeps } from './wiring';

type PasskeyProblem = 'passkey_over' | 'passkey_unknown' | 'passkey_refused' | 'too_often';

const PROBLEMS = new Map<string, PasskeyProblem>([
  ['CHALLENGE_NOT_FOUND', 'passkey_over'],
  ['PASSKEY_NOT_FOUND', 'passkey_unknown'],
  ['AUTHENTICATION_FAILED', 'passkey_refused'],
  ['FAILED_TO_VERIFY_REGISTRATION', 'passkey_refused'],
  [NOT_VERIFIED, 'passkey_refused'],
]);

const DOORS = {
  'sign-in': 'passkey/generate-authenticate-options',
  add: 'passkey/generate-register-options',
} as const;
export type Ceremony = keyof typeof DOORS;

const optionsSchema = z.record(z.string(), z.unknown());

/**
 * What the browser's dialog needs to know (WebAuthn's options in JSON), with a challenge that is good for five minutes and once, bound
 * to this browser by a cookie. Problem: "too_often".
 */
export async function beginCeremony(ceremony: Ceremony): Promise<Result<Record<string, unknown>, PasskeyProblem>> {
  const answer = await knock(DOORS[ceremony]);
  if (!answer.ok) return answer;
  const options = optionsSchema.parse(await answer.value.json());
  // The plugin says "preferred" here whatever it is told.
  return succeed(ceremony === 'sign-in' ? { ...options, userVerification: 'required' } : options);
}

/** Problems: "passkey_over" after five minutes or a second use; "passkey_refused"; "too_often". */
export async function addPasskey(name: string, response: NewPasskey): Promise<Result<null, PasskeyProblem>> {
  const answer = await knock('passkey/verify-registration', { name, response });
  return answer.ok ? succeed(null) : answer;
}

/** Opens a session, as a password and a code would. Problems: as above; "passkey_unknown" where it was removed. */
export async function signInByPasskey(response: PasskeyProof): Promise<Result<null, PasskeyProblem>> {
  const answer = await knock('passkey/verify-authentication', { response });
  if (!answer.ok) return answer;
  const { db, now } = await getDeps();
  await markPasskeyUsed(db, response.id, now());
  return succeed(null);
}

/** Of several keys each is tried: the session that asks may be older than the newest. */
async function knock(door: string, body?: object): Promise<Result<Response, PasskeyProblem>> {
  const cookie = (await headers()).get('cookie') ?? '';
  let problem: PasskeyProblem = 'passkey_over';
  for (const auth of await getAuths()) {
    const answer = await callDoor(auth, door, { cookie, ...(body && { body }) });
    if (answer.status === 429) return fail('too_often');
    if (answer.ok) {
      await passCookiesOn(answer);
      return succeed(answer);
    }
    const told: unknown = await answer.json();
    const known = PROBLEMS.get(String(Reflect.get(Object(told), 'code')));
    if (!known && answer.status >= 500) throw new Error(`${door} answered ${answer.status}`);
    if (known && known !== 'passkey_over') problem = known;
  }
  return fail(problem);
}
