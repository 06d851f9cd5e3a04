'use server';

import { paymentSettingsSchema } from '@/lib/domain/payments/settings';
import { editPaymentSettings } from '@/lib/flows/edit-payment-settings';
import { merchantAction } from '@/lib/server/action';

export const sayWhenToTake = merchantAction(paymentSettingsSchema, ({ deps, merchant }, settings) =>
  editPaymentSettings(deps, { ...settings, merchantId: merchant.merchantId }),
);
