'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { PASSWORD_MAX } from '@/lib/domain/merchants/password';
import { wayBack } from '@/lib/domain/merchants/way-back';
import { merchantAction } from '@/lib/server/action';
import { provePassword } from '@/lib/server/prove-password';

const proveSchema = z.strictObject({ password: z.string().min(1).max(PASSWORD_MAX), next: z.string().max(400) });

export const prove = merchantAction('desk.own', proveSchema, async ({ deps, merchant }, { password, next }) => {
  const proven = await provePassword(deps.db, merchant, { password, at: deps.now() });
  return proven.ok ? redirect(wayBack(next)) : proven;
});
