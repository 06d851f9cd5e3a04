import type { Language } from '@/lib/domain/market';
import type { DisputeStatus, EVIDENCE_FIELDS } from '@/lib/domain/payments/dispute';
import type { PaymentProvider } from '@/lib/domain/payments/payment';

type Names<Key extends string> = Record<Key, { de: string; en: string }>;

const STATUS_NAMES: Names<DisputeStatus> = {
  inquiry: { de: 'Rückfrage: Antwort nötig', en: 'inquiry: answer needed' },
  inquiry_review: { de: 'Rückfrage wird geprüft', en: 'inquiry under review' },
  inquiry_closed: { de: 'Rückfrage erledigt', en: 'inquiry closed' },
  needs_response: { de: 'Antwort nötig', en: 'answer needed' },
  under_review: { de: 'bei der Bank', en: 'with the bank' },
  won: { de: 'gewonnen', en: 'won' },
  lost: { de: 'verloren', en: 'lost' },
};

const STATUS_SENTENCES: Names<DisputeStatus> = {
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

// At PayPal she and the shop talk first; what is decided then, PayPal decides or her card's bank.
const PAYPAL_SENTENCES: Names<DisputeStatus> = {
  inquiry: {
    de: 'Sie hat bei PayPal ein Problem gemeldet. Antworte ihr, oder erkenne es an: Dann bekommt sie ihr Geld zurück.',
    en: 'She reported a problem at PayPal. Answer her, or give in: then she gets her money back.',
  },
  inquiry_review: { de: 'Sie liest deine Antwort.', en: 'She reads your answer.' },
  inquiry_closed: {
    de: 'Sie hat es zurückgenommen. Das Geld blieb hier.',
    en: 'She took it back. The money stayed here.',
  },
  needs_response: {
    de: 'Jetzt entscheidet PayPal. Ohne Antwort bis zum Termin bekommt sie den Betrag.',
    en: 'PayPal decides now. Without an answer by the date she gets the amount.',
  },
  under_review: {
    de: 'Deine Antwort ist bei PayPal. Die Entscheidung kann Wochen dauern.',
    en: 'Your answer is with PayPal. The decision may take weeks.',
  },
  won: { de: 'Entschieden für dich: Der Betrag ist hier.', en: 'Decided for you: the amount is here.' },
  lost: { de: 'Sie hat den Betrag zurückbekommen.', en: 'She got the amount back.' },
};

export function disputeStatusName(provider: PaymentProvider, status: DisputeStatus, language: Language): string {
  if (provider === 'paypal' && status === 'under_review') return language === 'de' ? 'bei PayPal' : 'with PayPal';
  return STATUS_NAMES[status][language];
}

export function disputeStatusSentence(provider: PaymentProvider, status: DisputeStatus, language: Language): string {
  return (provider === 'paypal' ? PAYPAL_SENTENCES : STATUS_SENTENCES)[status][language];
}

const REASONS: Names<string> = {
  fraudulent: { de: 'Zahlung nicht erkannt', en: 'Payment not recognised' },
  product_not_received: { de: 'Ware nicht angekommen', en: 'Goods not received' },
  product_unacceptable: { de: 'Ware nicht wie beschrieben', en: 'Goods not as described' },
  duplicate: { de: 'Doppelt abgebucht', en: 'Charged twice' },
  credit_not_processed: { de: 'Erstattung fehlt', en: 'Refund missing' },
  subscription_canceled: { de: 'Abo war gekündigt', en: 'Subscription was cancelled' },
  unrecognized: { de: 'Abbuchung unbekannt', en: 'Charge unknown' },
  general: { de: 'Rückfrage', en: 'Inquiry' },
  merchandise_or_service_not_received: { de: 'Ware nicht angekommen', en: 'Goods not received' },
  merchandise_or_service_not_as_described: { de: 'Ware nicht wie beschrieben', en: 'Goods not as described' },
  unauthorised: { de: 'Zahlung nicht erkannt', en: 'Payment not recognised' },
  duplicate_transaction: { de: 'Doppelt abgebucht', en: 'Charged twice' },
  incorrect_amount: { de: 'Falscher Betrag', en: 'Wrong amount' },
  payment_by_other_means: { de: 'Anders schon bezahlt', en: 'Paid another way already' },
  canceled_recurring_billing: { de: 'Abo war gekündigt', en: 'Subscription was cancelled' },
  other: { de: 'Anderes', en: 'Something else' },
};

export function disputeReasonName(reason: string, language: Language): string {
  return REASONS[reason]?.[language] ?? reason;
}

type AnswerWords = { title: string; lead: string; once: string; submit: string };

const TO_BANK = {
  de: {
    title: 'Was du der Bank sagst',
    lead: 'Das hat der Shop gesammelt, auf Englisch, weil Banken das überall lesen. Ändere, was fehlt oder nicht stimmt.',
    once: 'Ich habe alles gelesen. Einreichen geht nur einmal.',
    submit: 'Bei der Bank einreichen',
  },
  en: {
    title: 'What you tell the bank',
    lead: 'The shop has collected this. Change what is missing or wrong.',
    once: 'I have read it all. It can be handed in only once.',
    submit: 'Hand it in',
  },
} satisfies Record<Language, AnswerWords>;

const TO_PAYPAL = {
  de: {
    title: 'Was du PayPal sagst',
    lead: 'Das hat der Shop gesammelt, auf Englisch, weil PayPal das überall liest. Ändere, was fehlt oder nicht stimmt.',
    once: 'Ich habe alles gelesen. Einreichen geht nur einmal.',
    submit: 'Bei PayPal einreichen',
  },
  en: {
    title: 'What you tell PayPal',
    lead: 'The shop has collected this. Change what is missing or wrong.',
    once: 'I have read it all. It can be handed in only once.',
    submit: 'Hand it in at PayPal',
  },
} satisfies Record<Language, AnswerWords>;

const TO_HER = {
  de: {
    title: 'Was du ihr antwortest',
    lead: 'Diese Nachricht liest sie bei PayPal, höchstens 2000 Zeichen. Schreib sie für sie um: Noch entscheidet niemand.',
    once: 'Ich habe alles gelesen. Sie bekommt diese Nachricht.',
    submit: 'Ihr antworten',
  },
  en: {
    title: 'What you answer her',
    lead: 'She reads this message at PayPal, 2000 characters at most. Rewrite it for her: nobody decides yet.',
    once: 'I have read it all. She gets this message.',
    submit: 'Answer her',
  },
} satisfies Record<Language, AnswerWords>;

/** To whom an answer goes, and what that means. */
export function answerWords(provider: PaymentProvider, status: DisputeStatus, language: Language): AnswerWords {
  if (provider === 'stripe') return TO_BANK[language];
  return (status === 'inquiry' ? TO_HER : TO_PAYPAL)[language];
}

export const GIVE_IN_WORDS = {
  de: {
    title: 'Anerkennen',
    lead: 'Du antwortest nicht, und sie behält oder bekommt den ganzen Betrag. Das lässt sich nicht zurücknehmen.',
    agreed: 'Ja, sie soll den Betrag haben.',
    submit: 'Reklamation anerkennen',
    done: 'Anerkannt.',
  },
  en: {
    title: 'Give in',
    lead: 'You do not answer, and she keeps or gets the whole amount. This cannot be taken back.',
    agreed: 'Yes, she shall have the amount.',
    submit: 'Give in',
    done: 'Done.',
  },
} as const;

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
