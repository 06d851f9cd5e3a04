'use server';

import { priceEditSchema, stockEditSchema } from '@/lib/domain/catalogue/edits';
import { changePrices } from '@/lib/flows/edit-catalogue';
import { adjustStock } from '@/lib/flows/edit-stock';
import { merchantAction } from '@/lib/server/action';

export const savePrices = merchantAction('catalogue.edit', priceEditSchema, ({ deps, merchant }, edit) =>
  changePrices(deps, { ...edit, merchantId: merchant.merchantId }),
);

export const bookStock = merchantAction('stock.edit', stockEditSchema, ({ deps, merchant }, edit) =>
  adjustStock(deps, { ...edit, merchantId: merchant.merchantId }),
);
