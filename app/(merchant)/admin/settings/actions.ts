'use server';

import { synonymsFormSchema } from '@/lib/domain/messaging/synonyms';
import { sellerFormSchema } from '@/lib/domain/papers/seller';
import { withSeenVersion } from '@/lib/domain/seen-version';
import { editSeller } from '@/lib/flows/edit-seller';
import { editSynonyms } from '@/lib/flows/edit-synonyms';
import { merchantAction } from '@/lib/server/action';

export const changeSeller = merchantAction(
  'settings.edit',
  withSeenVersion(sellerFormSchema),
  ({ deps, merchant }, { seenVersion, input: seller }) =>
    editSeller(deps, { seller, seenVersion, merchantId: merchant.merchantId }),
);

export const changeSynonyms = merchantAction(
  'settings.edit',
  withSeenVersion(synonymsFormSchema),
  ({ deps }, { seenVersion, input: { groups } }) => editSynonyms(deps, { groups, seenVersion }),
);
