import type { Language } from '../market';
import { findWordsAr } from './ar/find-order';

const de = {
  title: 'Bestellung finden',
  text: 'Du hast als Gast bestellt oder bist an einem anderen Gerät? Wir schicken dir einen Link an die Adresse der Bestellung.',
  number: 'Bestellnummer',
  numberHint: 'steht in der Bestätigung, zum Beispiel K-1001',
  email: 'E-Mail',
  action: 'Link schicken',
  sent: 'Wenn Nummer und Adresse zusammengehören, ist der Link jetzt unterwegs. Sieh auch im Spam-Ordner nach.',
  mail: 'Du wolltest deine Bestellung ansehen. Der Link führt dich hin und gilt sechzig Tage. Warst du das nicht, brauchst du nichts zu tun.',
  dataMail:
    'Du wolltest sehen, was wir über dich gespeichert haben. Der Link führt dich hin und gilt einen Tag. Warst du das nicht, brauchst du nichts zu tun.',
  dataElsewhere:
    'Du wolltest sehen, was wir über dich gespeichert haben. Diese Bestellung gehört zu einem Chat oder zu mehreren Adressen, darum genügt dein Postfach nicht als Ausweis: Öffne den Shop aus dem Chat, dort findest du „Meine Daten“ bei deinen Bestellungen. Oder antworte uns auf diese Mail.',
};

export type FindWords = typeof de;

const en: FindWords = {
  title: 'Find an order',
  text: 'Did you order as a guest, or are you on another device? We send a link to the address of the order.',
  number: 'Order number',
  numberHint: 'it is in the confirmation, for example K-1001',
  email: 'E-mail',
  action: 'Send the link',
  sent: 'If number and address belong together, the link is on its way. Please look into your spam folder too.',
  mail: 'You wanted to see your order. The link leads you there and holds for sixty days. If it was not you, there is nothing to do.',
  dataMail:
    'You wanted to see what we keep about you. The link leads you there and holds for one day. If it was not you, there is nothing to do.',
  dataElsewhere:
    'You wanted to see what we keep about you. This order belongs to a chat, or to several addresses, so your mailbox alone does not prove who you are: open the shop from the chat, where you find “My data” with your orders. Or reply to this mail.',
};

export const findWords: Record<Language, FindWords> & { ar: Omit<FindWords, 'mail' | 'dataMail' | 'dataElsewhere'> } = {
  de,
  en,
  ar: findWordsAr,
};
