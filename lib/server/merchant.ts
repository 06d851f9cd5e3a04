import 'server-only';
import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { roleSchema } from '@/lib/domain/merchants/role-schema';
import { may, needsPassword, type Permission, type Role } from '@/lib/domain/merchants/roles';
import { signInAddress } from '@/lib/domain/merchants/way-back';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { getAuths } from './auth';
import { callDoor, passCookiesOn } from './auth-door';
import { PATH_HEADER } from './path-header';
import { getDeps } from './wiring';

/** `provenAt`: when she last typed her password in this session. */
export type Merchant = {
  merchantId: string;
  name: string;
  email: string;
  role: Role;
  sessionId: string;
  provenAt: Date;
};

/** Which merchant is asking, or null: no cookie, an expired or ended session, a shopper's cookie. Asked once a request. */
export const getMerchant = cache(async () => findMerchant((await headers()).get('cookie') ?? ''));

async function findMerchant(cookie: string): Promise<Merchant | null> {
  for (const auth of await getAuths()) {
    const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
    if (!found || found.user.removedAt) continue;
    const { user, session } = found;
    const role = roleSchema.parse(user.role);
    const provenAt = session.provenAt ?? session.createdAt;
    return { merchantId: user.id, name: user.name, email: user.email, role, sessionId: session.id, provenAt };
  }
  return null;
}

/**
 * The merchant who is asking, if her role has `permission`; without it the answer is 403, and who is not signed in is led to the
 * sign-in page and from there back here. Each page of the admin calls it itself, before it reads: a layout alone can be gone round.
 */
export async function requireMerchant(permission: Permission): Promise<Merchant> {
  const asked = await askMerchant(permission);
  return asked.ok ? asked.value : forbidden();
}

/** The same for an action: whether she may comes as a result, so that what was typed is kept. */
export async function askMerchant(permission: Permission): Promise<Result<Merchant, 'forbidden'>> {
  const merchant = (await getMerchant()) ?? redirect(signInAddress((await headers()).get(PATH_HEADER)));
  return may(merchant.role, permission) ? succeed(merchant) : fail('forbidden');
}

/**
 * The same for a route, which answers without leading anywhere, by its cookie. "sign_in_again" where the permission wants the
 * password once more: a page of the desk asks for it.
 */
export async function findMerchantFor(
  permission: Permission,
  cookie: string,
): Promise<Result<Merchant, 'signed_out' | 'forbidden' | 'sign_in_again'>> {
  const merchant = await findMerchant(cookie);
  if (!merchant) return fail('signed_out');
  if (!may(merchant.role, permission)) return fail('forbidden');
  return needsPassword(permission, merchant.provenAt, (await getDeps()).now())
    ? fail('sign_in_again')
    : succeed(merchant);
}

/**
 * Opens a merchant's session and sets its cookie with this answer. Problems: "wrong_credentials", the same whether or not
 * the address is known; "too_often" with `retryAfterSeconds`. "second_factor": the password was right, and a code is wanted.
 */
export async function signInMerchant(credentials: {
  email: string;
  password: string;
}): Promise<Result<'signed_in' | 'second_factor', 'wrong_credentials' | 'too_often'>> {
  const [auth] = await getAuths();
  if (!auth) throw new Error('there is no key to sign sessions with');
  const answer = await callDoor(auth, 'sign-in/email', { body: credentials, cookie: '' });
  if (answer.status === 429) {
    const retryAfterSeconds = Number(answer.headers.get('x-retry-after')) || 60;
    return fail('too_often', { retryAfterSeconds });
  }
  if (answer.status >= 500) throw new Error(`signing in answered ${answer.status}`);
  if (!answer.ok) return fail('wrong_credentials');
  await passCookiesOn(answer);
  const told: unknown = await answer.json();
  return succeed(Reflect.get(Object(told), 'twoFactorRedirect') === true ? 'second_factor' : 'signed_in');
}

/** Ends the merchant's session in the database and in the browser. */
export async function signOutMerchant(): Promise<void> {
  const cookie = (await headers()).get('cookie') ?? '';
  for (const auth of await getAuths()) await passCookiesOn(await callDoor(auth, 'sign-out', { body: {}, cookie }));
}
