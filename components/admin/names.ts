import type { StockReason } from '@/lib/domain/catalogue/edits';
import type { ProductStatus } from '@/lib/domain/catalogue/product';
import type { Language } from '@/lib/domain/market';
import type { OrderStatus } from '@/lib/domain/orders/status';
import type { AttemptWay } from '@/lib/domain/payments/attempt';

type Names<Key extends string> = Record<Key, { de: string; en: string }>;

export const ORDER_STATUS_NAMES: Names<OrderStatus> = {
  authorised: { de: 'Betrag reserviert', en: 'amount held' },
  paid: { de: 'bezahlt', en: 'paid' },
  paid_needs_decision: { de: 'bezahlt, offene Frage', en: 'paid, open question' },
  partly_fulfilled: { de: 'teilweise verschickt', en: 'partly sent' },
  fulfilled: { de: 'verschickt', en: 'sent' },
  cancelled: { de: 'storniert', en: 'cancelled' },
  refunded: { de: 'erstattet', en: 'refunded' },
};

export const PRODUCT_STATUS_NAMES: Names<ProductStatus> = {
  draft: { de: 'Entwurf', en: 'draft' },
  active: { de: 'im Verkauf', en: 'on sale' },
  archived: { de: 'archiviert', en: 'archived' },
};

export const STOCK_REASON_NAMES: Names<StockReason> = {
  delivery: { de: 'Lieferung', en: 'Delivery' },
  count: { de: 'Zählung', en: 'Count' },
  damage: { de: 'Beschädigt', en: 'Damaged' },
  return: { de: 'Rückgabe', en: 'Return' },
  other: { de: 'Anderes', en: 'Other' },
};

export const WAY_NAMES: Names<AttemptWay> = {
  card: { de: 'Kasse des Shops', en: "the shop's checkout" },
  hosted: { de: 'Seite von Stripe', en: "Stripe's page" },
  paypal: { de: 'Seite von PayPal', en: "PayPal's page" },
  messenger: { de: 'Bezahldialog von Messenger', en: "Messenger's payment dialog" },
  free: { de: 'kostenlos durch Rabatt', en: 'free by discount' },
};

const TASKS: Names<string> = {
  page_token_dead: {
    de: 'Meta nimmt den Zugang zur Seite nicht mehr an (190): Nachrichten warten. Neues Seiten-Token erzeugen, FACEBOOK_PAGE_ACCESS_TOKEN setzen, Shop neu starten; npm run doctor prüft es.',
    en: 'Meta no longer accepts the Page’s token (190): messages wait. Make a new Page token, set FACEBOOK_PAGE_ACCESS_TOKEN, restart the shop; npm run doctor checks it.',
  },
  page_restricted: {
    de: 'Meta hält Nachrichten der Seite zurück, weil sie gegen Regeln verstoßen soll: Nachrichten warten. Auf der Support-Startseite der Seite steht der Grund, dort lässt sich widersprechen.',
    en: 'Meta holds the Page’s messages back for breaking its rules: messages wait. The Page’s Support Home says why, and takes an appeal.',
  },
  page_policy: {
    de: 'Meta hat etwas zu den Regeln der Seite gemeldet (Verwarnung, Sperre oder deren Ende). Auf der Support-Startseite der Seite steht, was.',
    en: 'Meta reports something about the Page’s rules (a warning, a block or its end). The Page’s Support Home says what.',
  },
  money_given_back: { de: 'Geld ging von selbst zurück', en: 'Money went back by itself' },
  refund_refused: { de: 'Eine Erstattung wurde abgelehnt', en: 'A refund was refused' },
  native_payment_unproven: {
    de: 'Messenger meldet eine Zahlung, die sich nicht belegen lässt',
    en: 'Messenger reports a payment that cannot be proven',
  },
  charge_without_order: { de: 'Eine Abbuchung ohne Bestellung', en: 'A charge without an order' },
  order_without_charge: { de: 'Eine Bestellung ohne Abbuchung', en: 'An order without a charge' },
  amount_differs: { de: 'Abbuchung und Bestellung lauten verschieden', en: 'A charge differs from its order' },
  refund_missing: { de: 'Eine Erstattung fehlt beim Zahlungsdienst', en: 'A refund is missing at the provider' },
  refund_failed: { de: 'Eine Erstattung kam zurück', en: 'A refund came back' },
  hold_lapses: { de: 'Eine Reservierung läuft bald ab', en: 'A hold lapses soon' },
  hold_gone: {
    de: 'Eine Reservierung ist erloschen, die Bestellung ist storniert',
    en: 'A hold is gone, the order is cancelled',
  },
  shopper_not_reached: { de: 'Eine Kundin ist nicht zu erreichen', en: 'A shopper cannot be reached' },
  mail_failed: { de: 'Eine Mail kam nicht an', en: 'A mail did not arrive' },
  person_wanted: { de: 'Jemand im Chat wünscht einen Menschen', en: 'Somebody in a thread wants a person' },
  withdrawal_declared: { de: 'Ein Widerruf ist eingegangen', en: 'A withdrawal came in' },
  return_requested: { de: 'Jemand widerruft eine Bestellung', en: 'Somebody withdraws from an order' },
  dispute_inquiry: { de: 'Jemand fragt nach einer Zahlung', en: 'Somebody asks about a payment' },
  dispute_opened: { de: 'Eine Zahlung wird reklamiert', en: 'A payment is disputed' },
};

const PURPOSES: Names<string> = {
  receipt: { de: 'Beleg', en: 'Receipt' },
  answer: { de: 'Antwort', en: 'Answer' },
  order_update: { de: 'Nachricht zur Bestellung', en: 'Word about the order' },
  human_answer: { de: 'Antwort eines Menschen', en: 'Answer of a person' },
  reminder: { de: 'Erinnerung', en: 'Reminder' },
  broadcast: { de: 'Rundnachricht', en: 'Broadcast' },
};

const MAILS: Names<string> = {
  confirmation: { de: 'E-Mail mit der Vertragsbestätigung', en: 'E-mail with the confirmation' },
  papers: { de: 'E-Mail mit den Belegen', en: 'E-mail with the papers' },
  news: { de: 'E-Mail zur Bestellung', en: 'E-mail about the order' },
};

const MESSAGE_STATES: Names<string> = {
  waiting: { de: 'wartet', en: 'waiting' },
  sending: { de: 'wird gesendet', en: 'being sent' },
  sent: { de: 'zugestellt', en: 'sent' },
  failed: { de: 'nicht zugestellt', en: 'did not arrive' },
  by_mail: { de: 'geht per E-Mail', en: 'goes by e-mail' },
};

/** Beyond the 24 hours, and by whose leave. */
const WAYS_INTO_THREAD: Names<string> = {
  UTILITY: { de: 'als Vorlage im Chat', en: 'in the thread, as a template' },
  TOKEN: { de: 'im Chat, mit ihrer Einwilligung', en: 'in the thread, by her consent' },
  MESSAGE_TAG: { de: 'im Chat, als Antwort eines Menschen', en: 'in the thread, as the answer of a person' },
  RESPONSE: { de: 'im Chat', en: 'in the thread' },
  UPDATE: { de: 'im Chat', en: 'in the thread' },
};

const FAILURES: Names<string> = {
  outside_window: { de: 'Das 24-Stunden-Fenster ist zu.', en: 'The 24-hour window is closed.' },
  unreachable: { de: 'Sie nimmt keine Nachrichten an.', en: 'She takes no messages.' },
  stopped: { de: 'Sie hat Werbung abbestellt.', en: 'She wants no advertising.' },
  no_consent: { de: 'Sie hat nicht zugestimmt.', en: 'She has not agreed.' },
  too_soon: { de: 'Seit der letzten sind keine 48 Stunden um.', en: 'The last one is less than 48 hours ago.' },
  not_allowed: { de: 'Sie möchte hier keine Nachrichten.', en: 'She wants no messages here.' },
  token_dead: { de: 'Der Zugang zur Seite ist abgelaufen.', en: 'The access to the Page has expired.' },
  rejected: { de: 'Messenger hat die Nachricht abgelehnt.', en: 'Messenger rejected the message.' },
};

export function taskName(kind: string, language: Language): string {
  return TASKS[kind]?.[language] ?? kind;
}

export function purposeName(purpose: string, language: Language): string {
  return PURPOSES[purpose]?.[language] ?? purpose;
}

export function mailName(kind: string, language: Language): string {
  return MAILS[kind]?.[language] ?? kind;
}

/** Which way a message went into the thread; empty where nobody knows, or it did not leave. */
export function threadWayName(how: string | null, language: Language): string {
  return WAYS_INTO_THREAD[how ?? '']?.[language] ?? '';
}

export function messageStateName(state: string, language: Language): string {
  return MESSAGE_STATES[state]?.[language] ?? state;
}

export function failureName(failure: string | null, language: Language): string {
  // Meta's codes stand behind the class: "outside_window:10:2018278".
  const [kind = ''] = (failure ?? '').replace(/^given_up:/, '').split(':');
  return failure === null ? '' : (FAILURES[kind]?.[language] ?? failure);
}
