import { drawButton, drawCard } from './draw-card';
import { drawFlight, drawGrid, drawMedia } from './draw-templates';
import { couponButtons, scoresOf } from './forms';
import type { PageMessage, Template } from './graph/message-shapes';
import { fillTemplate } from './graph/message-templates';
import type { Receipt } from './graph/receipt-rules';
import { OPT_IN_TITLE } from './opt-in';
import type { ScreenContent, ScreenReceipt } from './screen-contract';
import type { MessengerState } from './state';

/** What a bubble shows beside its own words: files by id, approved templates, the Page's catalogue. */
export type Kept = Pick<MessengerState, 'attachments' | 'utilityTemplates' | 'catalogue'>;

function drawReceipt(receipt: Receipt): ScreenReceipt {
  const { address, summary } = receipt;
  return {
    recipientName: receipt.recipient_name,
    ...(receipt.merchant_name ? { merchantName: receipt.merchant_name } : {}),
    orderNumber: receipt.order_number,
    currency: receipt.currency,
    paymentMethod: receipt.payment_method,
    ...(receipt.order_url ? { orderUrl: receipt.order_url } : {}),
    ...(receipt.timestamp ? { timestampSeconds: Number(receipt.timestamp) } : {}),
    elements: (receipt.elements ?? []).map((element) => ({
      title: element.title,
      ...(element.subtitle ? { subtitle: element.subtitle } : {}),
      ...(element.quantity === undefined ? {} : { quantity: element.quantity }),
      price: element.price,
      ...(element.image_url ? { imageUrl: element.image_url } : {}),
    })),
    ...(address
      ? {
          address: {
            street1: address.street_1,
            ...(address.street_2 ? { street2: address.street_2 } : {}),
            city: address.city,
            postalCode: address.postal_code,
            state: address.state,
            country: address.country,
          },
        }
      : {}),
    summary: {
      ...(summary.subtotal === undefined ? {} : { subtotal: summary.subtotal }),
      ...(summary.shipping_cost === undefined ? {} : { shipping: summary.shipping_cost }),
      ...(summary.total_tax === undefined ? {} : { tax: summary.total_tax }),
      total: summary.total_cost,
    },
    adjustments: receipt.adjustments ?? [],
  };
}

// Pictures of the catalogue are Meta's own; here one sign stands for all.
const PRODUCT_PICTURE = '/page-icon.svg';

function drawTemplate(template: Template, kept: Kept): ScreenContent {
  switch (template.template_type) {
    case 'generic':
      return {
        kind: 'generic',
        aspect: template.image_aspect_ratio ?? 'horizontal',
        sharable: template.sharable ?? false,
        cards: template.elements.map(drawCard),
      };
    case 'list':
      return {
        kind: 'list',
        large: template.top_element_style !== 'compact',
        cards: template.elements.map(drawCard),
        buttons: (template.buttons ?? []).map(drawButton),
      };
    case 'button':
      return { kind: 'button', text: template.text, buttons: template.buttons.map(drawButton) };
    case 'receipt':
      return { kind: 'receipt', receipt: drawReceipt(template) };
    case 'media':
      return drawMedia(template, kept.attachments);
    case 'product':
      return {
        kind: 'generic',
        aspect: 'square',
        sharable: false,
        cards: template.elements.map(({ id }) => {
          const product = kept.catalogue.get(id);
          return {
            title: product?.title ?? id,
            subtitle: product?.price ?? '',
            imageUrl: PRODUCT_PICTURE,
            buttons: [],
          };
        }),
      };
    case 'coupon':
      return {
        kind: 'coupon',
        title: template.title,
        subtitle: template.subtitle ?? 'Terms may apply.',
        ...(template.image_url ? { imageUrl: template.image_url } : {}),
        buttons: couponButtons(template).map(({ title, type }) => ({ type: 'other', title, kind: type })),
      };
    case 'image_grid':
      return drawGrid(template);
    case 'customer_feedback': {
      const [asked] = template.feedback_screens[0]?.questions ?? [];
      return {
        kind: 'feedback',
        title: template.title,
        ...(template.subtitle ? { subtitle: template.subtitle } : {}),
        ...(asked?.title ? { question: asked.title } : {}),
        scores: scoresOf(asked?.type ?? 'csat'),
        privacyUrl: template.business_privacy.url,
      };
    }
    case 'customer_information': {
      const { countries, expires_in_days: days, business_privacy: privacy } = template;
      return { kind: 'information', countries, days, privacyUrl: privacy.url };
    }
    case 'notification_messages':
      return {
        kind: 'button',
        text: template.title,
        buttons: [{ type: 'other', title: OPT_IN_TITLE, kind: 'notification_messages' }],
      };
    case 'open_graph': {
      const [page] = template.elements;
      const url = page?.url ?? '';
      const buttons = (page?.buttons ?? []).map(drawButton);
      const card = { title: new URL(url).host, subtitle: url, tapUrl: url, buttons };
      return { kind: 'generic', aspect: 'horizontal', sharable: false, cards: [card] };
    }
    default:
      return drawFlight(template);
  }
}

/** A message as it is drawn in a bubble. */
export function drawMessage(message: PageMessage, kept: Kept): ScreenContent {
  if (message.text !== undefined) return { kind: 'text', text: message.text };
  const { attachment, template } = message;
  if (attachment?.type === 'template') return drawTemplate(attachment.payload, kept);
  if (attachment) {
    const { url: given, attachment_id: id } = attachment.payload;
    const url = given ?? kept.attachments.get(id ?? '') ?? null;
    return attachment.type === 'image' && url
      ? { kind: 'image', url }
      : { kind: 'file', type: typeOf(attachment), url };
  }
  if (template) return { kind: 'text', text: fillTemplate(template, kept.utilityTemplates) };
  return { kind: 'sticker', id: String(message.sticker_id) };
}

function typeOf({ type }: { type: 'image' | 'audio' | 'video' | 'file' }): 'audio' | 'video' | 'file' {
  return type === 'image' ? 'file' : type;
}
