import type { Language } from '@/lib/domain/market';

const DE = {
  title: 'Deine Anmeldungen',
  lead: 'Ein Gerät ist dir fremd, oder ein Telefon ist weg? Melde dich überall ab; danach gilt nur noch dein Passwort.',
  everywhere: 'Überall abmelden',
  device: 'Gerät',
  since: 'Angemeldet seit',
  until: 'Gilt bis',
  unknown: 'Unbekanntes Gerät',
};

const EN: typeof DE = {
  title: 'Where you are signed in',
  lead: 'A device is strange to you, or a phone is gone? Sign out everywhere; after that only your password counts.',
  everywhere: 'Sign out everywhere',
  device: 'Device',
  since: 'Signed in since',
  until: 'Until',
  unknown: 'Unknown device',
};

export function sessionWordsIn(language: Language): typeof DE {
  return language === 'de' ? DE : EN;
}

const BROWSERS = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'] as const;
const BROWSER_NAMES = { Edg: 'Edge', OPR: 'Opera', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' };
const SYSTEMS = ['iPhone', 'iPad', 'Android', 'Windows', 'Mac', 'Linux'];

/** "Firefox, Windows": what a browser says of itself, roughly; it may say anything, so only known words are shown. */
export function deviceName(userAgent: string | null, language: Language): string {
  const text = (userAgent ?? '').slice(0, 500);
  const browser = BROWSERS.find((name) => text.includes(name));
  const system = SYSTEMS.find((name) => text.includes(name));
  const parts = [browser && BROWSER_NAMES[browser], system].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : sessionWordsIn(language).unknown;
}
