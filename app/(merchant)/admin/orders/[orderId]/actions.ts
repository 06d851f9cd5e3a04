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

export const giveMoneyBack = merchantAction(refundFormSchema, ({ deps, merchant }, asked) =>
  refundOrder(deps, { ...asked, who: `merchant:${merchant.merchantId}` }),
);

export const markAsSent = merchantAction(fulfilFormSchema, ({ deps, merchant }, asked) =>
  fulfilOrder(deps, { ...asked, who: `merchant:${merchant.merchantId}` }),
);

export const markAsDelivered = merchantAction(deliveredFormSchema, ({ deps, merchant }, asked) =>
  deliverParcel(deps, { ...asked, who: `merchant:${merchant.merchantId}` }),
);

export const addNote = merchantAction(orderNoteFormSchema, ({ deps, merchant: { merchantId } }, asked) =>
  noteOrder(deps, { ...asked, merchantId }),
);

export const changeAddress = merchantAction(addressFormSchema, ({ deps, merchant }, asked) =>
  changeOrderAddress(deps, { ...asked, who: `merchant:${merchant.merchantId}` }),
);

export const callOff = merchantAction(cancelFormSchema, ({ deps, merchant }, asked) =>
  cancelOrder(deps, { ...asked, shopperId: null, who: `merchant:${merchant.merchantId}` }),
);

export const takeMoney = merchantAction(captureFormSchema, ({ deps }, asked) => captureOrder(deps, asked));
