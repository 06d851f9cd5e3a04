'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { merchantAction } from '@/lib/server/action';
import { signOutMerchant } from '@/lib/server/merchant';

export const signOut = merchantAction(z.strictObject({}), async () => {
  await signOutMerchant();
  return redirect('/sign-in');
});
