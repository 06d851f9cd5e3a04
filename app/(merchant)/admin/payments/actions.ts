'use server';

import { paymentSettingsSchema } from '@/lib/domain/payments/settings';
import { withSeenVersion } from '@/lib/domain/seen-version';
import { editPaymentSettings } from '@/lib/flows/edit-payment-settings';
import { merchantAction } from '@/lib/server/action';

export const sayWhenToTake = merchantAction(
  'payments.edit',
  withSeenVersion(paymentSettingsSchema),
  ({ deps, merchant }, { seenVersion, input }) =>
    editPaymentSettings(deps, { ...input, seenVersion, merchantId: merchant.merchantId }),
);
