import { z } from 'zod';
import type { ScreenButton, ScreenContent, ScreenReceipt } from '@/e2e/simulator/messenger/screen-contract';

export const heightRatio = z.enum(['compact', 'tall', 'full']);
const line = z.object({ label: z.string(), amount: z.string() });

const button = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('web_url'),
    title: z.string(),
    url: z.string(),
    heightRatio,
    extensions: z.boolean(),
    shareHidden: z.boolean(),
  }),
  z.object({ type: z.literal('postback'), title: z.string(), payload: z.string() }),
  z.object({ type: z.literal('element_share'), title: z.string() }),
  z.object({
    type: z.literal('payment'),
    title: z.string(),
    payload: z.string(),
    summary: z.object({ merchantName: z.string(), currency: z.string(), lines: z.array(line) }),
  }),
  z.object({ type: z.literal('other'), title: z.string(), kind: z.string() }),
]) satisfies z.ZodType<ScreenButton>;

const receipt = z.object({
  recipientName: z.string(),
  merchantName: z.string().optional(),
  orderNumber: z.string(),
  currency: z.string(),
  paymentMethod: z.string(),
  orderUrl: z.string().optional(),
  timestampSeconds: z.number().optional(),
  elements: z.array(
    z.object({
      title: z.string(),
      subtitle: z.string().optional(),
      quantity: z.number().optional(),
      price: z.number(),
      imageUrl: z.string().optional(),
    }),
  ),
  address: z
    .object({
      street1: z.string(),
      street2: z.string().optional(),
      city: z.string(),
      postalCode: z.string(),
      state: z.string(),
      country: z.string(),
    })
    .optional(),
  summary: z.object({
    subtotal: z.number().optional(),
    shipping: z.number().optional(),
    tax: z.number().optional(),
    total: z.number(),
  }),
  adjustments: z.array(z.object({ name: z.string(), amount: z.number() })),
}) satisfies z.ZodType<ScreenReceipt>;

const card = z.object({
  title: z.string(),
  subtitle: z.string().optional(),
  imageUrl: z.string().optional(),
  tapUrl: z.string().optional(),
  buttons: z.array(button),
});

const url = z.string().nullable();
const buttons = z.array(button);

/** What a bubble holds, as the server draws it. */
export const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('generic'),
    aspect: z.enum(['horizontal', 'square']),
    sharable: z.boolean(),
    cards: z.array(card),
  }),
  z.object({ kind: z.literal('button'), text: z.string(), buttons }),
  z.object({ kind: z.literal('list'), large: z.boolean(), cards: z.array(card), buttons }),
  z.object({ kind: z.literal('receipt'), receipt }),
  z.object({ kind: z.literal('image'), url: z.string() }),
  z.object({ kind: z.literal('file'), type: z.enum(['audio', 'video', 'file']), url }),
  z.object({ kind: z.literal('sticker'), id: z.string() }),
  z.object({ kind: z.literal('media'), type: z.enum(['image', 'video']), url, buttons }),
  z.object({
    kind: z.literal('grid'),
    images: z.array(z.object({ url: z.string(), hero: z.boolean() })),
    title: z.string().optional(),
    subtitle: z.string().optional(),
    buttons,
  }),
  z.object({
    kind: z.literal('coupon'),
    title: z.string(),
    subtitle: z.string(),
    imageUrl: z.string().optional(),
    buttons,
  }),
  z.object({
    kind: z.literal('feedback'),
    title: z.string(),
    subtitle: z.string().optional(),
    question: z.string().optional(),
    scores: z.array(z.number()),
    privacyUrl: z.string(),
  }),
  z.object({
    kind: z.literal('information'),
    countries: z.array(z.string()),
    days: z.number(),
    privacyUrl: z.string(),
  }),
  z.object({
    kind: z.literal('flight'),
    text: z.string(),
    rows: z.array(z.object({ label: z.string(), value: z.string() })),
  }),
]) satisfies z.ZodType<ScreenContent>;
