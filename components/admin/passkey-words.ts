import type { Language } from '@/lib/domain/market';

const DE = {
  title: 'Passkeys',
  lead: 'Ein Passkey meldet dich mit Finger, Gesicht oder PIN deines Geräts an. Er steht für Passwort und Code zugleich und funktioniert auf keiner nachgemachten Seite.',
  none: 'Du hast noch keinen.',
  made: (when: string) => `Angelegt ${when}`,
  used: (when: string) => `zuletzt benutzt ${when}`,
  neverUsed: 'noch nicht benutzt',
  name: 'Name',
  newName: 'Name des neuen Passkeys',
  nameHint: 'Woran du ihn erkennst, zum Beispiel „Telefon“.',
  add: 'Passkey hinzufügen',
  added: 'Hinzugefügt. Damit kannst du dich jetzt anmelden.',
  rename: 'Umbenennen',
  renameNamed: (name: string) => `${name} umbenennen`,
  save: 'Speichern',
  remove: 'Entfernen',
  removeNamed: (name: string) => `${name} entfernen`,
  removeHint:
    'Danach kommt niemand mehr damit herein. Auf dem Gerät selbst bleibt er stehen; lösche ihn dort in den Passwörtern.',
  signIn: 'Mit Passkey anmelden',
  cannot: 'Dieser Browser kann keine Passkeys. Nimm einen neueren, oder dein Telefon.',
  cancelled:
    'Das Fenster wurde geschlossen, oder es hat zu lange gedauert. Es ist nichts geschehen; versuche es noch einmal.',
  already: 'Auf diesem Gerät hast du schon einen Passkey für diesen Shop.',
  failed: 'Dein Browser konnte den Passkey nicht benutzen. Versuche es noch einmal, oder nimm dein Passwort.',
  unreachable: 'Der Shop ist gerade nicht zu erreichen. Bitte versuche es in einem Moment noch einmal.',
};

export type PasskeyWords = typeof DE;

const EN: PasskeyWords = {
  title: 'Passkeys',
  lead: 'A passkey signs you in by finger, face or PIN of your device. It stands for password and code in one, and works on no faked page.',
  none: 'You have none yet.',
  made: (when) => `Made ${when}`,
  used: (when) => `last used ${when}`,
  neverUsed: 'not used yet',
  name: 'Name',
  newName: 'Name of the new passkey',
  nameHint: 'What you know it by, “phone” for example.',
  add: 'Add a passkey',
  added: 'Added. You can sign in with it from now on.',
  rename: 'Rename',
  renameNamed: (name) => `Rename ${name}`,
  save: 'Save',
  remove: 'Remove',
  removeNamed: (name) => `Remove ${name}`,
  removeHint: 'After that nobody comes in by it. On the device itself it stays; delete it there among the passwords.',
  signIn: 'Sign in with a passkey',
  cannot: 'This browser knows no passkeys. Take a newer one, or your phone.',
  cancelled: 'The window was closed, or it took too long. Nothing has happened; please try again.',
  already: 'On this device you have a passkey for this shop already.',
  failed: 'Your browser could not use the passkey. Please try again, or take your password.',
  unreachable: 'The shop cannot be reached at the moment. Please try again in a moment.',
};

export function passkeyWordsIn(language: Language): PasskeyWords {
  return language === 'de' ? DE : EN;
}
