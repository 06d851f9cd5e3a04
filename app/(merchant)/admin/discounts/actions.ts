'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { discountFormSchema } from '@/lib/domain/discounts/discount-form';
import { saveDiscount, setDiscountStatus } from '@/lib/flows/edit-discounts';
import { merchantAction } from '@/lib/server/action';

export const save = merchantAction('discounts.edit', discountFormSchema, async ({ deps, merchant }, draft) => {
  const saved = await saveDiscount(deps, { ...draft, merchantId: merchant.merchantId });
  return saved.ok && draft.seenVersion === 0 ? redirect(`/admin/discounts/${draft.id}`) : saved;
});

export const setStatus = merchantAction(
  'discounts.edit',
  z.strictObject({
    discountId: z.string().regex(/^[\w-]{16,64}$/),
    seenVersion: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
    status: z.enum(['active', 'paused']),
  }),
  ({ deps, merchant }, edit) => setDiscountStatus(deps, { ...edit, merchantId: merchant.merchantId }),
);
