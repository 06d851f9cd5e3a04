import { ellipsis } from '@/lib/domain/messaging/ellipsis';
import type { MessageButton, MessageCard, OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import { metaLanguage, type Utility } from '@/lib/domain/messaging/utility';
import { money, toDecimalText } from '@/lib/domain/money';
import { type Result, succeed } from '@/lib/domain/result';
import { receiptTemplate } from './receipt-template';
import { shareContents } from './share-contents';

/** `publicUrl` is the shop's origin; `nativeShare` says that this Graph version still draws `element_share`. */
export type ButtonOptions = { publicUrl: string; nativeShare: boolean };
export type TemplateOptions = ButtonOptions & { page: { id: string; linksUrl: string } };

type Json = Record<string, unknown>;
type QuickReply = { title: string; payload: string; contact?: 'email' | 'phone' | undefined };

/**
 * Meta's JSON for what the shop wants to say. Texts that are too long end in "…". Problem: "sums_differ", for a
 * receipt. Source: Messenger Platform docs, Send API and Templates.
 */
export function toMetaMessage(message: OutgoingMessage, options: TemplateOptions): Result<Json, 'sums_differ'> {
  if (message.kind !== 'receipt') return succeed(spoken(message, options));
  const receipt = receiptTemplate(message, options.publicUrl);
  return receipt.ok ? succeed(template(receipt.value)) : receipt;
}

function spoken(message: Exclude<OutgoingMessage, { kind: 'receipt' }>, options: TemplateOptions): Json {
  switch (message.kind) {
    case 'text':
      return { text: ellipsis(message.text, 640), ...quickReplies(message.quickReplies, options) };
    case 'cards':
      return {
        ...template({
          template_type: 'generic',
          sharable: true,
          image_aspect_ratio: 'horizontal',
          elements: message.cards.slice(0, 10).map((card) => element(card, options)),
        }),
        ...quickReplies(message.quickReplies, options),
      };
    case 'buttons':
      return template({
        template_type: 'button',
        text: ellipsis(message.text, 640),
        buttons: message.buttons.slice(0, 3).map((button) => toMetaButton(button, options)),
      });
    case 'opt_in':
      return template({ template_type: 'notification_messages', title: message.title, payload: message.payload });
  }
}

/** An approved template with its parameters. Source: Messenger Platform docs, Utility Messages. */
export function utilityMessage({ name, language, parameters }: Utility): Json {
  const body = { type: 'body', parameters: parameters.map((text) => ({ type: 'text', text })) };
  return { template: { name, language: { code: metaLanguage(language) }, components: [body] } };
}

function template(payload: Json): Json {
  return { attachment: { type: 'template', payload } };
}

function element(card: MessageCard, options: TemplateOptions): Json {
  const open: MessageButton = { kind: 'open', title: '', path: card.openPath, height: 'tall', shareable: true };
  const { title: _untitled, ...tap } = toMetaButton(open, options);
  return {
    title: ellipsis(card.title, 80),
    ...(card.subtitle ? { subtitle: ellipsis(card.subtitle, 80) } : {}),
    ...(card.imagePath ? { image_url: absolute(card.imagePath, options.publicUrl) } : {}),
    default_action: tap,
    ...(card.buttons.length > 0
      ? { buttons: card.buttons.slice(0, 3).map((button) => buttonOf(card, button, options)) }
      : {}),
  };
}

/**
 * A share button with a code, which it has only where Messenger draws its own, hands over a card that leads the friend into a
 * thread of hers.
 */
function buttonOf(card: MessageCard, button: MessageButton, options: TemplateOptions): Json {
  if (button.kind !== 'share' || !button.ref) return toMetaButton(button, options);
  const { title, subtitle, imagePath } = card;
  const shared = { title, subtitle, imagePath, button: button.open ?? button.title, ref: button.ref };
  return { type: 'element_share', share_contents: shareContents(shared, options) };
}

/** A button in Meta's words: pages of the shop open as a webview with the Extensions SDK. */
export function toMetaButton(button: MessageButton, options: ButtonOptions): Json {
  switch (button.kind) {
    case 'open':
      return {
        type: 'web_url',
        title: ellipsis(button.title, 20),
        url: absolute(button.path, options.publicUrl),
        webview_height_ratio: button.height,
        messenger_extensions: true,
        ...(button.shareable ? {} : { webview_share_button: 'hide' }),
      };
    case 'link':
      return { type: 'web_url', title: ellipsis(button.title, 20), url: button.url };
    case 'buy':
      return paymentButton(button);
    case 'postback':
      return { type: 'postback', title: ellipsis(button.title, 20), payload: button.payload };
    case 'share':
      return options.nativeShare
        ? { type: 'element_share' }
        : toMetaButton(
            { kind: 'open', title: button.title, path: button.path, height: 'tall', shareable: true },
            options,
          );
  }
}

const ASKED_OF_PAYER = ['shipping_address', 'contact_name', 'contact_phone', 'contact_email'];

// The title is Meta's to choose: anything but "buy" is refused. Source: Messenger Platform 1.2, Buy button; reference E.2.
function paymentButton(button: Extract<MessageButton, { kind: 'buy' }>): Json {
  return {
    type: 'payment',
    title: 'buy',
    payload: button.payload,
    payment_summary: {
      currency: button.currency,
      payment_type: button.flexible ? 'FLEXIBLE_AMOUNT' : 'FIXED_AMOUNT',
      ...(button.isTest ? { is_test_payment: true } : {}),
      merchant_name: button.merchantName,
      requested_user_info: ASKED_OF_PAYER,
      price_list: button.lines.map(({ label, amountMinor }) => ({
        label: ellipsis(label, 80),
        amount: toDecimalText(money(amountMinor, button.currency)),
      })),
    },
  };
}

const CONTACT_CHIPS = { email: 'user_email', phone: 'user_phone_number' } as const;

// Eleven is what the first clients took.
function quickReplies(replies: QuickReply[], { nativeShare }: ButtonOptions): Json {
  // Chips with her own address came two years after the share button's Messenger.
  const shown = replies.filter(({ contact }) => !contact || !nativeShare).slice(0, 11);
  if (shown.length === 0) return {};
  return {
    quick_replies: shown.map(({ title, payload, contact }) =>
      contact
        ? { content_type: CONTACT_CHIPS[contact] }
        : { content_type: 'text', title: ellipsis(title, 20), payload },
    ),
  };
}

function absolute(path: string, publicUrl: string): string {
  return new URL(path, publicUrl).href;
}
