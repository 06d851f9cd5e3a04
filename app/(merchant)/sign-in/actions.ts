'use server';

import { hashPassword } from 'better-auth/crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { lineSchema } from '@/lib/domain/cart/address';
import { PASSWORD_MAX, passwordProblem } from '@/lib/domain/merchants/password';
import { wayBack } from '@/lib/domain/merchants/way-back';
import { fail } from '@/lib/domain/result';
import { createFirstOwner, isFirstOwnerLink } from '@/lib/flows/create-first-owner';
import { publicAction } from '@/lib/server/action';
import { signInMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';

const email = z.string().trim().toLowerCase().max(254);
const credentialsSchema = z.strictObject({
  email,
  password: z.string().min(1).max(PASSWORD_MAX),
  next: z.string().max(400).optional(),
});

export const signIn = publicAction(credentialsSchema, async ({ next, ...credentials }) => {
  const signedIn = await signInMerchant(credentials);
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
  const weak = passwordProblem(password, email);
  if (weak) return fail(weak, { fields: { password: weak } });
  const created = await createFirstOwner(deps, { token, name, email, passwordHash: await hashPassword(password) });
  if (!created.ok) return created;
  const signedIn = await signInMerchant({ email, password });
  return signedIn.ok ? redirect('/admin') : signedIn;
});
