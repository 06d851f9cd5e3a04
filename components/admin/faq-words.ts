import type { Language } from '@/lib/domain/market';

const de = {
  lead: 'Was oft gefragt wird, beantwortet der Bot mit deinen Worten, sobald die meisten Wörter der Frage fallen. Eine Sprache genügt; sie gilt dann für beide.',
  answers: 'Antworten',
  none: 'Noch keine Antworten. Schreib die erste: „Wie lange dauert die Lieferung?“',
  add: 'Neue Antwort',
  questionDe: 'Frage auf Deutsch',
  answerDe: 'Antwort auf Deutsch',
  questionEn: 'Frage auf Englisch',
  answerEn: 'Antwort auf Englisch',
  save: 'Antwort speichern',
  saved: 'Gespeichert. Der Bot kennt sie jetzt.',
  remove: 'Entfernen',
  removeNamed: (question: string) => `„${question}“ entfernen`,
};

type FaqWords = typeof de;

const en: FaqWords = {
  lead: 'What people ask often the bot answers in your words, as soon as most words of the question were said. One language will do; it then stands for both.',
  answers: 'Answers',
  none: 'No answers yet. Write the first one: "How long does delivery take?"',
  add: 'New answer',
  questionDe: 'Question in German',
  answerDe: 'Answer in German',
  questionEn: 'Question in English',
  answerEn: 'Answer in English',
  save: 'Save answer',
  saved: 'Saved. The bot knows it now.',
  remove: 'Remove',
  removeNamed: (question) => `Remove "${question}"`,
};

export function faqWordsIn(language: Language): FaqWords {
  return language === 'de' ? de : en;
}
