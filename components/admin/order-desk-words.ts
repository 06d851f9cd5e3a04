import type { Language } from '@/lib/domain/market';

const DE = {
  timeline: 'Verlauf',
  placed: (amount: string) => `Bestellt für ${amount}`,
  moneyIn: (amount: string) => `${amount} eingegangen`,
  moneyOut: (amount: string) => `${amount} ausgegangen`,
  why: {
    order: 'mit der Bestellung',
    capture: 'beim Verschicken eingezogen',
    refund: 'Erstattung',
    refund_failed: 'Erstattung kam zurück',
    dispute_withdrawn: 'Reklamation: zurückgeholt',
    dispute_reinstated: 'Reklamation: wieder hier',
  } satisfies Record<string, string>,
  sent: (items: string) => `Verschickt: ${items}`,
  delivered: (items: string) => `Zugestellt: ${items}`,
  address: (before: string) => `Lieferadresse geändert, vorher: ${before}`,
  cancelled: 'Storniert',
  disputed: (status: string) => `Reklamation (${status})`,
  note: 'Notiz',
  who: { shopper: 'die Käuferin', shop: 'von selbst', provider: 'Zahlungsanbieter' } satisfies Record<string, string>,
  addNote: 'Notiz für die Leute am Tresen',
  noteHint: 'Sie sieht das nicht.',
  keepNote: 'Notiz ablegen',
  changeAddress: 'Adresse ändern',
  changeAddressLead: (country: string) =>
    `Geht, solange nichts verschickt ist, und nur innerhalb von: ${country}. Preis, Steuer und Rechnung bleiben. Sie bekommt eine Nachricht.`,
  name: 'Name',
  street1: 'Straße und Hausnummer',
  street2: 'Zusatz (freiwillig)',
  postalCode: 'Postleitzahl',
  city: 'Ort',
  region: 'Bundesstaat (zwei Buchstaben)',
  saveAddress: 'Adresse speichern',
  saved: 'Gespeichert.',
  papersToPrint: 'Für das Paket',
  packingSlip: 'Lieferschein',
};

const EN: typeof DE = {
  timeline: 'History',
  placed: (amount) => `Ordered for ${amount}`,
  moneyIn: (amount) => `${amount} came in`,
  moneyOut: (amount) => `${amount} went out`,
  why: {
    order: 'with the order',
    capture: 'taken when it was sent',
    refund: 'refund',
    refund_failed: 'a refund came back',
    dispute_withdrawn: 'dispute: taken back',
    dispute_reinstated: 'dispute: here again',
  },
  sent: (items) => `Sent: ${items}`,
  delivered: (items) => `Delivered: ${items}`,
  address: (before) => `Delivery address changed, before: ${before}`,
  cancelled: 'Cancelled',
  disputed: (status) => `Dispute (${status})`,
  note: 'Note',
  who: { shopper: 'the shopper', shop: 'by itself', provider: 'payment provider' },
  addNote: 'Note for the people at the desk',
  noteHint: 'She does not see it.',
  keepNote: 'Keep the note',
  changeAddress: 'Change the address',
  changeAddressLead: (country) =>
    `Possible while nothing was sent, and only within: ${country}. Price, tax and invoice stay. She gets a message.`,
  name: 'Name',
  street1: 'Street and number',
  street2: 'Addition (optional)',
  postalCode: 'Postal code',
  city: 'City',
  region: 'State (two letters)',
  saveAddress: 'Save the address',
  saved: 'Saved.',
  papersToPrint: 'For the parcel',
  packingSlip: 'Packing slip',
};

export type OrderDeskWords = typeof DE;

export function orderDeskWordsIn(language: Language): OrderDeskWords {
  return language === 'de' ? DE : EN;
}
