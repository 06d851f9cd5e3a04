import type { Language } from '../market';

const de = {
  subject: (label: string, shop: string) => `Deine Bestellung ${label} bei ${shop}`,
  newsSubject: (label: string, shop: string) => `Neues zu deiner Bestellung ${label} bei ${shop}`,
  newsTitle: (label: string) => `Zu deiner Bestellung ${label}`,
  thanks: 'Danke für deine Bestellung!',
  concluded: (label: string, shop: string, date: string) =>
    `Wir haben deine Bestellung ${label} vom ${date} angenommen. Damit ist der Vertrag mit ${shop} geschlossen; diese Mail ist deine Vertragsbestätigung. Bitte hebe sie auf.`,
  incomplete: 'Uns fehlt noch deine Adresse. Antworte uns bitte im Chat oder auf diese Mail.',
  goods: 'Was du gekauft hast',
  line: (quantity: number, title: string, each: string) => `${quantity} × ${title} (je ${each})`,
  shipping: (option: string) => `Versand: ${option}`,
  taxAdded: 'Steuer',
  total: 'Gesamt',
  taxContained: 'Darin enthaltene MwSt.',
  arrives: (from: string, to: string) => `Kommt voraussichtlich zwischen ${from} und ${to}.`,
  address: 'Lieferung an',
  payment: 'Bezahlt mit',
  order: 'Deine Bestellung ansehen',
  my_data: 'Deine Daten ansehen',
  review: 'Deine Bewertung schreiben',
  terms: 'Unsere Geschäftsbedingungen',
  withdrawal: 'Widerrufsbelehrung',
  impressum: 'Impressum',
  questions: (email: string) => `Fragen? Schreib uns: ${email}`,
};

export type MailWords = typeof de;

const en: MailWords = {
  subject: (label, shop) => `Your order ${label} at ${shop}`,
  newsSubject: (label, shop) => `News of your order ${label} at ${shop}`,
  newsTitle: (label) => `About your order ${label}`,
  thanks: 'Thank you for your order!',
  concluded: (label, shop, date) =>
    `We have accepted your order ${label} of ${date}. The contract with ${shop} is concluded; this mail is your confirmation of it. Please keep it.`,
  incomplete: 'Your address is still missing. Please answer us in the chat or reply to this mail.',
  goods: 'What you bought',
  line: (quantity, title, each) => `${quantity} × ${title} (${each} each)`,
  shipping: (option) => `Delivery: ${option}`,
  taxAdded: 'Tax',
  total: 'Total',
  taxContained: 'VAT contained in it',
  arrives: (from, to) => `Should arrive between ${from} and ${to}.`,
  address: 'Delivered to',
  payment: 'Paid with',
  order: 'See your order',
  my_data: 'See your data',
  review: 'Write your review',
  terms: 'Our terms',
  withdrawal: 'Right of withdrawal',
  impressum: 'Legal notice',
  questions: (email) => `Questions? Write to us: ${email}`,
};

export const MAIL_WORDS: Record<Language, MailWords> = { de, en };
