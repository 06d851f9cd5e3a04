import { artPrints } from './art-prints';
import { cards } from './cards';
import type { DemoCollection, DemoProduct, Words } from './demo-types';
import { desk } from './desk';
import { notebooks } from './notebooks';
import { paper } from './paper';

export const DEMO_SHOP_NAME = 'Otter & Ottilie';
export const DEMO_SHOP_TAGLINE: Words = {
  de: 'Drucke und Papiersachen aus einer Hinterhofwerkstatt',
  en: 'Prints and paper things from a backyard press',
};

export const demoCollections: DemoCollection[] = [
  {
    slug: 'art-prints',
    title: { de: 'Kunstdrucke', en: 'Art Prints' },
    text: {
      de: 'In kleinen Auflagen gedruckt, von Hand nummeriert und flach verpackt zu dir geschickt.',
      en: 'Printed in small editions, numbered by hand and sent to you flat.',
    },
    position: 1,
  },
  {
    slug: 'cards',
    title: { de: 'Karten', en: 'Cards' },
    text: {
      de: 'Für alles, was sich besser schreiben als tippen lässt. Mit Umschlag.',
      en: 'For whatever is better written than typed. Envelopes included.',
    },
    position: 2,
  },
  {
    slug: 'notebooks',
    title: { de: 'Notizbücher & Bücher', en: 'Notebooks & Books' },
    text: {
      de: 'Fadengeheftet, flach aufschlagend und mit Papier, das Tinte mag.',
      en: 'Thread-sewn, lying flat, on paper that gets on with ink.',
    },
    position: 3,
  },
  {
    slug: 'paper',
    title: { de: 'Papier & Umschläge', en: 'Paper & Envelopes' },
    text: {
      de: 'Zum Schreiben, Falten und Einwickeln. Hier darf geraschelt werden.',
      en: 'For writing, folding and wrapping. Rustling is allowed.',
    },
    position: 4,
  },
  {
    slug: 'desk',
    title: { de: 'Schreibtischdinge', en: 'Desk Things' },
    text: {
      de: 'Kleine Helfer, die den Montag freundlicher machen.',
      en: 'Small helpers that make Mondays kinder.',
    },
    position: 5,
  },
];

export const demoProducts: DemoProduct[] = [...artPrints, ...cards, ...notebooks, ...paper, ...desk];
