import type { Language } from '@/lib/domain/market';
import type { LegalPage } from '@/lib/domain/shop';

/** What belongs in each legal text. Source: reference reliability-security.md §5 (§ 5 DDG, § 312d BGB, Art. 13 GDPR, Art. 246a EGBGB). */
const HINTS: Record<LegalPage, Record<Language, string[]>> = {
  impressum: {
    de: [
      'Name und Anschrift, bei Firmen Rechtsform und Vertretung',
      'E-Mail und ein zweiter schneller Weg, etwa Telefon',
      'Register mit Nummer, falls eingetragen',
      'Umsatzsteuer-Identnummer oder Wirtschafts-Identnummer',
      'Ob du an Schlichtungsverfahren teilnimmst',
    ],
    en: [
      'Name and address; for companies legal form and who represents them',
      'E-mail and a second quick way, such as a telephone',
      'Register and number, if entered',
      'VAT identification number',
      'Whether you take part in dispute settlement',
    ],
  },
  terms: {
    de: [
      'Wie der Vertrag zustande kommt („Zahlungspflichtig bestellen“)',
      'Preise mit Mehrwertsteuer und Versandkosten',
      'Wege zu bezahlen und wann abgebucht wird',
      'Wohin und wie schnell geliefert wird',
      'Gewährleistung',
    ],
    en: [
      'How the contract comes about (“Order and pay”)',
      'Prices with VAT, and shipping',
      'Ways to pay, and when money is taken',
      'Where to and how fast things are delivered',
      'Warranty',
    ],
  },
  privacy: {
    de: [
      'Wer verantwortlich ist und wie man dich erreicht',
      'Welche Daten wofür: Bestellung, Chat, Nachrichten',
      'Wer sie noch bekommt: Meta (Messenger), Stripe, PayPal, Versand, Mailserver',
      'Wie lange: Rechnungen acht Jahre, Geschäftsbriefe sechs',
      'Rechte: Auskunft, Mitnehmen, Löschen, Beschwerde bei der Aufsicht',
    ],
    en: [
      'Who is responsible and how to reach you',
      'Which data for what: order, chat, messages',
      'Who else gets them: Meta (Messenger), Stripe, PayPal, carriers, mail server',
      'How long: invoices eight years, business letters six',
      'Rights: access, portability, erasure, complaint to the authority',
    ],
  },
  withdrawal: {
    de: [
      'Frist von vierzehn Tagen und wann sie beginnt',
      'Wie man widerruft: formlos, oder mit dem Knopf „Vertrag widerrufen“ im Shop',
      'Folgen: was du zurückzahlst und bis wann, wer die Rücksendung zahlt',
      'Das Muster-Widerrufsformular',
      'Was ausgenommen ist, etwa Maßanfertigungen',
    ],
    en: [
      'The period of fourteen days and when it starts',
      'How to withdraw: in any form, or with the button “Withdraw from contract” in the shop',
      'Effects: what you pay back and by when, who pays for sending it back',
      'The model withdrawal form',
      'What is exempt, such as goods made to measure',
    ],
  },
  shipping: {
    de: [
      'Preis und Dauer je Land',
      'Ab wann der Versand frei ist',
      'Zoll bei Ländern außerhalb der EU',
      'Wege zu bezahlen',
    ],
    en: ['Price and time for each country', 'From when shipping is free', 'Duty outside the EU', 'Ways to pay'],
  },
};

export function legalHints(page: LegalPage, language: Language): string[] {
  return HINTS[page][language];
}
