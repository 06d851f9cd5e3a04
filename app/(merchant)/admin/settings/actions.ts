'use server';

import { sellerFormSchema } from '@/lib/domain/papers/seller';
import { editSeller } from '@/lib/flows/edit-seller';
import { merchantAction } from '@/lib/server/action';

export const changeSeller = merchantAction(sellerFormSchema, ({ deps, merchant }, seller) =>
  editSeller(deps, { seller, merchantId: merchant.merchantId }),
);
