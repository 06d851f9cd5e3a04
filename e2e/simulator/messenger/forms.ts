import { Refusal } from '../world/exchange';
import { pageSays, tell } from './events';
import type { Template } from './graph/message-shapes';
import { findPerson, type Messenger, threadOf } from './messenger';
import type { StoredBubble } from './state';

type Coupon = Extract<Template, { template_type: 'coupon' }>;
export type FormTap = { mid: string; score?: number; words?: string };

/** Messenger's own buttons below a coupon: the code, and the shop. */
export function couponButtons(coupon: Coupon): { type: 'reveal' | 'shop'; title: string }[] {
  return [
    ...(coupon.coupon_code ? [{ type: 'reveal' as const, title: 'Reveal code' }] : []),
    ...(coupon.coupon_url ? [{ type: 'shop' as const, title: coupon.coupon_url_button_title ?? 'Shop now' }] : []),
  ];
}

/** Which answers a question of a feedback form takes: five stars, or nought to ten. */
export function scoresOf(type: 'csat' | 'nps' | 'ces' | 'free_form'): number[] {
  if (type === 'free_form') return [];
  return type === 'nps' ? Array.from({ length: 11 }, (_, score) => score) : [1, 2, 3, 4, 5];
}

function templateOf({ message }: StoredBubble): Template | null {
  return message.attachment?.type === 'template' ? message.attachment.payload : null;
}

/** The code appears in the thread: Messenger says it, not the Page. Answers the address behind the other button. */
export function tapCoupon(
  messenger: Messenger,
  psid: string,
  bubble: StoredBubble,
  index: number,
): string | null | false {
  const template = templateOf(bubble);
  if (template?.template_type !== 'coupon') return false;
  const button = couponButtons(template)[index];
  if (!button) throw new Refusal(400, 'There is no such button in this thread.');
  if (button.type === 'shop') return template.coupon_url ?? null;
  const lead = template.coupon_pre_message ?? 'Your code';
  pageSays(messenger, psid, { text: `${lead}: ${template.coupon_code}` }, null);
  return null;
}

/**
 * She fills in a form of the Page, once. Source: reference A.9; the keys of an address are placeholders there, and so they
 * are here.
 */
export function fillForm(messenger: Messenger, psid: string, bubble: StoredBubble, tap: FormTap): void {
  const template = templateOf(bubble);
  if (bubble.answer !== undefined) throw new Refusal(409, 'She has filled in this form already.');
  if (template?.template_type === 'customer_feedback') tellFeedback(messenger, psid, template, { bubble, tap });
  else if (template?.template_type === 'customer_information') tellAddress(messenger, psid, bubble);
  else throw new Refusal(400, 'This bubble holds no form.');
  messenger.changed();
}

function tellFeedback(
  messenger: Messenger,
  psid: string,
  template: Extract<Template, { template_type: 'customer_feedback' }>,
  { bubble, tap }: { bubble: StoredBubble; tap: FormTap },
): void {
  const questions = template.feedback_screens[0]?.questions ?? [];
  const [first] = questions;
  const allowed = scoresOf(first?.type ?? 'csat');
  if (allowed.length > 0 && !allowed.includes(tap.score ?? -1)) throw new Refusal(400, 'There is no such score.');
  const answers = questions.map(({ id, type, follow_up: more }) => [
    id,
    {
      type,
      payload: type === 'free_form' ? (tap.words ?? '') : String(tap.score),
      ...(more && tap.words ? { follow_up: { type: 'free_form', payload: tap.words } } : {}),
    },
  ]);
  bubble.answer = allowed.length > 0 ? `${tap.score} / ${allowed.at(-1)}` : (tap.words ?? '');
  const screens = [{ screen_id: 0, questions: Object.fromEntries(answers) }];
  tell(messenger, 'messaging_feedback', threadOf(messenger, psid), {
    messaging_feedback: { feedback_screens: screens },
  });
}

function tellAddress(messenger: Messenger, psid: string, bubble: StoredBubble): void {
  const person = findPerson(messenger, psid);
  const [address] = person?.addresses ?? [];
  if (!person || !address) throw new Refusal(409, 'She keeps no address with Messenger.');
  const values = {
    name: `${person.firstName} ${person.lastName}`.trim(),
    address_line_1: address.street1,
    address_line_2: address.street2,
    city: address.city,
    state: address.region,
    zip_code: address.postalCode,
    country: address.country,
  };
  bubble.answer = `${address.street1}, ${address.city}`;
  const responses = Object.entries(values).map(([key, value]) => ({ key, value }));
  tell(messenger, 'messaging_customer_information', threadOf(messenger, psid), {
    messaging_customer_information: { screens: [{ screen_id: 'SHIPPING', responses }] },
  });
}
