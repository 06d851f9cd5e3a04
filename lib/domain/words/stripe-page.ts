import type { PageLanguage } from '../page-language';
import { stripePageWordsAr } from './ar/provider-pages';
import type { ProviderPageWords } from './provider-page-words';

const de: ProviderPageWords = {
  sameView:
    'Nach der Bestellung gibst du deine Karte auf der Seite von Stripe ein, unserem Zahlungsdienst, und kommst hierher zurück.',
  newTab:
    'Nach der Bestellung öffnet sich die Seite von Stripe, unserem Zahlungsdienst, in einem neuen Tab. Diese Seite bleibt offen und wartet.',
  noTab: 'Kein neuer Tab? Hier geht es zu Stripe',
  giveUp: 'Doch anders bezahlen',
  title: 'Zurück von Stripe',
  asking: 'Wir fragen bei Stripe nach. Du zahlst nicht doppelt.',
  paid: 'Bezahlt. Danke für deine Bestellung!',
  paidElsewhere: 'Bezahlt. Danke für deine Bestellung! Die Bestätigung kommt per E-Mail, und im Chat steht dein Beleg.',
  toOrder: 'Bestellung ansehen',
  toThread: 'Zurück zum Chat',
  declined: 'Diese Karte wurde abgelehnt. Nimm dort eine andere, oder zahle hier anders.',
  refused: 'Die Karte wurde abgelehnt. Es wurde nichts abgebucht. Zahle hier bitte anders.',
  notYet: 'Du hast auf der Seite von Stripe noch nicht bezahlt. Es wurde nichts abgebucht.',
  onThere: 'Weiter bei Stripe',
  cancelled: 'Du hast bei Stripe abgebrochen. Es wurde nichts abgebucht, dein Warenkorb ist noch da.',
  toCheckout: 'Zurück zur Kasse',
  over: 'Dieser Rückweg gilt nicht mehr. Ob die Zahlung geklappt hat, steht im Chat und unter deinen Bestellungen.',
};

const en: ProviderPageWords = {
  sameView:
    'After the order you enter your card on the page of Stripe, which handles our payments, and come back here.',
  newTab:
    'After the order the page of Stripe, which handles our payments, opens in a new tab. This page stays open and waits.',
  noTab: 'No new tab? Go on at Stripe here',
  giveUp: 'Pay another way after all',
  title: 'Back from Stripe',
  asking: 'We are checking with Stripe. You will not be charged twice.',
  paid: 'Paid. Thank you for your order!',
  paidElsewhere: 'Paid. Thank you for your order! The confirmation comes by e-mail, and your receipt is in the chat.',
  toOrder: 'See the order',
  toThread: 'Back to the chat',
  declined: 'That card was declined. Take another one there, or pay another way here.',
  refused: 'The card was declined. Nothing was charged. Please pay another way here.',
  notYet: 'You have not paid on Stripe’s page yet. Nothing was charged.',
  onThere: 'Go on at Stripe',
  cancelled: 'You cancelled at Stripe. Nothing was charged, and your cart is still there.',
  toCheckout: 'Back to checkout',
  over: 'This way back is over. Whether the payment worked is told in the chat and under your orders.',
};

export const stripePageWords: Record<PageLanguage, ProviderPageWords> = { de, en, ar: stripePageWordsAr };
