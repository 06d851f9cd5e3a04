import type { PageLanguage } from '../page-language';
import { paypalWordsAr } from './ar/provider-pages';
import type { ProviderPageWords } from './provider-page-words';

const de: ProviderPageWords = {
  sameView: 'Nach der Bestellung geht es bei PayPal weiter. Dort bestätigst du die Zahlung und kommst hierher zurück.',
  newTab: 'Nach der Bestellung öffnet sich PayPal in einem neuen Tab. Diese Seite bleibt offen und wartet.',
  noTab: 'Kein neuer Tab? Hier geht es zu PayPal',
  giveUp: 'Doch anders bezahlen',
  title: 'Zurück von PayPal',
  asking: 'Wir fragen bei PayPal nach. Du zahlst nicht doppelt.',
  paid: 'Bezahlt. Danke für deine Bestellung!',
  paidElsewhere: 'Bezahlt. Danke für deine Bestellung! Die Bestätigung kommt per E-Mail, und im Chat steht dein Beleg.',
  toOrder: 'Bestellung ansehen',
  toThread: 'Zurück zum Chat',
  declined:
    'PayPal konnte so nicht abbuchen. Wähle dort eine andere Karte oder ein anderes Konto, oder zahle hier anders.',
  refused: 'PayPal hat die Zahlung abgelehnt. Es wurde nichts abgebucht. Zahle hier bitte anders.',
  notYet: 'Du hast die Zahlung bei PayPal noch nicht bestätigt. Es wurde nichts abgebucht.',
  onThere: 'Weiter bei PayPal',
  cancelled: 'Du hast bei PayPal abgebrochen. Es wurde nichts abgebucht, dein Warenkorb ist noch da.',
  toCheckout: 'Zurück zur Kasse',
  over: 'Dieser Rückweg gilt nicht mehr. Ob die Zahlung geklappt hat, steht im Chat und unter deinen Bestellungen.',
};

const en: ProviderPageWords = {
  sameView: 'After the order you go on at PayPal. You confirm the payment there and come back here.',
  newTab: 'After the order PayPal opens in a new tab. This page stays open and waits.',
  noTab: 'No new tab? Go on at PayPal here',
  giveUp: 'Pay another way after all',
  title: 'Back from PayPal',
  asking: 'We are checking with PayPal. You will not be charged twice.',
  paid: 'Paid. Thank you for your order!',
  paidElsewhere: 'Paid. Thank you for your order! The confirmation comes by e-mail, and your receipt is in the chat.',
  toOrder: 'See the order',
  toThread: 'Back to the chat',
  declined: 'PayPal could not charge you that way. Choose another card or account there, or pay another way here.',
  refused: 'PayPal refused the payment. Nothing was charged. Please pay another way here.',
  notYet: 'You have not confirmed the payment at PayPal yet. Nothing was charged.',
  onThere: 'Go on at PayPal',
  cancelled: 'You cancelled at PayPal. Nothing was charged, and your cart is still there.',
  toCheckout: 'Back to checkout',
  over: 'This way back is over. Whether the payment worked is told in the chat and under your orders.',
};

export const paypalWords: Record<PageLanguage, ProviderPageWords> = { de, en, ar: paypalWordsAr };
