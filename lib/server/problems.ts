import { type PageLanguage, writtenLanguage } from '@/lib/domain/page-language';
import { AD_PROBLEMS } from './ad-problems';
import { ARABIC_PROBLEMS } from './arabic-problems';
import { CATALOGUE_PROBLEMS } from './catalogue-problems';
import { DISCOUNT_PROBLEMS } from './discount-problems';
import { ORDER_PROBLEMS } from './order-problems';
import { OUTREACH_PROBLEMS } from './outreach-problems';
import { PEOPLE_PROBLEMS } from './people-problems';
import { STAFF_PROBLEMS } from './staff-problems';

type Words = { status: number; de: string; en: string };

/**
 * What can go wrong at a door, as a status and a sentence that says what to do next. A flow's problem that is missing
 * here does not compile at the door. Statuses: 400 malformed, 401 no proof, 403 may not, 404 not yours, 409 state,
 * 410 over, 413 too big, 415 wrong type, 422 wrong values, 429 too often, 503 later.
 */
export const PROBLEMS = {
  ...DISCOUNT_PROBLEMS,
  malformed: {
    status: 400,
    de: 'Diese Anfrage ist unvollständig angekommen. Bitte lade die Seite neu.',
    en: 'This request arrived incomplete. Please reload the page.',
  },
  no_session: {
    status: 401,
    de: 'Wir wissen gerade nicht, wer du bist. Bitte öffne den Shop noch einmal.',
    en: 'We do not know who you are at the moment. Please open the shop again.',
  },
  not_recognised: {
    status: 401,
    de: 'Messenger konnte dich nicht ausweisen. Du kannst als Gast weiter einkaufen.',
    en: 'Messenger could not vouch for you. You can go on shopping as a guest.',
  },
  bad_signature: {
    status: 401,
    de: 'Die Unterschrift dieser Nachricht stimmt nicht.',
    en: 'The signature of this message is not right.',
  },
  used_before: {
    status: 401,
    de: 'Diese Anmeldung wurde schon benutzt. Bitte öffne den Shop noch einmal aus dem Chat.',
    en: 'This sign-in was used before. Please open the shop from the chat again.',
  },
  wrong_credentials: {
    status: 401,
    de: 'E-Mail-Adresse oder Passwort stimmen nicht.',
    en: 'E-mail address or password is wrong.',
  },
  cross_site: {
    status: 403,
    de: 'Diese Anfrage kam von einer fremden Seite und wurde nicht ausgeführt.',
    en: 'This request came from another site and was not carried out.',
  },
  only_this_cart: {
    status: 403,
    de: 'Mit diesem Link kannst du nur diesen Warenkorb bezahlen. Öffne den Shop aus deinem Chat, um dir etwas zu merken.',
    en: 'This link is for paying this one cart. Open the shop from your chat to have something kept for you.',
  },
  not_found: { status: 404, de: 'Das gibt es hier nicht (mehr).', en: 'There is nothing here (any more).' },
  ...AD_PROBLEMS,
  ...OUTREACH_PROBLEMS,
  changed_meanwhile: {
    status: 409,
    de: 'Jemand hat das inzwischen geändert. Bitte sieh dir den neuen Stand an.',
    en: 'Somebody changed this meanwhile. Please look at how it stands now.',
  },
  cart_changed: {
    status: 409,
    de: 'Dein Warenkorb hat sich in einem anderen Fenster geändert. Bitte sieh ihn dir noch einmal an.',
    en: 'Your cart changed in another window. Please look at it once more.',
  },
  cart_empty: {
    status: 409,
    de: 'Dein Warenkorb ist leer. Such dir zuerst etwas aus.',
    en: 'Your cart is empty. Choose something first.',
  },
  price_changed: {
    status: 409,
    de: 'Der Preis hat sich gerade geändert. Bitte prüfe die neue Summe.',
    en: 'The price has just changed. Please check the new total.',
  },
  out_of_stock: {
    status: 409,
    de: 'Davon ist nicht mehr genug da. Bitte nimm weniger oder etwas anderes.',
    en: 'There is not enough of this left. Please take fewer, or something else.',
  },
  attempt_open: {
    status: 409,
    de: 'Eine Zahlung läuft noch. Du zahlst nicht doppelt; bitte warte kurz.',
    en: 'A payment is still under way. You will not be charged twice; please wait a moment.',
  },
  still_running: {
    status: 409,
    de: 'Wir fragen gerade bei deiner Bank nach. Du zahlst nicht doppelt.',
    en: 'We are checking with your bank. You will not be charged twice.',
  },
  dispute_over: {
    status: 409,
    de: 'Hier ist nichts mehr einzureichen: Die Antwort ist schon dort, oder die Bank hat entschieden.',
    en: 'There is nothing to hand in any more: the answer is there already, or the bank has decided.',
  },
  evidence_refused: {
    status: 422,
    de: 'Der Zahlungsdienst nimmt das so nicht an. Kürze die Texte oder antworte direkt dort.',
    en: 'The payment provider does not take it like this. Shorten the texts, or answer there directly.',
  },
  charge_disputed: {
    status: 409,
    de: 'Diese Zahlung ist bei der Bank strittig. Erstatten geht erst, wenn darüber entschieden ist.',
    en: 'This payment is disputed at the bank. It can be refunded only when that is decided.',
  },
  no_attempt: { status: 404, de: 'Diesen Bezahlvorgang gibt es hier nicht.', en: 'There is no such payment here.' },
  payment_not_found: {
    status: 409,
    de: 'Wir finden diese Zahlung nicht. Es wurde nichts bestellt; wir prüfen es und melden uns.',
    en: 'We cannot find this payment. Nothing was ordered; we will check and get back to you.',
  },
  not_in_dialog: {
    status: 422,
    de: 'Dieser Weg zu bezahlen gilt nur in den USA und in Dollar. Bitte zahle mit Karte.',
    en: 'This way of paying is for the United States and dollars only. Please pay by card.',
  },
  attempt_over: {
    status: 410,
    de: 'Dieser Bezahlvorgang ist beendet, es wurde nichts abgebucht. Bitte beginne noch einmal.',
    en: 'This payment is over and nothing was charged. Please start again.',
  },
  link_over: {
    status: 410,
    de: 'Dieser Link gilt nicht mehr. Starte den Shop neu, dann druckt er einen frischen aus.',
    en: 'This link is over. Start the shop again and it prints a fresh one.',
  },
  card_gone: {
    status: 409,
    de: 'Diese Karte ist hier nicht mehr gespeichert. Bitte bezahle auf einem anderen Weg.',
    en: 'This card is no longer kept here. Please pay in another way.',
  },
  hand_off_over: {
    status: 410,
    de: 'Dieser Link gilt nicht mehr. Hol dir in der Kasse in Messenger einen neuen.',
    en: 'This link is over. Get a new one at the checkout in Messenger.',
  },
  too_large: { status: 413, de: 'Das ist zu viel auf einmal.', en: 'This is too much at once.' },
  unsupported_type: {
    status: 415,
    de: 'In dieser Form können wir das nicht lesen.',
    en: 'We cannot read it in this form.',
  },
  invalid: {
    status: 422,
    de: 'Einige Angaben passen nicht. Bitte prüfe sie.',
    en: 'Some details do not fit. Please check them.',
  },
  key_reused: {
    status: 422,
    de: 'Dieser Bezahlvorgang gehört zu einer anderen Bestellung. Bitte lade die Seite neu.',
    en: 'This payment belongs to another order. Please reload the page.',
  },
  not_for_sale: {
    status: 422,
    de: 'Das wird gerade nicht verkauft. Im Shop gibt es Ähnliches.',
    en: 'This is not for sale at the moment. The shop has more like it.',
  },
  not_delivered_there: {
    status: 422,
    de: 'Dorthin liefern wir leider nicht.',
    en: 'We are sorry, we do not deliver there.',
  },
  unknown_shipping_option: {
    status: 422,
    de: 'Diese Versandart gibt es für deine Adresse nicht. Bitte wähle eine andere.',
    en: 'This way of shipping is not available for your address. Please choose another.',
  },
  too_many: {
    status: 422,
    de: 'In einen Warenkorb passen 50 Artikel, von jedem höchstens 99.',
    en: 'A cart holds 50 items, at most 99 of each.',
  },
  stock_too_low: {
    status: 422,
    de: 'So viel ist nicht frei verfügbar. Der Bestand kann nicht unter null fallen.',
    en: 'So much is not free. The stock cannot fall below zero.',
  },
  too_many_declines: {
    status: 429,
    de: 'Das waren viele abgelehnte Versuche. Bitte versuche es in zehn Minuten wieder.',
    en: 'Those were many declined tries. Please try again in ten minutes.',
  },
  too_often: {
    status: 429,
    de: 'Das waren zu viele Versuche. Bitte warte einen Moment.',
    en: 'Those were too many tries. Please wait a moment.',
  },
  unexpected: {
    status: 500,
    de: 'Bei uns ist etwas kaputtgegangen. Bitte versuche es noch einmal; bleibt es so, schreib uns im Chat.',
    en: 'Something broke on our side. Please try once more; if it stays so, write to us in the chat.',
  },
  database_down: {
    status: 503,
    de: 'Der Shop macht gerade eine kurze Pause. Bitte versuche es gleich noch einmal.',
    en: 'The shop is taking a short break. Please try again in a moment.',
  },
  gateway_unavailable: {
    status: 503,
    de: 'Bezahlen geht gerade nicht. Es wurde nichts abgebucht; bitte versuche es gleich noch einmal.',
    en: 'Paying does not work at the moment. Nothing was charged; please try again in a moment.',
  },
  payments_unavailable: {
    status: 503,
    de: 'Bezahlen geht gerade nicht. Dein Warenkorb bleibt, wie er ist.',
    en: 'Paying does not work at the moment. Your cart stays as it is.',
  },
  ...ORDER_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  ...CATALOGUE_PROBLEMS,
  ...STAFF_PROBLEMS,
} as const satisfies Record<string, Words>;

export type ProblemName = keyof typeof PROBLEMS;

export function sentenceFor(problem: ProblemName, language: PageLanguage): string {
  const arabic: Partial<Record<ProblemName, string>> = ARABIC_PROBLEMS;
  return (language === 'ar' && arabic[problem]) || PROBLEMS[problem][writtenLanguage(language)];
}
