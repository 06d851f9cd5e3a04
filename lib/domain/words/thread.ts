import type { Language } from '../market';
import type { OrderStatus } from '../orders/status';

const de = {
  greeting: (name: string | null, shop: string) =>
    `Hallo${name ? ` ${name}` : ''}, schön, dass du da bist! Ich bin der automatische Assistent von ${shop} und zeige dir, was es gibt. Tipp auf „Kaufen“ oder schreib mir, was du suchst.`,
  introduction: (name: string | null, shop: string) =>
    `Hallo${name ? ` ${name}` : ''}! Hier antwortet der automatische Assistent von ${shop}.`,
  buy: 'Kaufen',
  view: 'Ansehen',
  share: 'Teilen',
  from: (price: string) => `ab ${price}`,
  soldOut: 'Ausverkauft',
  more: {
    title: 'Noch mehr im Shop',
    subtitle: (count: number) => `Alle ${count} Artikel ansehen`,
    button: 'Alle ansehen',
  },
  choices: { products: 'Alle Produkte', collections: 'Kollektionen', orders: 'Bestellungen', help: 'Hilfe' },
  collections: 'Wonach ist dir heute?',
  nothingFound: (words: string) =>
    `Zu „${words}“ habe ich nichts gefunden. Vielleicht ist in einer der Kollektionen etwas für dich?`,
  emptyShop: 'Hier wird gerade eingeräumt. Schau bald wieder vorbei!',
  help: 'Ich antworte automatisch. Schreib mir, was du suchst, zum Beispiel „Poster Meer“, oder „Bestellung“ für deine letzte Bestellung. Bezahlt wird im Shop, nie hier im Chat: Schick mir bitte keine Kartendaten. Alles Rechtliche steht unten im Shop.',
  toShop: 'Zum Shop',
  contact: 'Impressum',
  thanks: 'Sehr gern! Kann ich dir noch etwas zeigen?',
  acknowledged: 'Alles klar! Schreib mir einfach, wenn ich dir noch etwas zeigen soll.',
  unclear: 'Damit kann ich leider nichts anfangen. Schreib mir, was du suchst, oder wähle hier:',
  soldOutProduct: (title: string) => `„${title}“ ist gerade ausverkauft. Vielleicht gefällt dir davon etwas:`,
  goneProduct: (title: string) => `„${title}“ gibt es nicht mehr. Vielleicht gefällt dir davon etwas:`,
  unknownProduct: 'Diesen Artikel gibt es hier nicht mehr. Vielleicht gefällt dir davon etwas:',
  noOrders: 'Du hast hier noch nichts bestellt. Soll ich dir etwas zeigen?',
  lastOrder: (label: string, date: string, state: string, pieces: number, total: string) =>
    `Deine Bestellung ${label} vom ${date}: ${state}. ${pieces === 1 ? '1 Artikel' : `${pieces} Artikel`}, ${total}.`,
  orderStates: {
    authorised: 'Betrag reserviert, wir packen sie ein',
    paid: 'bezahlt, wir packen sie gerade',
    paid_needs_decision: 'bezahlt, wir sehen sie uns noch an',
    partly_fulfilled: 'ein Teil ist unterwegs',
    fulfilled: 'verschickt',
    cancelled: 'storniert',
    refunded: 'erstattet',
  } satisfies Record<OrderStatus, string>,
  viewOrder: 'Zur Bestellung',
  allOrders: 'Alle Bestellungen',
  toCart: 'Zum Warenkorb',
  cartFilled: (pieces: number, someGone: boolean) =>
    `${pieces === 1 ? '1 Artikel liegt' : `${pieces} Artikel liegen`} in deinem Warenkorb.${someGone ? ' Den Rest gibt es gerade nicht.' : ''}`,
  coupon: (code: string) =>
    `Dein Gutschein ${code} liegt bei deinem Warenkorb und zählt an der Kasse. Such dir etwas aus:`,
  noCoupon: (code: string) => `Den Gutschein ${code} gibt es gerade nicht. Vielleicht gefällt dir trotzdem etwas:`,
  automatic: 'Automatische Antwort',
  commentAnswer:
    'Du hast unter unserem Beitrag gefragt: Hier im Chat antworte ich dir automatisch und zeige dir alles.',
};

type ThreadWords = typeof de;

const en: ThreadWords = {
  greeting: (name, shop) =>
    `Hi${name ? ` ${name}` : ''}, good to have you here! I am ${shop}'s automatic assistant and show you what there is. Tap "Buy", or tell me what you are looking for.`,
  introduction: (name, shop) => `Hi${name ? ` ${name}` : ''}! This is ${shop}'s automatic assistant.`,
  buy: 'Buy',
  view: 'View',
  share: 'Share',
  from: (price) => `from ${price}`,
  soldOut: 'Sold out',
  more: { title: 'More in the shop', subtitle: (count) => `See all ${count} products`, button: 'See all' },
  choices: { products: 'All products', collections: 'Collections', orders: 'My orders', help: 'Help' },
  collections: 'What are you in the mood for?',
  nothingFound: (words) => `I found nothing for "${words}". Maybe one of the collections has something for you?`,
  emptyShop: 'The shelves are being filled just now. Please come back soon!',
  help: 'My answers are automatic. Tell me what you are looking for, for example "poster sea", or write "orders" for your latest order. You pay in the shop, never here in the chat: please send me no card details. Everything legal is at the bottom of the shop.',
  toShop: 'To the shop',
  contact: 'Legal notice',
  thanks: 'You are welcome! Shall I show you something else?',
  acknowledged: 'All right! Just write to me when you would like to see something else.',
  unclear: 'I am afraid I cannot make sense of that. Tell me what you are looking for, or choose here:',
  soldOutProduct: (title) => `"${title}" is sold out at the moment. You may like one of these:`,
  goneProduct: (title) => `"${title}" is no longer available. You may like one of these:`,
  unknownProduct: 'That product is no longer here. You may like one of these:',
  noOrders: 'You have not ordered anything here yet. Shall I show you something?',
  lastOrder: (label, date, state, pieces, total) =>
    `Your order ${label} of ${date}: ${state}. ${pieces === 1 ? '1 item' : `${pieces} items`}, ${total}.`,
  orderStates: {
    authorised: 'amount held, we are packing it',
    paid: 'paid, we are packing it',
    paid_needs_decision: 'paid, we are looking into it',
    partly_fulfilled: 'a part is on its way',
    fulfilled: 'shipped',
    cancelled: 'cancelled',
    refunded: 'refunded',
  },
  viewOrder: 'View order',
  allOrders: 'All orders',
  toCart: 'To cart',
  cartFilled: (pieces, someGone) =>
    `${pieces === 1 ? '1 item is' : `${pieces} items are`} in your cart.${someGone ? ' The rest is not available at the moment.' : ''}`,
  coupon: (code) => `Your voucher ${code} is with your cart and counts at the checkout. Choose something nice:`,
  noCoupon: (code) => `The voucher ${code} is not valid at the moment. You may like something all the same:`,
  automatic: 'Automatic answer',
  commentAnswer: 'You asked under our post: here in the chat I answer automatically and show you everything.',
};

export const THREAD_WORDS: Record<Language, ThreadWords> = { de, en };
