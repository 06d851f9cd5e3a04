import type { Language } from '../market';
import type { OrderStatus } from '../orders/status';

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
    paid: 'Bezahlt – wir packen sie ein',
    paid_needs_decision: 'Bezahlt – wir brauchen noch etwas von dir',
    fulfilled: 'Verschickt',
    cancelled: 'Storniert',
    refunded: 'Erstattet',
  } satisfies Record<OrderStatus, string>,
  shortStatus: {
    paid: 'Bezahlt',
    paid_needs_decision: 'Angaben fehlen',
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
  back: {
    title: 'Zurückschicken',
    text: 'Du hast nach der Lieferung 14 Tage Zeit, es dir anders zu überlegen.',
    link: 'So geht der Widerruf',
  },
  share: 'Mit Freunden teilen',
  pieces: (count: number) => (count === 1 ? '1 Artikel' : `${count} Artikel`),
  goOn: 'Weiter stöbern',
  all: 'Alle Bestellungen',
};

export type OrderWords = typeof de;

const en: OrderWords = {
  title: 'Orders',
  empty: { title: 'No orders yet', text: 'Whatever you order you will find here again.', action: 'To the shop' },
  order: (label) => `Order ${label}`,
  thanks: 'Thank you for your order!',
  placedOn: (date) => `Ordered on ${date}`,
  status: {
    paid: 'Paid – we are packing it',
    paid_needs_decision: 'Paid – we still need something from you',
    fulfilled: 'On its way',
    cancelled: 'Cancelled',
    refunded: 'Refunded',
  },
  shortStatus: {
    paid: 'Paid',
    paid_needs_decision: 'Details missing',
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
  back: {
    title: 'Sending it back',
    text: 'After delivery you have 14 days to change your mind.',
    link: 'How withdrawal works',
  },
  share: 'Share with a friend',
  pieces: (count) => (count === 1 ? '1 item' : `${count} items`),
  goOn: 'Keep browsing',
  all: 'All orders',
};

export const orderWords: Record<Language, OrderWords> = { de, en };
