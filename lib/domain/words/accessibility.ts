import type { PageLanguage } from '../page-language';
import { accessibilityWordsAr } from './ar/accessibility';

const de = {
  title: 'Barrierefreiheit',
  parts: [
    {
      title: 'Was dieser Shop ist',
      text: 'Ein Onlineshop, der in Messenger und in jedem Browser läuft: Artikel ansehen, in den Warenkorb legen, bestellen, bezahlen, verfolgen, widerrufen. Er richtet sich nach dem Barrierefreiheitsstärkungsgesetz (BFSG), der EN 301 549 und den WCAG 2.2, Stufe AA.',
    },
    {
      title: 'Wie wir das erreichen',
      text: 'Alles geht mit der Tastatur, mit Vorleseprogrammen, bei 200 % Vergrößerung und auf 320 Pixeln Breite, hell und dunkel, ohne Bewegung. Bilder haben Beschreibungen, Fehler stehen beim Feld. Das meiste geht auch ohne JavaScript. Bei jeder Änderung prüft das ein Programm auf allen Seiten.',
    },
    {
      title: 'Was noch fehlt',
      text: 'Das Kartenfeld und die Seiten unserer Zahlungsdienste kommen von diesen; dort gelten deren Erklärungen. Rechnungen als PDF sind nicht für Vorleseprogramme ausgezeichnet: Was darin steht, steht auch auf der Seite deiner Bestellung.',
    },
  ],
  contact: {
    title: 'Etwas geht nicht?',
    text: (email: string) => `Schreib uns im Chat oder an ${email}. Wir antworten und helfen dir anders, bis es geht.`,
  },
  authority: {
    title: 'Wer darüber wacht',
    text: 'Marktüberwachungsstelle der Länder für die Barrierefreiheit von Produkten und Dienstleistungen (MLBF), Magdeburg.',
  },
};

export type AccessibilityWords = typeof de;

const en: AccessibilityWords = {
  title: 'Accessibility',
  parts: [
    {
      title: 'What this shop is',
      text: 'An online shop that runs in Messenger and in any browser: look, put into the cart, order, pay, follow, withdraw. It follows the German Accessibility Strengthening Act (BFSG), EN 301 549 and WCAG 2.2, level AA.',
    },
    {
      title: 'How we get there',
      text: 'Everything works by keyboard, with screen readers, at 200 % zoom and on 320 pixels of width, light and dark, without motion. Pictures have descriptions, errors stand at their field. Most works without JavaScript too. With every change a program checks it on all pages.',
    },
    {
      title: 'What is still missing',
      text: 'The card field and the pages of our payment providers are theirs; their statements hold there. Invoices as PDF are not tagged for screen readers: what stands in them stands on the page of your order too.',
    },
  ],
  contact: {
    title: 'Something does not work?',
    text: (email) => `Write to us in the chat or to ${email}. We answer, and help you in another way until it works.`,
  },
  authority: {
    title: 'Who watches over it',
    text: 'Market surveillance authority of the German states for the accessibility of products and services (MLBF), Magdeburg.',
  },
};

export const accessibilityWords: Record<PageLanguage, AccessibilityWords> = { de, en, ar: accessibilityWordsAr };
