import type { PageLanguage } from '../page-language';
import { wayWordsAr } from './ar/ways';

const de = {
  choose: 'Womit möchtest du bezahlen?',
  card: 'Kredit- oder Debitkarte',
  networks: (names: string) => `Angenommen werden ${names}`,
  or: 'oder mit einem Tippen',
  messenger: {
    title: 'Mit Messenger',
    text: 'Messenger fragt dich nach der Karte, die du dort gespeichert hast, und bucht genau die Summe von dieser Seite ab.',
  },
  kept: {
    consent: 'Karte und Adresse für das nächste Mal merken',
    consentHint: 'Die Karte liegt bei Stripe, nicht bei uns. Du kannst sie hier jederzeit entfernen.',
    forget: 'Karte entfernen',
    forgotten: 'Die Karte ist entfernt. Von ihr wird nichts mehr abgebucht.',
    failed: 'Die Karte ließ sich gerade nicht entfernen. Bitte versuch es noch einmal.',
  },
  open: {
    title: 'Apple Pay oder Google Pay',
    hint: 'geht im Browser deines Telefons, nicht hier in Messenger',
    action: 'Im Browser öffnen',
    preparing: 'Der Link wird vorbereitet …',
    ready: 'Jetzt im Browser öffnen',
    copy: 'Link kopieren',
    copied: 'Kopiert. Füge ihn im Browser ein.',
    once: 'Der Link öffnet nur diesen Warenkorb, einmal, in den nächsten 15 Minuten.',
    waiting: 'Wir warten, bis du dort bezahlt hast. Du kannst auch hier weitermachen.',
    opened: 'Die Kasse ist in deinem Browser offen. Sobald du dort bezahlt hast, geht es hier weiter.',
    unavailable: 'Der Link ließ sich gerade nicht machen. Bezahle bitte hier mit Karte oder versuch es noch einmal.',
  },
  arrive: {
    title: 'Weiter bezahlen',
    text: 'Dein Warenkorb kommt mit. Diese Seite sieht nur ihn und die Kasse, nichts sonst von dir.',
    action: 'Weiter zur Kasse',
    overTitle: 'Dieser Link gilt nicht mehr',
    over: 'Er geht nur einmal und nur kurz. Hol dir in der Kasse in Messenger einen neuen.',
    shop: 'Zum Shop',
    thread: 'Zurück zum Chat',
  },
};

export type WayWords = typeof de;

const en: WayWords = {
  choose: 'How would you like to pay?',
  card: 'Credit or debit card',
  networks: (names) => `We take ${names}`,
  or: 'or with one tap',
  messenger: {
    title: 'With Messenger',
    text: 'Messenger asks which of the cards you keep there to use, and charges exactly the total on this page.',
  },
  kept: {
    consent: 'Remember card and address for next time',
    consentHint: 'The card is kept at Stripe, not with us. You can remove it here at any time.',
    forget: 'Remove card',
    forgotten: 'The card is removed. Nothing will be charged to it any more.',
    failed: 'The card could not be removed just now. Please try again.',
  },
  open: {
    title: 'Apple Pay or Google Pay',
    hint: 'works in your phone’s browser, not here in Messenger',
    action: 'Open in browser',
    preparing: 'Preparing the link …',
    ready: 'Open in the browser now',
    copy: 'Copy link',
    copied: 'Copied. Paste it in your browser.',
    once: 'The link opens this cart only, once, within the next 15 minutes.',
    waiting: 'We are waiting until you have paid there. You can also go on here.',
    opened: 'The checkout is open in your browser. As soon as you have paid there, this page goes on.',
    unavailable: 'The link could not be made just now. Please pay here by card, or try again.',
  },
  arrive: {
    title: 'Go on paying',
    text: 'Your cart comes along. This page sees only the cart and its checkout, nothing else of yours.',
    action: 'On to checkout',
    overTitle: 'This link is over',
    over: 'It works once and only for a short time. Get a new one at the checkout in Messenger.',
    shop: 'To the shop',
    thread: 'Back to the chat',
  },
};

export const wayWords: Record<PageLanguage, WayWords> = { de, en, ar: wayWordsAr };
