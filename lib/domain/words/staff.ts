import type { Language } from '../market';
import type { Role } from '../merchants/roles';

export const ROLE_NAMES: Record<Role, Record<Language, string>> = {
  owner: { de: 'Inhaberin oder Inhaber', en: 'Owner' },
  manager: { de: 'Leitung', en: 'Manager' },
  catalogue: { de: 'Sortiment', en: 'Catalogue' },
  orders: { de: 'Bestellungen', en: 'Orders' },
  support: { de: 'Kundendienst', en: 'Support' },
  read_only: { de: 'Nur lesen', en: 'Read only' },
};

/** What each role is good for, in a sentence. */
export const ROLE_HINTS: Record<Role, Record<Language, string>> = {
  owner: { de: 'Alles, auch Team und Zahlungen.', en: 'Everything, staff and payments too.' },
  manager: { de: 'Alles außer Team und Zahlungen.', en: 'Everything but staff and payments.' },
  catalogue: { de: 'Produkte, Preise, Bestand.', en: 'Products, prices, stock.' },
  orders: { de: 'Bestellungen, Erstattungen, Bestand.', en: 'Orders, refunds, stock.' },
  support: { de: 'Gespräche; sieht Bestellungen und Produkte.', en: 'Conversations; sees orders and products.' },
  read_only: { de: 'Sieht fast alles, ändert nichts.', en: 'Sees nearly everything, changes nothing.' },
};

export const INVITATION_MAIL = {
  de: {
    subject: (shop: string) => `Komm ins Team von ${shop}`,
    title: (shop: string) => `${shop} lädt dich ein`,
    text: (name: string, role: string) =>
      `${name} möchte, dass du im Shop mitarbeitest. Deine Rolle: ${role}. Der Link gilt einmal, drei Tage lang.`,
    link: 'Einladung annehmen',
    unknown: 'Du weißt nicht, worum es geht? Dann lösche diese Mail; ohne den Link geschieht nichts.',
  },
  en: {
    subject: (shop: string) => `Join the team of ${shop}`,
    title: (shop: string) => `${shop} invites you`,
    text: (name: string, role: string) =>
      `${name} would like you to work in the shop. Your role: ${role}. The link works once, for three days.`,
    link: 'Accept the invitation',
    unknown: 'You do not know what this is about? Then delete this mail; without the link nothing happens.',
  },
} as const;

export const RESET_MAIL = {
  de: {
    subject: (shop: string) => `Neues Passwort für ${shop}`,
    title: 'Passwort vergessen?',
    text: 'Mit diesem Link wählst du ein neues. Er gilt einmal, eine halbe Stunde lang. Danach bist du überall abgemeldet.',
    link: 'Neues Passwort wählen',
    unknown: 'Du hast das nicht verlangt? Dann lösche diese Mail; dein Passwort bleibt, wie es ist.',
  },
  en: {
    subject: (shop: string) => `A new password for ${shop}`,
    title: 'Forgotten your password?',
    text: 'With this link you choose a new one. It works once, for half an hour. After that you are signed out everywhere.',
    link: 'Choose a new password',
    unknown: 'You did not ask for this? Then delete this mail; your password stays as it is.',
  },
} as const;

export const STAFF_NOTICE = {
  de: {
    subject: (label: string, total: string, shop: string) => `Neue Bestellung ${label} über ${total} bei ${shop}`,
    title: (label: string) => `Neue Bestellung ${label}`,
    text: (pieces: number, total: string) => `${pieces === 1 ? '1 Stück' : `${pieces} Stück`}, ${total}.`,
    link: 'Bestellung öffnen',
    why: 'Diese Mail kommt, weil du in den Einstellungen unter „Benachrichtigungen“ ausgewählt bist.',
  },
  en: {
    subject: (label: string, total: string, shop: string) => `New order ${label} of ${total} at ${shop}`,
    title: (label: string) => `New order ${label}`,
    text: (pieces: number, total: string) => `${pieces === 1 ? '1 piece' : `${pieces} pieces`}, ${total}.`,
    link: 'Open the order',
    why: 'This mail comes because you are chosen in the settings under “Notifications”.',
  },
} as const;
