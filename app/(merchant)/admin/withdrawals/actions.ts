'use server';

import { z } from 'zod';
import { handleWithdrawal } from '@/lib/flows/declare-withdrawal';
import { merchantAction } from '@/lib/server/action';

const formSchema = z.strictObject({ withdrawalId: z.string().regex(/^[\w-]{1,64}$/) });

export const markHandled = merchantAction('orders.handle', formSchema, ({ deps, merchant }, { withdrawalId }) =>
  handleWithdrawal(deps, { withdrawalId, merchantId: merchant.merchantId }),
);
