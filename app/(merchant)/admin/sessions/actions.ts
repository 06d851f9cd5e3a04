'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { endSessions } from '@/lib/flows/end-sessions';
import { merchantAction } from '@/lib/server/action';

export const signOutEverywhere = merchantAction('desk.own', z.strictObject({}), async ({ deps, merchant }) => {
  await endSessions(deps, merchant.merchantId);
  return redirect('/sign-in');
});
