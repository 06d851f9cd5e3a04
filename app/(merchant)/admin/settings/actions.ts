'use server';

import { taxFormSchema, zoneFormSchema, zoneRemovalSchema } from '@/lib/domain/cart/terms-form';
import { notificationsFormSchema } from '@/lib/domain/merchants/notifications';
import { synonymsFormSchema } from '@/lib/domain/messaging/synonyms';
import { sellerFormSchema } from '@/lib/domain/papers/seller';
import { withSeenVersion } from '@/lib/domain/seen-version';
import { brandFormSchema, legalFormSchema } from '@/lib/domain/shop';
import { editSeller } from '@/lib/flows/edit-seller';
import { editBrand, editLegalText } from '@/lib/flows/edit-shop';
import { editSynonyms } from '@/lib/flows/edit-synonyms';
import { editTaxRates, removeZone, saveZone } from '@/lib/flows/edit-terms';
import { editNotifications } from '@/lib/flows/tell-staff';
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
  ({ deps, merchant: { merchantId } }, { seenVersion, input: { groups } }) =>
    editSynonyms(deps, { groups, seenVersion, merchantId }),
);

export const changeBrand = merchantAction(
  'settings.edit',
  withSeenVersion(brandFormSchema),
  ({ deps, merchant: { merchantId } }, { seenVersion, input: brand }) =>
    editBrand(deps, { brand, seenVersion, merchantId }),
);

export const changeLegalText = merchantAction(
  'settings.edit',
  withSeenVersion(legalFormSchema),
  ({ deps, merchant: { merchantId } }, { seenVersion, input }) =>
    editLegalText(deps, { ...input, seenVersion, merchantId }),
);

export const changeZone = merchantAction(
  'settings.edit',
  withSeenVersion(zoneFormSchema),
  ({ deps, merchant: { merchantId } }, { seenVersion, input: zone }) =>
    saveZone(deps, { zone, seenVersion, merchantId }),
);

export const dropZone = merchantAction(
  'settings.edit',
  withSeenVersion(zoneRemovalSchema),
  ({ deps, merchant: { merchantId } }, { seenVersion, input }) =>
    removeZone(deps, { ...input, seenVersion, merchantId }),
);

export const changeTaxRates = merchantAction(
  'settings.edit',
  withSeenVersion(taxFormSchema),
  ({ deps, merchant: { merchantId } }, { seenVersion, input: tax }) =>
    editTaxRates(deps, { tax, seenVersion, merchantId }),
);

export const changeNotifications = merchantAction(
  'settings.edit',
  withSeenVersion(notificationsFormSchema),
  ({ deps, merchant: { merchantId } }, { seenVersion, input: wish }) =>
    editNotifications(deps, { wish, seenVersion, merchantId }),
);
