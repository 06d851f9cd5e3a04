import type { Button } from './graph/button-shapes';
import type { Element, PageMessage, Template } from './graph/message-shapes';
import { fillTemplate } from './graph/message-templates';
import type { Receipt } from './graph/receipt-rules';
import { OPT_IN_TITLE } from './opt-in';
import type { ScreenButton, ScreenCard, ScreenContent, ScreenReceipt } from './screen-contract';
import type { UtilityTemplate } from './state';

function drawButton(button: Button): ScreenButton {
  switch (button.type) {
    case 'web_url':
      return {
        type: 'web_url',
        title: button.title,
        url: button.url,
        heightRatio: button.webview_height_ratio ?? 'full',
        extensions: button.messenger_extensions ?? false,
        shareHidden: button.webview_share_button === 'hide',
      };
    case 'postback':
      return { type: 'postback', title: button.title, payload: button.payload };
    case 'element_share':
      return { type: 'element_share', title: 'Share' };
    case 'payment': {
      const { merchant_name: merchantName, currency, price_list: lines } = button.payment_summary;
      return {
        type: 'payment',
        title: button.title,
        payload: button.payload,
        summary: { merchantName, currency, lines },
      };
    }
    case 'account_link':
      return { type: 'other', title: 'Log in', kind: button.type };
    case 'account_unlink':
      return { type: 'other', title: 'Log out', kind: button.type };
    default:
      return { type: 'other', title: button.title, kind: button.type };
  }
}

function drawCard(element: Element): ScreenCard {
  return {
    title: element.title,
    ...(element.subtitle ? { subtitle: element.subtitle } : {}),
    ...(element.image_url ? { imageUrl: element.image_url } : {}),
    ...(element.default_action ? { tapUrl: element.default_action.url } : {}),
    buttons: (element.buttons ?? []).map(drawButton),
  };
}

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

function drawTemplate(template: Template): ScreenContent {
  switch (template.template_type) {
    case 'generic':
      return {
        kind: 'generic',
        aspect: template.image_aspect_ratio ?? 'horizontal',
        sharable: template.sharable ?? false,
        cards: template.elements.map(drawCard),
      };
    // Clients have drawn lists as carousels since August 2019.
    case 'list':
      return { kind: 'generic', aspect: 'horizontal', sharable: false, cards: template.elements.map(drawCard) };
    case 'button':
      return { kind: 'button', text: template.text, buttons: template.buttons.map(drawButton) };
    case 'receipt':
      return { kind: 'receipt', receipt: drawReceipt(template) };
    case 'notification_messages':
      return {
        kind: 'button',
        text: template.title,
        buttons: [{ type: 'other', title: OPT_IN_TITLE, kind: 'notification_messages' }],
      };
    default:
      return { kind: 'other', json: JSON.stringify(template, null, 2) };
  }
}

/** A message as it is drawn in a bubble. */
export function drawMessage(message: PageMessage, templates: UtilityTemplate[]): ScreenContent {
  if (message.text !== undefined) return { kind: 'text', text: message.text };
  if (message.attachment?.type === 'template') return drawTemplate(message.attachment.payload);
  if (message.attachment?.type === 'image' && message.attachment.payload.url) {
    return { kind: 'image', url: message.attachment.payload.url };
  }
  if (message.template) return { kind: 'text', text: fillTemplate(message.template, templates) };
  return { kind: 'other', json: JSON.stringify(message, null, 2) };
}
