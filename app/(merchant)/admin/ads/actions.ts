'use server';

import { adIdSchema, adOrderSchema, adSpendSchema } from '@/lib/domain/ads/ad-form';
import { enterAdSpend, makeAd, readAdSpend } from '@/lib/flows/make-ad';
import { merchantAction } from '@/lib/server/action';

export const orderAd = merchantAction('reach.edit', adOrderSchema, ({ deps, merchant }, ad) =>
  makeAd(deps, { ...ad, merchantId: merchant.merchantId }),
);

export const saveSpend = merchantAction('reach.edit', adSpendSchema, ({ deps }, spend) => enterAdSpend(deps, spend));

export const fetchSpend = merchantAction('reach.edit', adIdSchema, ({ deps }, ad) => readAdSpend(deps, ad));
