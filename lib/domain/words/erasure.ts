import type { PageLanguage } from '../page-language';
import { erasureWordsAr } from './ar/erasure';

const de = {
  title: 'Löschung deiner Daten',
  waiting:
    'Wir haben deine Bitte erhalten und löschen gerade. Das dauert meist wenige Minuten; läuft noch eine Zahlung, warten wir ihr Ende ab.',
  done: 'Deine Daten sind gelöscht.',
  received: 'Eingegangen am',
  finished: 'Gelöscht am',
  gone: 'Gelöscht sind: dein Chat mit uns, dein Name und deine Kennung aus Messenger, dein Warenkorb, deine Merkliste und Bewertungen, gemerkte Adressen und Karten, deine Einstellungen.',
  kept: 'Deine Bestellungen und Rechnungen bleiben, weil das Gesetz es verlangt: Buchungsbelege acht Jahre (§ 147 AO, § 257 HGB), Geschäftsbriefe sechs. Wir nutzen sie für nichts anderes.',
  nothingKept: 'Bestellungen, die wir aufbewahren müssten, gibt es nicht.',
  code: 'Bestätigungscode',
  privacy: 'Datenschutz',
};

type ErasureWords = typeof de;

const en: ErasureWords = {
  title: 'Erasure of your data',
  waiting:
    'We received your request and are erasing. This usually takes a few minutes; while a payment is under way we wait for its end.',
  done: 'Your data is erased.',
  received: 'Received on',
  finished: 'Erased on',
  gone: 'Erased: your thread with us, your name and id from Messenger, your cart, wish list and reviews, kept addresses and cards, your settings.',
  kept: 'Your orders and invoices stay, because the law demands it: vouchers for eight years, business letters for six. We use them for nothing else.',
  nothingKept: 'There are no orders that we would have to keep.',
  code: 'Confirmation code',
  privacy: 'Privacy',
};

export const erasureWords: Record<PageLanguage, ErasureWords> = { de, en, ar: erasureWordsAr };
