'use server';

import { sellerFormSchema } from '@/lib/domain/papers/seller';
import { withSeenVersion } from '@/lib/domain/seen-version';
import { editSeller } from '@/lib/flows/edit-seller';
import { merchantAction } from '@/lib/server/action';

export const changeSeller = merchantAction(
  withSeenVersion(sellerFormSchema),
  ({ deps, merchant }, { seenVersion, input: seller }) =>
    editSeller(deps, { seller, seenVersion, merchantId: merchant.merchantId }),
);
