import { z } from 'zod';
import { Refusal } from '../world/exchange';
import { openLinking, unlinkAccount } from './account-linking';
import { personArrives, personSays, personTaps } from './events';
import { fillForm, tapCoupon } from './forms';
import type { Button, WebTarget } from './graph/button-shapes';
import type { Element, Template } from './graph/message-shapes';
import { answerAdQuestion } from './marketing/feed';
import { findPerson, type Messenger, threadOf } from './messenger';
import { openNativeCheckout } from './native-checkout';
import { tapOptIn } from './opt-in';
import type { Person } from './people';
import type { Tap } from './screen-contract';
import { quickRepliesOf } from './screen-view';
import { elementMessage, sharedByButton, shareMessage } from './share';
import type { StoredBubble, Webview } from './state';
import { openWebview } from './webviews';
import { iceBreakersFor, menuFor } from './welcome';

const place = z.number().int().min(0);

export const tapShape: z.ZodType<Tap> = z.union([
  z.strictObject({
    button: z.strictObject({
      mid: z.string(),
      card: place.optional(),
      button: place,
      shareWith: z.string().optional(),
    }),
  }),
  z.strictObject({ card: z.strictObject({ mid: z.string(), card: place }) }),
  z.strictObject({ quickReply: place }),
  z.strictObject({ getStarted: z.literal(true) }),
  z.strictObject({ iceBreaker: place }),
  z.strictObject({ menu: place }),
  z.strictObject({
    form: z.strictObject({
      mid: z.string(),
      score: z.number().int().min(0).max(10).optional(),
      words: z.string().max(1000).optional(),
    }),
  }),
  z.strictObject({ forward: z.strictObject({ mid: z.string(), card: place.optional(), to: z.string().optional() }) }),
]);

function absent(what: string): Refusal {
  return new Refusal(400, `There is no such ${what} in this thread.`);
}

function findBubble(messenger: Messenger, psid: string, mid: string): StoredBubble {
  const bubble = threadOf(messenger, psid).bubbles.find((one) => one.mid === mid);
  if (!bubble) throw absent('bubble');
  return bubble;
}

function findElement(bubble: StoredBubble, card: number): Element {
  const attachment = bubble.message.attachment;
  const template = attachment?.type === 'template' ? attachment.payload : null;
  const elements = template?.template_type === 'generic' || template?.template_type === 'list' ? template.elements : [];
  const element = elements[card];
  if (!element) throw absent('card');
  return element;
}

/** The buttons below a bubble that has no cards, or below all its cards; null where they belong to a card. */
function buttonsBelow(template: Template, card: number | null): Button[] | null {
  switch (template.template_type) {
    case 'button':
      return template.buttons;
    case 'media':
    case 'image_grid':
    case 'open_graph':
      return template.elements[0]?.buttons ?? [];
    case 'list':
      return card === null ? (template.buttons ?? []) : null;
    default:
      return null;
  }
}

function findButton(
  bubble: StoredBubble,
  card: number | null,
  index: number,
): { button: Button; element: Element | null } {
  const attachment = bubble.message.attachment;
  const template = attachment?.type === 'template' ? attachment.payload : null;
  const below = template && buttonsBelow(template, card);
  if (below) {
    const button = below[index];
    if (!button) throw absent('button');
    return { button, element: null };
  }
  const element = findElement(bubble, card ?? 0);
  const button = element.buttons?.[index];
  if (!button) throw absent('button');
  return { button, element };
}

/** `https://m.me/<page>` and this world's own `/m/<page>` lead into the thread, never into a webview. */
export function readPageLink(messenger: Messenger, address: string): { ref: string | null } | null {
  const url = new URL(address);
  const { page } = messenger.world.accounts;
  const own = url.origin === messenger.world.origins.messenger && url.pathname.startsWith('/m/');
  const name = url.hostname === 'm.me' ? url.pathname.slice(1) : own ? url.pathname.slice('/m/'.length) : null;
  if (name !== page.username && name !== page.id) return null;
  return { ref: url.searchParams.get('ref') };
}

export function followPageLink(messenger: Messenger, psid: string, ref: string | null): void {
  if (ref === null) return;
  personArrives(messenger, psid, { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' });
}

function openTarget(messenger: Messenger, psid: string, target: WebTarget, shared: boolean): Webview | null {
  // In a bubble that was passed on, a page with extensions gives way to its fallback and nobody's context is known.
  const url = shared ? (target.fallback_url ?? target.url) : target.url;
  const link = readPageLink(messenger, url);
  if (link) {
    followPageLink(messenger, psid, link.ref);
    return null;
  }
  const allowed = { ...target, url, messenger_extensions: !shared && target.messenger_extensions };
  return openWebview(messenger, psid, allowed, new URL(url).host);
}

function pageAt(url: string): WebTarget {
  return { type: 'web_url', url };
}

function tapButton(
  messenger: Messenger,
  psid: string,
  tap: Extract<Tap, { button: unknown }>['button'],
): Webview | null {
  const bubble = findBubble(messenger, psid, tap.mid);
  if (tapOptIn(messenger, psid, bubble)) return null;
  const toShop = tapCoupon(messenger, psid, bubble, tap.button);
  if (toShop !== false) return toShop === null ? null : openTarget(messenger, psid, pageAt(toShop), false);
  const { button, element } = findButton(bubble, tap.card ?? null, tap.button);
  const shared = bubble.sharedBy !== null;
  if (button.type === 'web_url') return openTarget(messenger, psid, button, shared);
  if (button.type === 'element_share' && element) {
    shareMessage(messenger, psid, tap.shareWith, sharedByButton(button, element));
    return null;
  }
  // Here a bubble from somebody else only opens the bot's thread, which this screen already shows.
  if (shared) return null;
  if (button.type === 'postback') {
    personTaps(messenger, psid, button.title, button.payload);
    return null;
  }
  if (button.type === 'payment') {
    openNativeCheckout(messenger, psid, button);
    return null;
  }
  // The phone's own dialler: nothing of it is told.
  if (button.type === 'phone_number') return null;
  if (button.type === 'account_link') return openLinking(messenger, psid, button.url);
  if (button.type === 'account_unlink') {
    unlinkAccount(messenger, psid);
    return null;
  }
  throw new Refusal(409, `The simulator does not act on a button of type ${button.type} yet.`);
}

function tapMenu(messenger: Messenger, person: Person, index: number): Webview | null {
  const { psid } = person;
  const item = menuFor(messenger.state, person)[index];
  if (!item) throw absent('menu item');
  if (item.type === 'web_url') return openTarget(messenger, psid, item, false);
  personTaps(messenger, psid, item.title, item.payload);
  return null;
}

/** What a person taps in her thread. Answers the webview that opened, if one did. */
export function tapInThread(messenger: Messenger, psid: string, tap: Tap): Webview | null {
  const person = findPerson(messenger, psid);
  if (!person) throw new Refusal(404, `There is nobody with the psid ${psid}.`);
  const { profile } = messenger.state;
  if ('button' in tap) return tapButton(messenger, psid, tap.button);
  if ('card' in tap) {
    const bubble = findBubble(messenger, psid, tap.card.mid);
    const target = findElement(bubble, tap.card.card).default_action;
    if (!target) throw absent('tap target');
    return openTarget(messenger, psid, target, bubble.sharedBy !== null);
  }
  if ('forward' in tap) {
    const bubble = findBubble(messenger, psid, tap.forward.mid);
    const { payload } = bubble.message.attachment ?? {};
    if (!payload || !('sharable' in payload) || !payload.sharable)
      throw new Refusal(409, 'This bubble is not sharable.');
    const card =
      payload.template_type === 'generic' ? elementMessage(findElement(bubble, tap.forward.card ?? 0)) : null;
    shareMessage(messenger, psid, tap.forward.to, card ?? bubble.message);
    return null;
  }
  if ('form' in tap) {
    fillForm(messenger, psid, findBubble(messenger, psid, tap.form.mid), tap.form);
    return null;
  }
  if ('menu' in tap) return tapMenu(messenger, person, tap.menu);
  if ('quickReply' in tap) {
    const reply = quickRepliesOf(threadOf(messenger, psid), person)[tap.quickReply];
    if (!reply) throw absent('quick reply');
    personSays(messenger, psid, reply.title, reply.payload);
    return null;
  }
  if ('iceBreaker' in tap) {
    if (answerAdQuestion(messenger, psid, tap.iceBreaker)) return null;
    const breaker = iceBreakersFor(profile, person.locale)[tap.iceBreaker];
    if (!breaker) throw absent('ice breaker');
    personTaps(messenger, psid, breaker.question, breaker.payload);
    return null;
  }
  if (!profile.get_started) throw absent('Get Started button');
  personTaps(messenger, psid, 'Get Started', profile.get_started.payload);
  return null;
}
