'use server';

import {
  addressFormSchema,
  cancelFormSchema,
  captureFormSchema,
  deliveredFormSchema,
  fulfilFormSchema,
  orderNoteFormSchema,
  refundFormSchema,
} from '@/lib/domain/orders/order-edits';
import { cancelOrder } from '@/lib/flows/cancel-order';
import { captureOrder } from '@/lib/flows/capture-order';
import { changeOrderAddress } from '@/lib/flows/change-order-address';
import { deliverParcel } from '@/lib/flows/deliver-parcel';
import { fulfilOrder } from '@/lib/flows/fulfil-order';
import { noteOrder } from '@/lib/flows/note-order';
import { refundOrder } from '@/lib/flows/refund-order';
import { merchantAction } from '@/lib/server/action';

export const giveMoneyBack = merchantAction('orders.refund', refundFormSchema, ({ deps, merchant }, asked) =>
  refundOrder(deps, { ...asked, who: `merchant:${merchant.merchantId}` }),
);

export const markAsSent = merchantAction('orders.handle', fulfilFormSchema, ({ deps, merchant }, asked) =>
  fulfilOrder(deps, { ...asked, who: `merchant:${merchant.merchantId}` }),
);

export const markAsDelivered = merchantAction('orders.handle', deliveredFormSchema, ({ deps, merchant }, asked) =>
  deliverParcel(deps, { ...asked, who: `merchant:${merchant.merchantId}` }),
);

export const addNote = merchantAction(
  'orders.handle',
  orderNoteFormSchema,
  ({ deps, merchant: { merchantId } }, asked) => noteOrder(deps, { ...asked, merchantId }),
);

export const changeAddress = merchantAction('orders.handle', addressFormSchema, ({ deps, merchant }, asked) =>
  changeOrderAddress(deps, { ...asked, who: `merchant:${merchant.merchantId}` }),
);

export const callOff = merchantAction('orders.refund', cancelFormSchema, ({ deps, merchant }, asked) =>
  cancelOrder(deps, { ...asked, shopperId: null, who: `merchant:${merchant.merchantId}` }),
);

export const takeMoney = merchantAction('orders.handle', captureFormSchema, ({ deps }, asked) =>
  captureOrder(deps, asked),
);
