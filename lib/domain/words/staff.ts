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
