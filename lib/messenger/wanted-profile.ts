import { ellipsis } from '@/lib/domain/messaging/ellipsis';
import { PAYLOADS } from '@/lib/domain/messaging/payloads';
import { toMetaButton } from './templates';

export type WantedProfile = Record<'get_started' | 'greeting' | 'ice_breakers' | 'persistent_menu', unknown>;

const WORDS = {
  default: {
    greeting: (shop: string) =>
      `Hi {{user_first_name}}! This is ${shop}. An automatic assistant shows you what there is and where your order stands.`,
    questions: ['What do you have?', 'Show me the collections', 'Where is my order?', 'How does it work?'],
    menu: { shop: 'Shop', orders: 'My orders', help: 'Help' },
  },
  de_DE: {
    greeting: (shop: string) =>
      `Hallo {{user_first_name}}! Hier ist ${shop}. Ein automatischer Assistent zeigt dir, was es gibt und wo deine Bestellung ist.`,
    questions: [
      'Was gibt es bei euch?',
      'Zeig mir die Kollektionen',
      'Wo ist meine Bestellung?',
      'Wie funktioniert das?',
    ],
    menu: { shop: 'Shop', orders: 'Meine Bestellungen', help: 'Hilfe' },
  },
} as const;

const LOCALES = ['default', 'de_DE'] as const;
// Meta shows ice breakers in place of the Get Started button: the first of them greets just the same.
const ANSWERS = [PAYLOADS.getStarted, PAYLOADS.collections, PAYLOADS.orders, PAYLOADS.help];

/**
 * What the Page shows before and beside the thread, in German and English.
 * Source: Messenger Platform docs, Messenger Profile API: greeting at most 160 characters, four ice breakers.
 */
export function wantedProfile(shop: { name: string; publicUrl: string }): WantedProfile {
  return {
    get_started: { payload: PAYLOADS.getStarted },
    greeting: LOCALES.map((locale) => ({ locale, text: ellipsis(WORDS[locale].greeting(shop.name), 160) })),
    ice_breakers: LOCALES.map((locale) => ({
      locale,
      call_to_actions: WORDS[locale].questions.map((question, index) => ({ question, payload: ANSWERS[index] })),
    })),
    persistent_menu: LOCALES.map((locale) => ({
      locale,
      composer_input_disabled: false,
      call_to_actions: menuItems(WORDS[locale].menu, shop.publicUrl),
    })),
  };
}

function menuItems(titles: { shop: string; orders: string; help: string }, publicUrl: string): unknown[] {
  const page = (title: string, path: string, shareable: boolean) =>
    toMetaButton({ kind: 'open', title, path, height: 'full', shareable }, { publicUrl, nativeShare: false });
  return [
    page(titles.shop, '/shop', true),
    page(titles.orders, '/shop/orders', false),
    { type: 'postback', title: titles.help, payload: PAYLOADS.help },
  ];
}
