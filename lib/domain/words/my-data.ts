import type { PageLanguage } from '../page-language';
import { myDataWordsAr } from './ar/my-data';

const de = {
  title: 'Meine Daten',
  lead: 'Das wissen wir über dich. Du kannst es mitnehmen oder löschen lassen.',
  profile: 'Wer du für uns bist',
  guest: 'Ein Gast ohne Namen',
  inThread: (name: string) => `${name}, aus dem Chat`,
  since: (date: string) => `bekannt seit ${date}`,
  orders: 'Bestellungen',
  addresses: 'Adressen',
  keptAddress: 'Gemerkte Adresse',
  cards: 'Gemerkte Karten',
  cart: 'Im Warenkorb',
  consents: 'Wozu du Ja gesagt hast',
  ended: (date: string) => `beendet am ${date}`,
  given: (date: string) => `am ${date}`,
  liked: 'Gemerkt und angesehen',
  reviews: 'Deine Bewertungen',
  messages: 'Nachrichten',
  messageCount: (count: number) => (count === 1 ? '1 Nachricht' : `${count} Nachrichten`),
  nothing: 'Nichts.',
  download: 'Alles als Datei laden (JSON)',
  downloadHint: 'Manche Apps öffnen keine Dateien: Dann öffne den Shop im Browser.',
  erase: {
    title: 'Vergesst mich',
    text: 'Wir löschen deinen Chat mit uns, Namen und Kennung, Warenkorb, Merkliste, Bewertungen, gemerkte Adressen und Karten, auch bei unserem Zahlungsdienst. Das lässt sich nicht zurücknehmen.',
    kept: 'Bestellungen und Rechnungen müssen wir behalten: Buchungsbelege acht Jahre (§ 147 AO, § 257 HGB), Geschäftsbriefe sechs. Wir nutzen sie für nichts anderes.',
    sure: 'Ja, löscht meine Daten',
    action: 'Jetzt löschen lassen',
  },
  ask: {
    text: 'Öffne den Shop aus dem Chat, dann zeigen wir dir hier alles. Als Gast weist du dich mit deinem Postfach aus: Wir schicken einen Link an die Adresse deiner Bestellung.',
    over: 'Dieser Link gilt nicht mehr. Hol dir hier einen neuen.',
    notSure: 'Bitte setz erst den Haken, dass wir löschen sollen.',
  },
};

export type MyDataWords = typeof de;

const en: MyDataWords = {
  title: 'My data',
  lead: 'This is what we know about you. You can take it with you, or have it erased.',
  profile: 'Who you are to us',
  guest: 'A guest without a name',
  inThread: (name) => `${name}, from the chat`,
  since: (date) => `known since ${date}`,
  orders: 'Orders',
  addresses: 'Addresses',
  keptAddress: 'Kept address',
  cards: 'Kept cards',
  cart: 'In the cart',
  consents: 'What you agreed to',
  ended: (date) => `ended on ${date}`,
  given: (date) => `on ${date}`,
  liked: 'Wished for and looked at',
  reviews: 'Your reviews',
  messages: 'Messages',
  messageCount: (count) => (count === 1 ? '1 message' : `${count} messages`),
  nothing: 'Nothing.',
  download: 'Download everything (JSON)',
  downloadHint: 'Some apps open no files: then open the shop in a browser.',
  erase: {
    title: 'Forget me',
    text: 'We erase your chat with us, name and id, cart, wish list, reviews, kept addresses and cards, also at our payment provider. This cannot be undone.',
    kept: 'We have to keep orders and invoices: vouchers for eight years (§ 147 AO, § 257 HGB), business letters for six. We use them for nothing else.',
    sure: 'Yes, erase my data',
    action: 'Have it erased now',
  },
  ask: {
    text: 'Open the shop from the chat and we show you everything here. As a guest your mailbox says who you are: we send a link to the address of your order.',
    over: 'This link is over. Get a new one here.',
    notSure: 'Please tick the box first that we shall erase.',
  },
};

export const myDataWords: Record<PageLanguage, MyDataWords> = { de, en, ar: myDataWordsAr };
