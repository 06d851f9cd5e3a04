import type { Language } from '@/lib/domain/market';

const de = {
  settingsTitle: 'Textbausteine, Ruhezeit und Name',
  quiet: 'Ruhezeit des Assistenten',
  quietLead:
    'So lange schweigt der Assistent nach dem letzten Wort zwischen euch, damit er euch nicht ins Gespräch fällt.',
  quietMinutes: 'Minuten',
  persona: 'Dein Name im Chat',
  personaLead:
    'Was du schreibst, steht dann unter diesem Namen und dem Zeichen des Shops, damit niemand dich für den Assistenten hält.',
  personaName: 'Name',
  personaHint: 'Ein Vorname genügt. Leer: Es spricht die Seite.',
  newCanned: 'Neuer Textbaustein',
  cannedTitle: 'Name',
  cannedDe: 'Text auf Deutsch',
  cannedEn: 'Text auf Englisch',
  cannedLead: 'Eine Sprache genügt; im Gespräch steht der Text in ihrer Sprache bereit.',
  remove: 'Entfernen',
  removeNamed: (title: string) => `„${title}“ entfernen`,
};

export type CannedWords = typeof de;

const en: CannedWords = {
  settingsTitle: 'Canned replies, quiet time and name',
  quiet: "The assistant's quiet time",
  quietLead: 'For so long the assistant is silent after the last word between you, so that it does not burst in.',
  quietMinutes: 'Minutes',
  persona: 'Your name in the thread',
  personaLead:
    "What you write then stands under this name and the shop's sign, so that nobody takes you for the assistant.",
  personaName: 'Name',
  personaHint: 'A first name will do. Empty: the Page speaks.',
  newCanned: 'New canned reply',
  cannedTitle: 'Name',
  cannedDe: 'Text in German',
  cannedEn: 'Text in English',
  cannedLead: 'One language will do; in a conversation the text is there in her language.',
  remove: 'Remove',
  removeNamed: (title) => `Remove "${title}"`,
};

export function cannedWordsIn(language: Language): CannedWords {
  return language === 'de' ? de : en;
}
