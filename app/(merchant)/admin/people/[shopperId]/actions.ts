'use server';

import { draftFormSchema } from '@/lib/domain/messaging/pay-link';
import {
  assignFormSchema,
  conversationFormSchema,
  mailFormSchema,
  noteFormSchema,
  passFormSchema,
  productFormSchema,
  replyFormSchema,
} from '@/lib/domain/messaging/people-forms';
import { addNote, assignConversation, markSeen, markUnread } from '@/lib/flows/edit-conversation';
import { closeConversation, handBack, passToInbox, reopenConversation, takeOver } from '@/lib/flows/lead-conversation';
import { replyAsPerson, replyByMail, sendProductCard } from '@/lib/flows/reply-as-person';
import { sendPayLink } from '@/lib/flows/send-pay-link';
import { merchantAction } from '@/lib/server/action';

export const reply = merchantAction('people.answer', replyFormSchema, ({ deps, merchant: { merchantId } }, said) =>
  replyAsPerson(deps, { ...said, merchantId }),
);
export const sendMail = merchantAction('people.answer', mailFormSchema, ({ deps, merchant: { merchantId } }, said) =>
  replyByMail(deps, { ...said, merchantId }),
);
export const sendProduct = merchantAction(
  'people.answer',
  productFormSchema,
  ({ deps, merchant: { merchantId } }, said) => sendProductCard(deps, { ...said, merchantId }),
);
export const sendDraft = merchantAction('people.answer', draftFormSchema, ({ deps, merchant: { merchantId } }, said) =>
  sendPayLink(deps, { ...said, merchantId }),
);
export const keepNote = merchantAction('people.answer', noteFormSchema, ({ deps, merchant: { merchantId } }, note) =>
  addNote(deps, { ...note, merchantId }),
);
export const assign = merchantAction(
  'people.answer',
  assignFormSchema,
  ({ deps, merchant }, { shopperId, merchantId: to }) =>
    assignConversation(deps, { shopperId, to, merchantId: merchant.merchantId }),
);
export const lead = merchantAction(
  'people.answer',
  conversationFormSchema,
  ({ deps, merchant: { merchantId } }, { shopperId }) => takeOver(deps, { shopperId, merchantId }),
);
export const giveBack = merchantAction(
  'people.answer',
  conversationFormSchema,
  ({ deps, merchant: { merchantId } }, { shopperId }) => handBack(deps, { shopperId, merchantId }),
);
export const pass = merchantAction('people.answer', passFormSchema, ({ deps, merchant: { merchantId } }, asked) =>
  passToInbox(deps, { ...asked, merchantId }),
);
export const close = merchantAction(
  'people.answer',
  conversationFormSchema,
  ({ deps, merchant: { merchantId } }, { shopperId }) => closeConversation(deps, { shopperId, merchantId }),
);
export const reopen = merchantAction(
  'people.answer',
  conversationFormSchema,
  ({ deps, merchant: { merchantId } }, { shopperId }) => reopenConversation(deps, { shopperId, merchantId }),
);
export const see = merchantAction('people.answer', conversationFormSchema, ({ deps }, asked) => markSeen(deps, asked));
export const putBack = merchantAction('people.answer', conversationFormSchema, ({ deps }, asked) =>
  markUnread(deps, asked),
);
