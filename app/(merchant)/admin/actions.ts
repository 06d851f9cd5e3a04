'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { closeTask } from '@/lib/flows/close-task';
import { merchantAction } from '@/lib/server/action';
import { signOutMerchant } from '@/lib/server/merchant';

export const signOut = merchantAction('desk.own', z.strictObject({}), async () => {
  await signOutMerchant();
  return redirect('/sign-in');
});

const taskSchema = z.strictObject({ taskId: z.string().regex(/^[\w-]{1,64}$/) });

export const markTaskDone = merchantAction('orders.handle', taskSchema, ({ deps, merchant }, { taskId }) =>
  closeTask(deps, { taskId, merchantId: merchant.merchantId }),
);
