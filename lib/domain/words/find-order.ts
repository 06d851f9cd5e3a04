import type { Language } from '../market';

const de = {
  title: 'Bestellung finden',
  text: 'Du hast als Gast bestellt oder bist an einem anderen Gerät? Wir schicken dir einen Link an die Adresse der Bestellung.',
  number: 'Bestellnummer',
  numberHint: 'steht in der Bestätigung, zum Beispiel K-1001',
  email: 'E-Mail',
  action: 'Link schicken',
  sent: 'Wenn Nummer und Adresse zusammengehören, ist der Link jetzt unterwegs. Sieh auch im Spam-Ordner nach.',
  mail: 'Du wolltest deine Bestellung ansehen. Der Link führt dich hin und gilt sechzig Tage. Warst du das nicht, brauchst du nichts zu tun.',
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
};

export const findWords: Record<Language, FindWords> = { de, en };
