'use server';

import { redirect } from 'next/navigation';
import {
  homeBlockFormSchema,
  homeRestoreFormSchema,
  homeStepFormSchema,
  homeVersionFormSchema,
} from '@/lib/domain/home/block-form';
import { beginHome, publishHome, restoreHome, saveHomeBlock, stepHomeBlock } from '@/lib/flows/edit-home';
import { merchantAction } from '@/lib/server/action';

export const saveBlock = merchantAction('catalogue.edit', homeBlockFormSchema, async ({ deps, merchant }, posted) => {
  const saved = await saveHomeBlock(deps, { ...posted, merchantId: merchant.merchantId });
  return saved.ok ? redirect('/admin/home') : saved;
});

export const stepBlock = merchantAction('catalogue.edit', homeStepFormSchema, ({ deps, merchant }, step) =>
  stepHomeBlock(deps, { ...step, merchantId: merchant.merchantId }),
);

export const begin = merchantAction('catalogue.edit', homeVersionFormSchema, ({ deps, merchant }, seen) =>
  beginHome(deps, { ...seen, merchantId: merchant.merchantId }),
);

export const publish = merchantAction('catalogue.edit', homeVersionFormSchema, ({ deps, merchant }, seen) =>
  publishHome(deps, { ...seen, merchantId: merchant.merchantId }),
);

export const restore = merchantAction('catalogue.edit', homeRestoreFormSchema, ({ deps, merchant }, wanted) =>
  restoreHome(deps, { ...wanted, merchantId: merchant.merchantId }),
);
