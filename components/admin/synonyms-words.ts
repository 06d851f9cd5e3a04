import type { Language } from '@/lib/domain/market';

const de = {
  title: 'Suche',
  lead: 'Wörter, die bei dir dasselbe meinen: eine Gruppe je Zeile, dazwischen Kommas. Wer das eine sucht, findet auch das andere, im Shop und im Chat.',
  groups: 'Gleiche Wörter',
  example: 'Poster, Plakat, Kunstdruck',
  save: 'Wörter übernehmen',
  saved: 'Gespeichert. Ab jetzt wird so gesucht.',
};

type SynonymsWords = typeof de;

const en: SynonymsWords = {
  title: 'Search',
  lead: 'Words that mean the same in your shop: one group a line, commas between them. Whoever looks for one finds the other, in the shop and in the chat.',
  groups: 'Words that mean the same',
  example: 'poster, print, artwork',
  save: 'Use these words',
  saved: 'Saved. This is how people search from now on.',
};

export function synonymsWordsIn(language: Language): SynonymsWords {
  return language === 'de' ? de : en;
}
