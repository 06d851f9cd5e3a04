'use server';

import { hashPassword } from 'better-auth/crypto';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { lineSchema } from '@/lib/domain/cart/address';
import { passkeyProofSchema } from '@/lib/domain/merchants/passkey-forms';
import { PASSWORD_MAX } from '@/lib/domain/merchants/password';
import { acceptFormSchema } from '@/lib/domain/merchants/staff-forms';
import { wayBack } from '@/lib/domain/merchants/way-back';
import { fail } from '@/lib/domain/result';
import { createFirstOwner, isFirstOwnerLink } from '@/lib/flows/create-first-owner';
import { acceptInvitation, readInvitation } from '@/lib/flows/invite-staff';
import { askForReset, readReset, resetPassword } from '@/lib/flows/reset-password';
import { publicAction } from '@/lib/server/action';
import { CLIENT_IP_HEADER } from '@/lib/server/auth';
import { signInMerchant } from '@/lib/server/merchant';
import { findPasswordProblem } from '@/lib/server/new-password';
import { signInByPasskey } from '@/lib/server/passkeys';
import { languageOf } from '@/lib/server/respond';
import { giveSecondFactor } from '@/lib/server/second-factor';
import { getDeps } from '@/lib/server/wiring';

const email = z.string().trim().toLowerCase().max(254);
const credentialsSchema = z.strictObject({
  email,
  password: z.string().min(1).max(PASSWORD_MAX),
  next: z.string().max(400).optional(),
});

export const signIn = publicAction(credentialsSchema, async ({ next, ...credentials }) => {
  const signedIn = await signInMerchant(credentials);
  if (!signedIn.ok) return signedIn;
  const back = wayBack(next);
  return redirect(signedIn.value === 'signed_in' ? back : `/sign-in/second-factor?next=${encodeURIComponent(back)}`);
});

const passkeySchema = z.strictObject({ credential: passkeyProofSchema, next: z.string().max(400).optional() });

/** One step, not two: a passkey that made sure of its owner stands for password and code. */
export const enterByPasskey = publicAction(passkeySchema, async ({ credential, next }) => {
  const signedIn = await signInByPasskey(credential);
  return signedIn.ok ? redirect(wayBack(next)) : signedIn;
});

const codeSchema = z.strictObject({
  oneTimeCode: z.string().trim().min(6).max(20),
  next: z.string().max(400).optional(),
});

export const giveCode = publicAction(codeSchema, async ({ oneTimeCode, next }) => {
  const signedIn = await giveSecondFactor(oneTimeCode);
  return signedIn.ok ? redirect(wayBack(next)) : signedIn;
});

const firstOwnerSchema = z.strictObject({
  token: z.string().max(100),
  name: lineSchema(80).refine((name) => name.length > 0),
  email: email.pipe(z.email()),
  // Checked with the address at hand, for a password must not be made of it.
  password: z.string().max(1_000),
});

export const becomeFirstOwner = publicAction(firstOwnerSchema, async ({ token, name, email, password }) => {
  const deps = await getDeps();
  if (!(await isFirstOwnerLink(deps, token))) return fail('link_over');
  const weak = await findPasswordProblem(password, email);
  if (weak) return fail(weak, { fields: { password: weak } });
  const created = await createFirstOwner(deps, { token, name, email, passwordHash: await hashPassword(password) });
  if (!created.ok) return created;
  const signedIn = await signInMerchant({ email, password });
  return signedIn.ok ? redirect('/admin') : signedIn;
});

export const join = publicAction(acceptFormSchema, async ({ token, name, password }) => {
  const deps = await getDeps();
  const invitation = await readInvitation(deps, token);
  if (!invitation) return fail('invitation_over');
  const weak = await findPasswordProblem(password, invitation.email);
  if (weak) return fail(weak, { fields: { password: weak } });
  const joined = await acceptInvitation(deps, { token, name, passwordHash: await hashPassword(password) });
  if (!joined.ok) return joined;
  const signedIn = await signInMerchant({ email: joined.value.email, password });
  return signedIn.ok ? redirect('/admin') : signedIn;
});

export const askForNewPassword = publicAction(z.strictObject({ email: email.pipe(z.email()) }), async (asked) => {
  const heard = new Headers(await headers());
  return askForReset(await getDeps(), {
    ...asked,
    language: languageOf(heard),
    source: heard.get(CLIENT_IP_HEADER),
  });
});

const newPasswordSchema = z.strictObject({ token: z.string().max(100), password: z.string().max(1_000) });

export const chooseNewPassword = publicAction(newPasswordSchema, async ({ token, password }) => {
  const deps = await getDeps();
  const reset = await readReset(deps, token);
  if (!reset) return fail('reset_over');
  const weak = await findPasswordProblem(password, reset.email);
  if (weak) return fail(weak, { fields: { password: weak } });
  const done = await resetPassword(deps, { token, passwordHash: await hashPassword(password) });
  if (!done.ok) return done;
  const signedIn = await signInMerchant({ email: reset.email, password });
  if (!signedIn.ok) return signedIn;
  return redirect(signedIn.value === 'signed_in' ? '/admin' : '/sign-in/second-factor?next=%2Fadmin');
});
