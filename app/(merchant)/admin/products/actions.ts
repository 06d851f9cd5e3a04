'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { bulkEditSchema } from '@/lib/domain/catalogue/bulk-edit';
import { copyProduct } from '@/lib/flows/copy-product';
import { editMany } from '@/lib/flows/edit-many';
import { saveProduct } from '@/lib/flows/save-product';
import { merchantAction } from '@/lib/server/action';
import { productFormSchema } from '@/lib/server/product-form';

export const save = merchantAction(
  'catalogue.edit',
  productFormSchema,
  async ({ deps, merchant }, { productId, seenVersion, product: input }) => {
    const saved = await saveProduct(deps, { productId, seenVersion, input, merchantId: merchant.merchantId });
    return saved.ok && seenVersion === 0 ? redirect(`/admin/products/${productId}`) : saved;
  },
);

export const copy = merchantAction(
  'catalogue.edit',
  z.strictObject({ productId: z.string().regex(/^[\w:-]{1,100}$/), copyId: z.string().regex(/^[\w-]{16,64}$/) }),
  async ({ deps, merchant }, edit) => {
    const copied = await copyProduct(deps, { ...edit, merchantId: merchant.merchantId });
    return copied.ok ? redirect(`/admin/products/${edit.copyId}`) : copied;
  },
);

export const changeMany = merchantAction('catalogue.edit', bulkEditSchema, ({ deps, merchant }, edit) =>
  editMany(deps, { ...edit, merchantId: merchant.merchantId }),
);
