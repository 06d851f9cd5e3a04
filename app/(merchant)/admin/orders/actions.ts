'use server';

import { redirect } from 'next/navigation';
import { fulfilManyFormSchema, orderViewFormSchema, removeOrderViewSchema } from '@/lib/domain/orders/order-list';
import { keepOrderView, removeOrderView } from '@/lib/flows/edit-order-views';
import { fulfilMany } from '@/lib/flows/fulfil-many';
import { merchantAction } from '@/lib/server/action';

export const markManyAsSent = merchantAction('orders.handle', fulfilManyFormSchema, ({ deps, merchant }, asked) =>
  fulfilMany(deps, { ...asked, who: `merchant:${merchant.merchantId}` }),
);

export const keepView = merchantAction('orders.handle', orderViewFormSchema, ({ deps }, view) =>
  keepOrderView(deps, view),
);

export const removeView = merchantAction('orders.handle', removeOrderViewSchema, async ({ deps }, { id }) => {
  await removeOrderView(deps, id);
  return redirect('/admin/orders');
});
