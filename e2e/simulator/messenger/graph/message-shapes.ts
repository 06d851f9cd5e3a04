import { z } from 'zod';
import { buttonShape, defaultActionShape, payload, webUrl } from './button-shapes';
import { receiptShape } from './receipt-rules';
import {
  airlineShapes,
  couponShape,
  feedbackShape,
  imageGridShape,
  informationShape,
  mediaShape,
  openGraphShape,
  productShape,
} from './template-shapes';

const attachmentId = z.union([z.string().min(1), z.number().int()]).transform(String);

const elementShape = z
  .strictObject({
    title: z.string().min(1).max(80),
    subtitle: z.string().max(80).optional(),
    image_url: webUrl.optional(),
    default_action: defaultActionShape.optional(),
    buttons: z.array(buttonShape).min(1).max(3).optional(),
  })
  .refine(
    (element) => element.subtitle || element.image_url || element.default_action || element.buttons,
    'a title and at least one more member',
  );
export type Element = z.infer<typeof elementShape>;

const genericShape = z.strictObject({
  template_type: z.literal('generic'),
  sharable: z.boolean().optional(),
  image_aspect_ratio: z.enum(['horizontal', 'square']).optional(),
  elements: z.array(elementShape).min(1).max(10),
});

const buttonTemplateShape = z.strictObject({
  template_type: z.literal('button'),
  sharable: z.boolean().optional(),
  text: z.string().min(1).max(640),
  buttons: z.array(buttonShape).min(1).max(3),
});

/** Deprecated with v4.0; taken in era 2016 only. */
const listShape = z.strictObject({
  template_type: z.literal('list'),
  sharable: z.boolean().optional(),
  top_element_style: z.enum(['large', 'compact']).optional(),
  elements: z.array(elementShape).min(2).max(4),
  buttons: z.array(buttonShape).max(1).optional(),
});

/** Asks whether the Page may write beyond the 24 hours. Source: Messenger Platform docs, Marketing Messages. */
const optInShape = z.strictObject({
  template_type: z.literal('notification_messages'),
  title: z.string().min(1).max(65),
  image_url: webUrl.optional(),
  payload,
  notification_messages_timezone: z.string().optional(),
  notification_messages_cta_text: z.string().optional(),
});

export const templateShape = z.discriminatedUnion('template_type', [
  genericShape,
  buttonTemplateShape,
  receiptShape,
  mediaShape,
  productShape,
  listShape,
  optInShape,
  couponShape,
  imageGridShape,
  feedbackShape,
  informationShape,
  openGraphShape,
  ...airlineShapes,
]);
export type Template = z.infer<typeof templateShape>;

export const mediaAttachmentShape = z.strictObject({
  type: z.enum(['image', 'audio', 'video', 'file']),
  payload: z
    .strictObject({
      url: webUrl.optional(),
      attachment_id: attachmentId.optional(),
      is_reusable: z.boolean().optional(),
    })
    .refine((media) => media.url || media.attachment_id, 'needs url or attachment_id'),
});

export const attachmentShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('template'), payload: templateShape }),
  mediaAttachmentShape,
]);

const quickReplyShape = z.discriminatedUnion('content_type', [
  z.strictObject({
    content_type: z.literal('text'),
    title: z.string().min(1).max(20),
    payload,
    image_url: webUrl.optional(),
  }),
  z.strictObject({ content_type: z.literal('user_email') }),
  z.strictObject({ content_type: z.literal('user_phone_number') }),
]);
export type QuickReply = z.infer<typeof quickReplyShape>;

/** An approved utility template by name; only in the current era. */
export type Utility = z.infer<typeof utilityShape>;
const utilityShape = z.strictObject({
  name: z.string().min(1),
  language: z.strictObject({ code: z.string().min(2) }),
  components: z
    .array(
      z.looseObject({
        type: z.string(),
        parameters: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).optional(),
      }),
    )
    .optional(),
});

export const messageShape = z
  .strictObject({
    text: z.string().min(1).optional(),
    attachment: attachmentShape.optional(),
    sticker_id: z.union([z.string(), z.number()]).optional(),
    template: utilityShape.optional(),
    quick_replies: z.array(quickReplyShape).min(1).max(13).optional(),
    metadata: z.string().max(1000).optional(),
  })
  .refine(
    (message) =>
      [message.text, message.attachment, message.sticker_id, message.template].filter((part) => part !== undefined)
        .length === 1,
    'needs exactly one of text, attachment, sticker_id and template',
  );
export type PageMessage = z.infer<typeof messageShape>;

const recipientShape = z.union([
  z.strictObject({ id: z.string().min(1) }),
  z.strictObject({ user_ref: z.string().min(1) }),
  z.strictObject({ comment_id: z.string().min(1) }),
  z.strictObject({ post_id: z.string().min(1) }),
  z.strictObject({ notification_messages_token: z.string().min(1) }),
]);

/** The whole body of `POST /me/messages`. */
export const sendShape = z.strictObject({
  recipient: recipientShape,
  messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG', 'UTILITY']).optional(),
  message: messageShape.optional(),
  sender_action: z.enum(['mark_seen', 'typing_on', 'typing_off', 'react', 'unreact']).optional(),
  payload: z.strictObject({ message_id: z.string(), reaction: z.string().optional() }).optional(),
  tag: z.string().optional(),
  notification_type: z.enum(['REGULAR', 'SILENT_PUSH', 'NO_PUSH']).optional(),
  reply_to: z.strictObject({ mid: z.string().min(1) }).optional(),
  persona_id: z.string().min(1).optional(),
});
export type SendBody = z.infer<typeof sendShape>;
