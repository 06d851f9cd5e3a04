'use server';

import { z } from 'zod';
import { judgeReview } from '@/lib/flows/write-review';
import { merchantAction } from '@/lib/server/action';

const formSchema = z.strictObject({
  reviewId: z.string().regex(/^[\w-]{1,64}$/),
  status: z.enum(['shown', 'refused']),
});

export const judge = merchantAction('people.answer', formSchema, ({ deps, merchant }, decision) =>
  judgeReview(deps, { ...decision, merchantId: merchant.merchantId }),
);
