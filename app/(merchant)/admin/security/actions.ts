'use server';

import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { newPasskeySchema, passkeyNameSchema } from '@/lib/domain/merchants/passkey-forms';
import { PASSWORD_MAX } from '@/lib/domain/merchants/password';
import { fail, succeed } from '@/lib/domain/result';
import { changePassword } from '@/lib/flows/change-password';
import { notePasskey, removePasskey, renamePasskey } from '@/lib/flows/edit-passkeys';
import { noteSecondFactor } from '@/lib/flows/note-second-factor';
import { merchantAction } from '@/lib/server/action';
import { findPasswordProblem } from '@/lib/server/new-password';
import { addPasskey as keepPasskey } from '@/lib/server/passkeys';
import { provePassword } from '@/lib/server/prove-password';
import { dropSecondFactor, giveSecondFactor, prepareSecondFactor } from '@/lib/server/second-factor';

const passwordSchema = z.strictObject({ password: z.string().min(1).max(PASSWORD_MAX) });
const codeSchema = z.strictObject({
  oneTimeCode: z
    .string()
    .trim()
    .regex(/^(?:\s*\d){6}$/),
});

const changeSchema = z.strictObject({
  password: z.string().min(1).max(PASSWORD_MAX),
  newPassword: z.string().min(1).max(1_000),
});

export const change = merchantAction(
  'desk.own',
  changeSchema,
  async ({ deps, merchant }, { password, newPassword }) => {
    const proven = await provePassword(deps.db, merchant, { password, at: deps.now() });
    if (!proven.ok) return proven;
    const weak = await findPasswordProblem(newPassword, merchant.email);
    if (weak) return fail(weak, { fields: { newPassword: weak } });
    await changePassword(deps, { ...merchant, passwordHash: await hashPassword(newPassword) });
    return succeed(null);
  },
);

const nameSchema = z.strictObject({ name: passkeyNameSchema });
const newSchema = z.strictObject({ name: passkeyNameSchema, credential: newPasskeySchema });
const whichSchema = z.strictObject({ passkeyId: z.string().max(100) });

/** Asked before the browser's dialog, so that no passkey is made for nothing where the password is due again. */
export const mayAddPasskey = merchantAction('passkeys.edit', nameSchema, async () => succeed(null));

export const addPasskey = merchantAction(
  'passkeys.edit',
  newSchema,
  async ({ deps, merchant }, { name, credential }) => {
    const added = await keepPasskey(name, credential);
    if (added.ok) await notePasskey(deps, { merchantId: merchant.merchantId, name });
    return added;
  },
);

export const nameThePasskey = merchantAction(
  'desk.own',
  whichSchema.extend({ name: passkeyNameSchema }),
  ({ deps, merchant }, { passkeyId, name }) =>
    renamePasskey(deps, { merchantId: merchant.merchantId, passkeyId, name }),
);

export const dropPasskey = merchantAction('passkeys.edit', whichSchema, ({ deps, merchant }, { passkeyId }) =>
  removePasskey(deps, { merchantId: merchant.merchantId, passkeyId }),
);

export const begin = merchantAction('desk.own', passwordSchema, (_context, { password }) =>
  prepareSecondFactor(password),
);

export const confirm = merchantAction('desk.own', codeSchema, async ({ deps, merchant }, { oneTimeCode }) => {
  const confirmed = await giveSecondFactor(oneTimeCode);
  if (confirmed.ok) await noteSecondFactor(deps, { merchantId: merchant.merchantId, isOn: true });
  return confirmed;
});

export const drop = merchantAction('desk.own', passwordSchema, async ({ deps, merchant }, { password }) => {
  const dropped = await dropSecondFactor(password);
  if (dropped.ok) await noteSecondFactor(deps, { merchantId: merchant.merchantId, isOn: false });
  return dropped;
});
