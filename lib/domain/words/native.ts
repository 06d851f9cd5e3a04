import type { Language } from '../market';

const de = {
  /** Nach „Bezahlen“ in Messengers eigenem Fenster: warum nichts abgebucht wurde. */
  refused: {
    out_of_stock: (title: string) => `„${title}“ ist gerade ausverkauft. Es wurde nichts abgebucht.`,
    not_for_sale: (title: string) => `„${title}“ gibt es hier nicht mehr. Es wurde nichts abgebucht.`,
    price_changed: (title: string) =>
      `Der Preis von „${title}“ hat sich geändert. Es wurde nichts abgebucht. Lass dir den Artikel neu zeigen, dann stimmt der Preis.`,
    not_delivered_there: () => 'Dorthin liefern wir leider nicht. Es wurde nichts abgebucht.',
    already_paid: () =>
      'Über diesen Knopf hast du schon bestellt. Es wurde nicht noch einmal abgebucht. Möchtest du noch ein Stück? Lass dir den Artikel neu zeigen.',
    attempt_open: () =>
      'Eine andere Zahlung von dir läuft gerade noch. Es wurde nichts abgebucht. Bitte versuch es in ein paar Minuten noch einmal.',
  },
  token:
    'Virtuelle Kartennummern nehmen wir aus Sicherheitsgründen nicht an. Es wurde nichts abgebucht. Im Shop kannst du mit Karte bezahlen.',
  givenBack:
    'Deine Zahlung passte nicht mehr zur Bestellung. Wir haben das Geld zurückgeschickt; es ist in einigen Tagen wieder bei dir.',
  checking: 'Wir prüfen deine Zahlung noch. Du zahlst nicht doppelt. Wir melden uns hier.',
  test: 'Die Testzahlung ist angekommen. Es wurde kein Geld bewegt und nichts bestellt.',
  inShop: 'Zum Artikel',
  again: 'Neu zeigen',
  payInShop: 'Im Shop bezahlen',
};

type NativeWords = typeof de;

const en: NativeWords = {
  refused: {
    out_of_stock: (title) => `"${title}" has just sold out. Nothing was charged.`,
    not_for_sale: (title) => `"${title}" is no longer available here. Nothing was charged.`,
    price_changed: (title) =>
      `The price of "${title}" has changed. Nothing was charged. Have the product shown again and the price is right.`,
    not_delivered_there: () => 'I am afraid we do not deliver there. Nothing was charged.',
    already_paid: () =>
      'You have ordered with this button already. You were not charged again. Would you like another one? Have the product shown again.',
    attempt_open: () =>
      'Another payment of yours is still under way. Nothing was charged. Please try again in a few minutes.',
  },
  token: 'For safety we do not accept virtual card numbers. Nothing was charged. In the shop you can pay by card.',
  givenBack:
    'Your payment no longer fitted the order. We have sent the money back; you will have it within a few days.',
  checking: 'We are still checking your payment. You will not pay twice. We will tell you here.',
  test: 'The test payment has arrived. No money was moved and nothing was ordered.',
  inShop: 'To the product',
  again: 'Show it again',
  payInShop: 'Pay in the shop',
};

/** What the shop says around Messenger's own checkout of 2016. */
export const NATIVE_WORDS: Record<Language, NativeWords> = { de, en };
