import { z } from 'zod';
import { currencySchema } from '../money';
import { utilitySchema } from './utility';

/** Why a message leaves; the window rules depend on it. A message without a purpose cannot be built. */
export const purposeSchema = z.enum([
  'answer',
  'receipt',
  'order_update',
  /** Written by a person of the shop. */
  'human_answer',
  /** Advertising, which the stop word ends. */
  'reminder',
  'broadcast',
]);
export type Purpose = z.infer<typeof purposeSchema>;

const button = z.discriminatedUnion('kind', [
  /** Opens a page of the shop in the webview. `path` starts with `/shop`. */
  z.strictObject({
    kind: z.literal('open'),
    title: z.string().max(20),
    path: z.string().startsWith('/shop'),
    height: z.enum(['compact', 'tall', 'full']),
    shareable: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('postback'), title: z.string().max(20), payload: z.string().max(1000) }),
  /** Opens another's page, such as a carrier's, outside the webview. */
  z.strictObject({ kind: z.literal('link'), title: z.string().max(20), url: z.url({ protocol: /^https$/ }).max(500) }),
  /**
   * Messenger's own Buy button (profile 2016): it charges inside the thread. `lines` add up to the total; where it is
   * `flexible`, Messenger asks us for delivery and tax and adds them. It must be the first button of its card.
   */
  z.strictObject({
    kind: z.literal('buy'),
    payload: z.string().max(1000),
    merchantName: z.string().min(1).max(80),
    currency: currencySchema,
    flexible: z.boolean(),
    isTest: z.boolean(),
    lines: z
      .array(z.strictObject({ label: z.string().min(1).max(80), amountMinor: z.int().min(0) }))
      .min(1)
      .max(10),
  }),
  /** Messenger's own share button where it still has one; elsewhere it opens `path` with the share icon in view. */
  z.strictObject({
    kind: z.literal('share'),
    title: z.string().max(20),
    path: z.string().startsWith('/shop'),
    /** The sharer's code: the friend's card then leads into a thread of her own. Without one the card itself is shared. */
    ref: z.string().max(250).optional(),
    /** What the friend's button says. */
    open: z.string().max(20).optional(),
  }),
]);
export type MessageButton = z.infer<typeof button>;

const card = z.strictObject({
  title: z.string().min(1).max(80),
  subtitle: z.string().max(80),
  /** Path below the shop's public address, or null for none. */
  imagePath: z.string().nullable(),
  openPath: z.string().startsWith('/shop'),
  buttons: z.array(button).max(3),
});
export type MessageCard = z.infer<typeof card>;

const quickReply = z.strictObject({
  title: z.string().max(20),
  payload: z.string().max(1000),
  /** Messenger puts her own address or number there, and she confirms it by tapping; where it has no such chip, none is shown. */
  contact: z.enum(['email', 'phone']).optional(),
});

/** What the shop wants to say, in its own words; `lib/messenger/templates.ts` turns it into Meta's JSON. */
export const outgoingMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: z.string().min(1).max(2000),
    quickReplies: z.array(quickReply).max(13).default([]),
    utility: utilitySchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('cards'),
    cards: z.array(card).min(1).max(10),
    quickReplies: z.array(quickReply).max(13).default([]),
  }),
  z.strictObject({
    kind: z.literal('buttons'),
    text: z.string().min(1).max(640),
    buttons: z.array(button).min(1).max(3),
    /** The template that says the same once the 24 hours are over. */
    utility: utilitySchema.optional(),
  }),
  /** By reference: the receipt holds an address, which is unsealed only when it leaves. */
  z.strictObject({ kind: z.literal('receipt_of'), orderId: z.string() }),
  /** By reference: it is the same for many, and each hears it in her own language. */
  z.strictObject({ kind: z.literal('broadcast_of'), broadcastId: z.string() }),
  /** Messenger's own question whether the shop may send advertising beyond the 24 hours. */
  z.strictObject({ kind: z.literal('opt_in'), title: z.string().min(1).max(65), payload: z.string().max(1000) }),
]);
export type StoredMessage = z.infer<typeof outgoingMessageSchema>;

/** A receipt with everything in it, made at the moment of sending. Amounts in minor units. */
export type ReceiptMessage = {
  kind: 'receipt';
  recipientName: string;
  merchantName: string;
  orderNumber: string;
  currency: string;
  paymentMethod: string;
  orderPath: string;
  placedAtSeconds: number;
  lines: { title: string; subtitle: string; quantity: number; totalMinor: number; imagePath: string | null }[];
  /** Null when nobody told one yet. */
  address: {
    street1: string;
    street2: string;
    city: string;
    postalCode: string;
    region: string;
    country: string;
  } | null;
  goodsMinor: number;
  shippingMinor: number;
  taxMinor: number;
  totalMinor: number;
  discounts: { name: string; amountMinor: number }[];
};

export type OutgoingMessage = Exclude<StoredMessage, { kind: 'receipt_of' | 'broadcast_of' }> | ReceiptMessage;
