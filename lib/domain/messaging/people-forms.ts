import { z } from 'zod';
import { maskCardNumbers } from './mask-cards';
import { NOTE_AT_MOST, REPLY_AT_MOST } from './reply-length';

const conversationId = z.string().regex(/^[\w-]{1,64}$/);
const requestId = z.string().regex(/^[\w-]{16,64}$/);

const words = (max: number) => z.string().trim().min(1).max(max).transform(maskCardNumbers);

export const replyFormSchema = z.strictObject({ shopperId: conversationId, requestId, text: words(REPLY_AT_MOST) });
/** By mail, to the address of one of her orders. */
export const mailFormSchema = replyFormSchema.extend({ orderId: conversationId });
export const productFormSchema = z.strictObject({
  shopperId: conversationId,
  requestId,
  slug: z.string().regex(/^[\w-]{1,200}$/),
});
export const noteFormSchema = z.strictObject({ shopperId: conversationId, requestId, text: words(NOTE_AT_MOST) });
export const conversationFormSchema = z.strictObject({ shopperId: conversationId });
/** Nobody is the empty choice. */
export const assignFormSchema = z.strictObject({
  shopperId: conversationId,
  merchantId: z
    .string()
    .max(64)
    .transform((id) => id || null),
});
/** `metadata` tells the colleague in the Page's inbox what it is about. */
export const passFormSchema = z.strictObject({
  shopperId: conversationId,
  metadata: z.string().trim().max(200).transform(maskCardNumbers),
});
export const cannedFormSchema = z
  .strictObject({
    id: requestId,
    title: z.string().trim().min(1).max(60),
    textDe: z.string().trim().max(REPLY_AT_MOST),
    textEn: z.string().trim().max(REPLY_AT_MOST),
  })
  .refine(({ textDe, textEn }) => textDe !== '' || textEn !== '', { path: ['textDe'] });
export type CannedReply = z.infer<typeof cannedFormSchema>;
/** The name that she speaks under in threads; empty: the Page speaks. */
export const personaFormSchema = z.strictObject({ name: z.string().trim().max(40).transform(maskCardNumbers) });
export const removeCannedSchema = z.strictObject({ id: requestId });
