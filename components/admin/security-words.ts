import type { Language } from '@/lib/domain/market';

const DE = {
  title: 'Sicherheit',
  toSecurity: 'Zweiter Faktor',
  toSessions: 'Wo du angemeldet bist',
  secondFactor: 'Zweiter Faktor',
  off: 'Aus. Mit einer App auf deinem Telefon (zum Beispiel Aegis oder Google Authenticator) reicht das Passwort allein niemandem.',
  begin: 'Einrichten',
  scan: 'Lies dieses Bild mit der App ein, oder tippe den Schlüssel ab:',
  qr: 'QR-Code für die App',
  codes:
    'Ersatzcodes: jeder gilt einmal, falls das Telefon weg ist. Schreib sie jetzt auf; später zeigen wir sie nicht mehr.',
  code: 'Code aus der App',
  confirm: 'Einschalten',
  on: 'An. Beim Anmelden fragen wir nach einem Code aus der App.',
  left: (count: number) => (count === 1 ? 'Noch ein Ersatzcode.' : `Noch ${count} Ersatzcodes.`),
  drop: 'Abschalten',
  password: 'Passwort ändern',
  newPassword: 'Neues Passwort',
  presentPassword: 'Jetziges Passwort',
  change: 'Ändern',
  changed: 'Geändert. Überall sonst bist du jetzt abgemeldet.',
  proveTitle: 'Dein Passwort, noch einmal',
  proveLead:
    'Du hast dich vor mehr als zehn Minuten angemeldet, und was du willst, verlässt den Shop. Danach kommst du zurück.',
  prove: 'Weiter',
  askTitle: 'Noch ein Code',
  askLead: 'Der aus der App auf deinem Telefon, oder einer deiner Ersatzcodes.',
  anyCode: 'Code',
};

const EN: typeof DE = {
  title: 'Security',
  toSecurity: 'Second factor',
  toSessions: 'Where you are signed in',
  secondFactor: 'Second factor',
  off: 'Off. With an app on your phone (Aegis or Google Authenticator, for example) the password alone helps nobody.',
  begin: 'Set up',
  scan: 'Scan this with the app, or type the key:',
  qr: 'QR code for the app',
  codes: 'Recovery codes: each works once, should the phone be gone. Write them down now; we do not show them again.',
  code: 'Code from the app',
  confirm: 'Switch on',
  on: 'On. When you sign in we ask for a code from the app.',
  left: (count) => (count === 1 ? 'One recovery code left.' : `${count} recovery codes left.`),
  drop: 'Switch off',
  password: 'Change password',
  newPassword: 'New password',
  presentPassword: 'Present password',
  change: 'Change',
  changed: 'Changed. You are signed out everywhere else now.',
  proveTitle: 'Your password, once more',
  proveLead: 'You signed in more than ten minutes ago, and what you want leaves the shop. After that you come back.',
  prove: 'Go on',
  askTitle: 'One more code',
  askLead: 'The one from the app on your phone, or one of your recovery codes.',
  anyCode: 'Code',
};

export function securityWordsIn(language: Language): typeof DE {
  return language === 'de' ? DE : EN;
}
