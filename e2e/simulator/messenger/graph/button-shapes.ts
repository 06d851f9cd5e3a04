import { z } from 'zod';

export const webUrl = z.url({ protocol: /^https?$/, error: 'must be a http(s) URL' }).max(2048);
const title = z.string().trim().min(1).max(20);
export const payload = z.string().min(1).max(1000);
const heightRatio = z.enum(['compact', 'tall', 'full']);

const webviewMembers = {
  type: z.literal('web_url'),
  url: webUrl,
  webview_height_ratio: heightRatio.optional(),
  messenger_extensions: z.boolean().optional(),
  fallback_url: webUrl.optional(),
  webview_share_button: z.enum(['hide', 'show']).optional(),
};

export const defaultActionShape = z.strictObject(webviewMembers);
export const urlButtonShape = z.strictObject({ ...webviewMembers, title });
export type UrlButton = z.infer<typeof urlButtonShape>;
export type WebTarget = Omit<UrlButton, 'title'>;

export const postbackButtonShape = z.strictObject({ type: z.literal('postback'), title, payload });

const phoneButtonShape = z.strictObject({
  type: z.literal('phone_number'),
  title,
  payload: z.string().regex(/^\+[0-9]{4,20}$/),
});

const accountLinkShape = z.strictObject({ type: z.literal('account_link'), url: webUrl });
const accountUnlinkShape = z.strictObject({ type: z.literal('account_unlink') });
const gamePlayShape = z.looseObject({ type: z.literal('game_play'), title });

/** Amounts on Messenger's wire: decimal strings. */
export const decimal = z.string().regex(/^[0-9]+(\.[0-9]{1,2})?$/);
const priceLine = z.strictObject({ label: z.string().min(1), amount: decimal });

/** The native Buy button of the 2016 beta: titled `buy`, first in its element. */
const paymentButtonShape = z.strictObject({
  type: z.literal('payment'),
  title: z.literal('buy'),
  payload,
  payment_summary: z.strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/),
    payment_type: z.enum(['FIXED_AMOUNT', 'FLEXIBLE_AMOUNT']),
    is_test_payment: z.boolean().optional(),
    merchant_name: z.string().min(1),
    requested_user_info: z.array(z.enum(['shipping_address', 'contact_name', 'contact_phone', 'contact_email'])),
    price_list: z.array(priceLine).min(1),
  }),
});

/** What a share may carry: one generic element with at most one URL button. */
const sharedContents = z.strictObject({
  attachment: z.strictObject({
    type: z.literal('template'),
    payload: z.strictObject({
      template_type: z.literal('generic'),
      image_aspect_ratio: z.enum(['horizontal', 'square']).optional(),
      sharable: z.boolean().optional(),
      elements: z
        .array(
          z.strictObject({
            title: z.string().min(1).max(80),
            subtitle: z.string().max(80).optional(),
            image_url: webUrl.optional(),
            default_action: defaultActionShape.optional(),
            buttons: z.array(urlButtonShape).max(1).optional(),
          }),
        )
        .length(1),
    }),
  }),
});
export type SharedContents = z.infer<typeof sharedContents>;

const shareButtonShape = z.strictObject({
  type: z.literal('element_share'),
  share_contents: sharedContents.optional(),
});

export const buttonShape = z.discriminatedUnion('type', [
  urlButtonShape,
  postbackButtonShape,
  phoneButtonShape,
  accountLinkShape,
  accountUnlinkShape,
  gamePlayShape,
  paymentButtonShape,
  shareButtonShape,
]);
export type Button = z.infer<typeof buttonShape>;
