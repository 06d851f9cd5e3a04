import type { Language } from '@/lib/domain/market';
import type { DisputeStatus, EVIDENCE_FIELDS } from '@/lib/domain/payments/dispute';

type Names<Key extends string> = Record<Key, { de: string; en: string }>;

export const DISPUTE_STATUS_NAMES: Names<DisputeStatus> = {
  inquiry: { de: 'Rückfrage: Antwort nötig', en: 'inquiry: answer needed' },
  inquiry_review: { de: 'Rückfrage wird geprüft', en: 'inquiry under review' },
  inquiry_closed: { de: 'Rückfrage erledigt', en: 'inquiry closed' },
  needs_response: { de: 'Antwort nötig', en: 'answer needed' },
  under_review: { de: 'bei der Bank', en: 'with the bank' },
  won: { de: 'gewonnen', en: 'won' },
  lost: { de: 'verloren', en: 'lost' },
};

export const DISPUTE_STATUS_SENTENCES: Names<DisputeStatus> = {
  inquiry: {
    de: 'Ihre Bank fragt nach. Noch ist kein Geld zurückgeholt; eine Antwort kann das verhindern.',
    en: 'Her bank asks. No money was taken back yet; an answer may prevent it.',
  },
  inquiry_review: { de: 'Die Bank liest deine Antwort.', en: 'The bank reads your answer.' },
  inquiry_closed: {
    de: 'Die Bank fragt nicht weiter. Das Geld blieb hier.',
    en: 'The bank asks no more. The money stayed here.',
  },
  needs_response: {
    de: 'Ihre Bank hat den Betrag zurückgeholt. Ohne Antwort bis zum Termin bleibt er dort.',
    en: 'Her bank has taken the amount back. Without an answer by the date it stays there.',
  },
  under_review: {
    de: 'Deine Antwort ist bei der Bank. Die Entscheidung kann Wochen dauern.',
    en: 'Your answer is with the bank. The decision may take weeks.',
  },
  won: {
    de: 'Die Bank gab dir recht: Der Betrag ist wieder hier.',
    en: 'The bank agreed with you: the amount is back.',
  },
  lost: {
    de: 'Die Bank gab ihr recht: Der Betrag bleibt bei ihr.',
    en: 'The bank agreed with her: the amount stays with her.',
  },
};

const REASONS: Names<string> = {
  fraudulent: { de: 'Zahlung nicht erkannt', en: 'Payment not recognised' },
  product_not_received: { de: 'Ware nicht angekommen', en: 'Goods not received' },
  product_unacceptable: { de: 'Ware nicht wie beschrieben', en: 'Goods not as described' },
  duplicate: { de: 'Doppelt abgebucht', en: 'Charged twice' },
  credit_not_processed: { de: 'Erstattung fehlt', en: 'Refund missing' },
  subscription_canceled: { de: 'Abo war gekündigt', en: 'Subscription was cancelled' },
  unrecognized: { de: 'Abbuchung unbekannt', en: 'Charge unknown' },
  general: { de: 'Rückfrage', en: 'Inquiry' },
};

export function disputeReasonName(reason: string, language: Language): string {
  return REASONS[reason]?.[language] ?? reason;
}

export const EVIDENCE_NAMES: Names<(typeof EVIDENCE_FIELDS)[number]> = {
  customerName: { de: 'Name', en: 'Customer’s name' },
  customerEmail: { de: 'E-Mail-Adresse', en: 'E-mail address' },
  shippingAddress: { de: 'Lieferadresse', en: 'Delivery address' },
  productDescription: { de: 'Was gekauft wurde', en: 'What was bought' },
  shippedOn: { de: 'Verschickt am', en: 'Sent on' },
  carrier: { de: 'Versanddienst', en: 'Carrier' },
  trackingNumber: { de: 'Sendungsnummer', en: 'Tracking number' },
  terms: { de: 'Vereinbarte Bedingungen', en: 'Terms agreed' },
  statement: { de: 'Deine Darstellung', en: 'Your statement' },
};
