import type { Language } from '../market';
import type { OrderStatus } from '../orders/status';
import { orderWordsAr } from './ar/orders';

const de = {
  title: 'Bestellungen',
  empty: {
    title: 'Noch keine Bestellungen',
    text: 'Was du bestellst, findest du hier wieder.',
    action: 'Zum Shop',
  },
  order: (label: string) => `Bestellung ${label}`,
  thanks: 'Danke für deine Bestellung!',
  placedOn: (date: string) => `Bestellt am ${date}`,
  status: {
    authorised: 'Betrag reserviert – wir packen sie ein',
    paid: 'Bezahlt – wir packen sie ein',
    paid_needs_decision: 'Bezahlt – wir brauchen noch etwas von dir',
    partly_fulfilled: 'Ein Teil ist unterwegs, der Rest folgt',
    fulfilled: 'Verschickt',
    cancelled: 'Storniert',
    refunded: 'Erstattet',
  } satisfies Record<OrderStatus, string>,
  shortStatus: {
    authorised: 'Betrag reserviert',
    paid: 'Bezahlt',
    paid_needs_decision: 'Angaben fehlen',
    partly_fulfilled: 'Teilweise verschickt',
    fulfilled: 'Verschickt',
    cancelled: 'Storniert',
    refunded: 'Erstattet',
  } satisfies Record<OrderStatus, string>,
  arrives: (from: string, to: string) =>
    from === to ? `Kommt voraussichtlich am ${from}` : `Kommt voraussichtlich ${from} – ${to}`,
  items: 'Artikel',
  times: (count: number) => `${count} ×`,
  address: 'Lieferung an',
  addressMissing: 'Uns fehlt noch deine Adresse. Antworte uns bitte im Chat.',
  payment: 'Bezahlt mit',
  nothingPaid: 'Rabatt – es gab nichts zu bezahlen',
  receipt: {
    thread: 'Der Beleg liegt in deinem Chat.',
    here: 'Diese Seite ist deine Bestätigung. Du findest sie unter „Bestellungen“ wieder.',
  },
  money: {
    refunded: (amount: string) => `${amount} gehen an dich zurück. Je nach Bank dauert das fünf bis zehn Tage.`,
    refunding: (amount: string) => `Wir schicken dir gerade ${amount} zurück.`,
    held: (amount: string) => `${amount} sind auf deiner Karte reserviert. Abgebucht wird, wenn wir verschicken.`,
    released: 'Es wurde nichts abgebucht, die Reservierung ist aufgehoben.',
  },
  cancel: { title: 'Doch nicht?', text: 'Noch ist nichts verschickt.', action: 'Bestellung stornieren' },
  noTracking: 'ohne Sendungsnummer',
  tracking: (carrier: string, code: string) => `Unterwegs mit ${[carrier, code].filter(Boolean).join(', Sendung ')}`,
  news: {
    refunded: (label: string, amount: string) =>
      `Zu Bestellung ${label} gehen ${amount} an dich zurück, auf demselben Weg, auf dem du bezahlt hast. Je nach Bank dauert das fünf bis zehn Tage.`,
    refundFailed: (label: string, amount: string) =>
      `Die Erstattung von ${amount} zu Bestellung ${label} kam von deiner Bank zurück. Wir kümmern uns darum und melden uns bei dir.`,
    cancelled: (label: string) => `Bestellung ${label} ist storniert.`,
    released: (label: string) =>
      `Bestellung ${label} ist storniert. Es wurde nichts abgebucht, die Reservierung auf deiner Karte ist aufgehoben.`,
    sent: (label: string, how: string) => `Bestellung ${label} ist unterwegs zu dir!${how && ` ${how}.`}`,
    partSent: (label: string, items: string, how: string) =>
      `Ein Teil von Bestellung ${label} ist unterwegs zu dir: ${items}.${how && ` ${how}.`}`,
    delivered: (label: string) => `Bestellung ${label} ist angekommen. Viel Freude damit!`,
    partDelivered: (label: string, items: string) => `Von Bestellung ${label} ist angekommen: ${items}.`,
    addressChanged: (label: string) =>
      `Die Lieferadresse von Bestellung ${label} ist geändert. Warst du das nicht, schreib uns bitte gleich.`,
  },
  parcels: {
    title: (count: number): string => (count === 1 ? 'Sendung' : 'Sendungen'),
    sentOn: (date: string) => `Verschickt am ${date}`,
    deliveredOn: (date: string) => `Zugestellt am ${date}`,
    follow: 'Sendung verfolgen',
    everything: 'die ganze Bestellung',
    arrived: 'Angekommen',
  },
  back: {
    title: 'Zurückschicken',
    text: 'Du hast nach der Lieferung 14 Tage Zeit, es dir anders zu überlegen.',
    link: 'So geht der Widerruf',
  },
  share: 'Mit Freunden teilen',
  again: {
    title: 'Nochmal dasselbe?',
    action: 'Noch einmal in den Warenkorb',
    gone: (title: string) => `${title}: gerade nicht zu haben`,
    fewer: (title: string, left: number) => `${title}: nur noch ${left} da`,
    priced: (title: string, now: string, then: string) => `${title}: jetzt ${now} statt ${then}`,
  },
  pieces: (count: number) => (count === 1 ? '1 Artikel' : `${count} Artikel`),
  goOn: 'Weiter stöbern',
  all: 'Alle Bestellungen',
};

export type OrderWords = typeof de;
/** What the pages need of it; news go by message and mail. */
export type OrderPageWords = Omit<OrderWords, 'news'>;

const en: OrderWords = {
  title: 'Orders',
  empty: { title: 'No orders yet', text: 'Whatever you order you will find here again.', action: 'To the shop' },
  order: (label) => `Order ${label}`,
  thanks: 'Thank you for your order!',
  placedOn: (date) => `Ordered on ${date}`,
  status: {
    authorised: 'Amount held – we are packing it',
    paid: 'Paid – we are packing it',
    paid_needs_decision: 'Paid – we still need something from you',
    partly_fulfilled: 'Part of it is on its way, the rest follows',
    fulfilled: 'On its way',
    cancelled: 'Cancelled',
    refunded: 'Refunded',
  },
  shortStatus: {
    authorised: 'Amount held',
    paid: 'Paid',
    paid_needs_decision: 'Details missing',
    partly_fulfilled: 'Partly sent',
    fulfilled: 'On its way',
    cancelled: 'Cancelled',
    refunded: 'Refunded',
  },
  arrives: (from, to) => (from === to ? `Should arrive on ${from}` : `Should arrive ${from} – ${to}`),
  items: 'Items',
  times: (count) => `${count} ×`,
  address: 'Delivered to',
  addressMissing: 'We still need your address. Please answer us in the chat.',
  payment: 'Paid with',
  nothingPaid: 'Discount – there was nothing to pay',
  receipt: {
    thread: 'The receipt is in your chat.',
    here: 'This page is your confirmation. You will find it again under “Orders”.',
  },
  money: {
    refunded: (amount) => `${amount} is on its way back to you. Depending on your bank it takes five to ten days.`,
    refunding: (amount) => `We are sending ${amount} back to you.`,
    held: (amount) => `${amount} is held on your card. It is taken when we send your order.`,
    released: 'Nothing was charged, the hold is gone.',
  },
  cancel: { title: 'Changed your mind?', text: 'Nothing has been sent yet.', action: 'Cancel the order' },
  noTracking: 'without a number',
  tracking: (carrier, code) => `On its way with ${[carrier, code].filter(Boolean).join(', parcel ')}`,
  news: {
    refunded: (label, amount) =>
      `For order ${label} ${amount} is on its way back to you, the way you paid. Depending on your bank it takes five to ten days.`,
    refundFailed: (label, amount) =>
      `The refund of ${amount} for order ${label} came back from your bank. We are looking after it and will get back to you.`,
    cancelled: (label) => `Order ${label} is cancelled.`,
    released: (label) => `Order ${label} is cancelled. Nothing was charged, the hold on your card is gone.`,
    sent: (label, how) => `Order ${label} is on its way to you!${how && ` ${how}.`}`,
    partSent: (label, items, how) => `A part of order ${label} is on its way to you: ${items}.${how && ` ${how}.`}`,
    delivered: (label) => `Order ${label} has arrived. Enjoy!`,
    partDelivered: (label, items) => `Of order ${label} this has arrived: ${items}.`,
    addressChanged: (label) =>
      `The delivery address of order ${label} has been changed. If that was not you, please write to us at once.`,
  },
  parcels: {
    title: (count) => (count === 1 ? 'Parcel' : 'Parcels'),
    sentOn: (date) => `Sent on ${date}`,
    deliveredOn: (date) => `Delivered on ${date}`,
    follow: 'Track this parcel',
    everything: 'the whole order',
    arrived: 'Arrived',
  },
  back: {
    title: 'Sending it back',
    text: 'After delivery you have 14 days to change your mind.',
    link: 'How withdrawal works',
  },
  share: 'Share with a friend',
  again: {
    title: 'The same again?',
    action: 'Into the cart once more',
    gone: (title) => `${title}: not to be had at the moment`,
    fewer: (title, left) => `${title}: only ${left} left`,
    priced: (title, now, then) => `${title}: now ${now} instead of ${then}`,
  },
  pieces: (count) => (count === 1 ? '1 item' : `${count} items`),
  goOn: 'Keep browsing',
  all: 'All orders',
};

export const orderWords: Record<Language, OrderWords> & { ar: OrderPageWords } = { de, en, ar: orderWordsAr };
