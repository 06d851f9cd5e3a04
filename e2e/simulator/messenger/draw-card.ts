import type { Button } from './graph/button-shapes';
import type { Element } from './graph/message-shapes';
import type { ScreenButton, ScreenCard } from './screen-contract';

/** A button as a bubble shows it. */
export function drawButton(button: Button): ScreenButton {
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

/** One card of a carousel. */
export function drawCard(element: Element): ScreenCard {
  return {
    title: element.title,
    ...(element.subtitle ? { subtitle: element.subtitle } : {}),
    ...(element.image_url ? { imageUrl: element.image_url } : {}),
    ...(element.default_action ? { tapUrl: element.default_action.url } : {}),
    buttons: (element.buttons ?? []).map(drawButton),
  };
}
