import type { Language } from '../market';

const de = {
  newsAsk: (shop: string) =>
    `Möchtest du Neuigkeiten und Angebote von ${shop} hier im Chat bekommen? Mit „Stopp“ ist jederzeit Schluss.`,
  newsYes: 'Ja, gern',
  newsNo: 'Nein, danke',
  news: 'Neuigkeiten',
  newsDone: 'Schön! Wenn es etwas Neues gibt, hörst du hier davon. Mit „Stopp“ ist jederzeit Schluss.',
  /** What Messenger's own question is called, for each topic: at most 65 characters. */
  optIn: {
    news: 'Neuigkeiten und Angebote',
    cart: 'Erinnerung an deinen Warenkorb',
    asks: 'Bescheid zu Artikeln, nach denen du fragst',
    reviews: 'Eine Frage, wie dir gefällt, was du gekauft hast',
  },
  optInLead:
    'Ohne deine Zustimmung oben darf ich dir nur einen Tag lang schreiben. Tipp auf den Knopf, dann geht es auch später.',
  restockAsked: (title: string) => `Notiert: Sobald „${title}“ wieder da ist, sage ich dir hier einmal Bescheid.`,
  priceAsked: (title: string) => `Notiert: Wird „${title}“ günstiger, sage ich dir hier einmal Bescheid.`,
  cartAsked: 'Notiert: Bleibt etwas in deinem Warenkorb liegen, erinnere ich dich einmal daran.',
  tellRestock: 'Sag mir Bescheid',
  tellPrice: 'Preis beobachten',
  /** What she agreed to, as it is kept. */
  consent: {
    restock: (title: string) => `Bescheid sagen, wenn „${title}“ wieder da ist (eine Nachricht im Chat)`,
    price: (title: string) => `Bescheid sagen, wenn „${title}“ günstiger wird (eine Nachricht im Chat)`,
    cart: 'An den Warenkorb erinnern, wenn etwas darin liegen bleibt (eine Nachricht im Chat)',
  },
  restocked: (title: string, choice: string) =>
    `Wieder da: „${title}“${choice && ` (${choice})`}. Du wolltest Bescheid wissen. Mit „Stopp“ kommen keine solchen Nachrichten mehr.`,
  cheaper: (title: string, now: string, lowest: string) =>
    `„${title}“ kostet jetzt ${now}. Der niedrigste Preis der letzten 30 Tage war ${lowest}. Du wolltest Bescheid wissen. Mit „Stopp“ kommen keine solchen Nachrichten mehr.`,
  cartWaits: (pieces: number) =>
    `${pieces === 1 ? 'In deinem Warenkorb liegt noch 1 Artikel.' : `In deinem Warenkorb liegen noch ${pieces} Artikel.`} Mit „Stopp“ kommen keine Erinnerungen mehr.`,
  view: 'Ansehen',
  linkedOrder:
    'Über einen Link aus diesem Chat wurde gerade bestellt. Die Bestätigung ging an die E-Mail-Adresse, die dabei angegeben wurde.',
  linkedWish: (title: string) => `Im Shop wurde nach „${title}“ gefragt. Soll ich dir dazu einmal Bescheid sagen?`,
  noMore: 'Abbestellen',
  testJoined: 'Dein Chat ist verbunden: Hierher kommen deine Tests von Rundnachrichten.',
  toCart: 'Zum Warenkorb',
};

export type OutreachWords = typeof de;

const en: OutreachWords = {
  newsAsk: (shop) => `Would you like news and offers of ${shop} here in the chat? "Stop" ends it at any time.`,
  newsYes: 'Yes, please',
  newsNo: 'No, thanks',
  news: 'News',
  newsDone: 'Lovely! When there is something new you will hear of it here. "Stop" ends it at any time.',
  optIn: {
    news: 'News and offers',
    cart: 'A reminder of your cart',
    asks: 'Word about products that you ask for',
    reviews: 'A question how you like what you bought',
  },
  optInLead:
    'Without your agreement above I may write to you for one day only. Tap the button, and it works later too.',
  restockAsked: (title) => `Noted: as soon as "${title}" is back I will tell you here, once.`,
  priceAsked: (title) => `Noted: when "${title}" gets cheaper I will tell you here, once.`,
  cartAsked: 'Noted: if something stays in your cart I will remind you of it, once.',
  tellRestock: 'Tell me',
  tellPrice: 'Watch the price',
  consent: {
    restock: (title) => `Tell me when "${title}" is back (one message in the chat)`,
    price: (title) => `Tell me when "${title}" gets cheaper (one message in the chat)`,
    cart: 'Remind me of my cart if something stays in it (one message in the chat)',
  },
  restocked: (title, choice) =>
    `Back again: "${title}"${choice && ` (${choice})`}. You wanted to know. "Stop" ends such messages.`,
  cheaper: (title, now, lowest) =>
    `"${title}" now costs ${now}. The lowest price of the last 30 days was ${lowest}. You wanted to know. "Stop" ends such messages.`,
  cartWaits: (pieces) =>
    `${pieces === 1 ? '1 item is' : `${pieces} items are`} still in your cart. "Stop" ends these reminders.`,
  view: 'View',
  linkedOrder:
    'Somebody has just ordered by a link of this chat. The confirmation went to the e-mail address given there.',
  linkedWish: (title) => `Somebody asked for "${title}" in the shop. Shall I tell you about it, once?`,
  noMore: 'Unsubscribe',
  testJoined: 'Your chat is connected: tests of your broadcasts come here.',
  toCart: 'To cart',
};

export const OUTREACH_WORDS: Record<Language, OutreachWords> = { de, en };
