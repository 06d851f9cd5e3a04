import type { Language } from '@/lib/domain/market';

const DE = {
  lead: 'Alles in einer Datei: Produkte, Bestellungen, Gespräche, Belege, Einstellungen, Team und jedes hochgeladene Bild, im Stand dieses Augenblicks. Der Shop läuft dabei weiter.',
  sealed:
    'Die Datei ist verschlossen. Auf geht sie nur mit dem Schlüssel aus ENCRYPTION_KEYS, mit dem dein Shop heute läuft. Bewahre ihn getrennt von ihr auf: Ohne ihn ist sie wertlos, mit ihm liegen die Daten deiner Kundschaft offen.',
  notKept:
    'Nicht darin: wer gerade angemeldet ist, und die Zugänge zu Meta, Stripe und PayPal. Die stehen in deiner Konfiguration.',
  restore:
    'Zurück geht es in einen leeren Shop derselben Version, mit „npm run restore -- DATEI“: ganz oder gar nicht. Die Anleitung steht in docs/deploy.',
  take: 'Sicherung herunterladen',
  last: (when: string, who: string) => `Zuletzt ${when}, von ${who}.`,
  gone: 'jemandem, der nicht mehr im Team ist',
  never: 'Noch nie.',
};

const EN: typeof DE = {
  lead: 'Everything in one file: products, orders, conversations, papers, settings, staff and every uploaded picture, as it stands in this moment. The shop goes on meanwhile.',
  sealed:
    'The file is sealed. It opens only with the key of ENCRYPTION_KEYS that your shop runs with today. Keep that apart from it: without it the file is worth nothing, with it your customers’ data lie open.',
  notKept:
    'Not in it: who is signed in at the moment, and the access to Meta, Stripe and PayPal. That is in your configuration.',
  restore:
    'It goes back into an empty shop of the same release, by “npm run restore -- FILE”: all of it, or nothing. How is said in docs/deploy.',
  take: 'Download a backup',
  last: (when, who) => `Last ${when}, by ${who}.`,
  gone: 'somebody who is no longer on the staff',
  never: 'Never yet.',
};

export function backupWordsIn(language: Language): typeof DE {
  return language === 'de' ? DE : EN;
}
