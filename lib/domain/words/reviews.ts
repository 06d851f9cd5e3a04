import type { Language } from '../market';
import type { ReviewStatus } from '../reviews/review';
import { reviewWordsAr } from './ar/reviews';

const de = {
  title: 'Bewertungen',
  rating: (average: string, count: number) =>
    `${average} von 5 · ${count === 1 ? '1 Bewertung' : `${count} Bewertungen`}`,
  stars: (stars: number) => (stars === 1 ? '1 Stern' : `${stars} Sterne`),
  verified: 'Geprüfter Kauf',
  how: 'Bewerten kann nur, wer den Artikel hier gekauft hat: Das Formular öffnet sich allein aus der verschickten Bestellung heraus. Wir zeigen gute und schlechte Bewertungen, sobald wir sie gelesen haben, und halten nur zurück, was beleidigt, wirbt oder Daten anderer nennt.',
  all: (count: number) => `Alle ${count} Bewertungen`,
  back: 'Zum Artikel',
  write: {
    title: 'Wie gefällt es dir?',
    lead: 'Deine Bewertung erscheint ohne deinen Namen beim Artikel, sobald wir sie gelesen haben. Du kannst sie ändern.',
    link: 'Artikel bewerten',
    stars: 'Sterne',
    text: 'Was sollten andere wissen?',
    hint: 'freiwillig',
    send: 'Bewertung abschicken',
    change: 'Bewertung ändern',
    thanks: 'Danke! Wir lesen sie und zeigen sie dann beim Artikel.',
    notYet: 'Bewerten kannst du, sobald deine Bestellung verschickt ist.',
    status: {
      waiting: 'Wir lesen sie gerade.',
      shown: 'Steht beim Artikel.',
      refused: 'Wird nicht gezeigt: Sie beleidigt, wirbt oder nennt Daten anderer. Du kannst sie ändern.',
    } satisfies Record<ReviewStatus, string>,
  },
  ask: {
    offer: 'Sollen wir dich nach der Lieferung einmal fragen, wie es dir gefällt?',
    agree: 'Ja, fragt mich',
    takeBack: 'Doch nicht fragen',
    agreed: 'Wir fragen dich nach der Lieferung einmal, wie es dir gefällt. Mit „Stopp“ im Chat ist Schluss.',
    consent: 'Nach der Lieferung einmal je Bestellung gefragt werden, wie es mir gefällt (im Chat oder per E-Mail)',
    thread: (label: string) =>
      `Wie gefällt dir, was mit Bestellung ${label} kam? Du wolltest gefragt werden. Mit „Stopp“ kommen keine solchen Nachrichten mehr.`,
    button: 'Bewerten',
    mail: 'Deine Bestellung ist nun ein paar Tage bei dir: Wie gefällt sie dir? Du hast bei der Bestellung gesagt, dass wir dich das einmal fragen dürfen. Möchtest du nicht mehr gefragt werden, antworte mit „Stopp“.',
  },
};

export type ReviewWords = typeof de;

const en: ReviewWords = {
  title: 'Reviews',
  rating: (average, count) => `${average} of 5 · ${count === 1 ? '1 review' : `${count} reviews`}`,
  stars: (stars) => (stars === 1 ? '1 star' : `${stars} stars`),
  verified: 'Verified purchase',
  how: 'Only those who bought the product here can review it: the form opens from the order alone, once it was sent. We show good and bad reviews as soon as we have read them, and keep back only what insults, advertises or names data of others.',
  all: (count) => `All ${count} reviews`,
  back: 'To the product',
  write: {
    title: 'How do you like it?',
    lead: 'Your review appears with the product, without your name, once we have read it. You can change it.',
    link: 'Review what you bought',
    stars: 'Stars',
    text: 'What should others know?',
    hint: 'if you like',
    send: 'Send the review',
    change: 'Change the review',
    thanks: 'Thank you! We read it, and then it is shown with the product.',
    notYet: 'You can review it once your order was sent.',
    status: {
      waiting: 'We are reading it.',
      shown: 'It is shown with the product.',
      refused: 'It is not shown: it insults, advertises or names data of others. You can change it.',
    },
  },
  ask: {
    offer: 'Shall we ask you once, after it arrived, how you like it?',
    agree: 'Yes, ask me',
    takeBack: 'Rather do not ask',
    agreed: 'We ask you once, after it arrived, how you like it. "Stop" in the chat ends it.',
    consent: 'Be asked once for each order, after it arrived, how I like it (in the chat or by e-mail)',
    thread: (label) =>
      `How do you like what came with order ${label}? You wanted to be asked. "Stop" ends such messages.`,
    button: 'Review it',
    mail: 'Your order has been with you for some days: how do you like it? You said with your order that we may ask you once. If you want to be asked no more, reply with "Stop".',
  },
};

export const reviewWords: Record<Language, ReviewWords> & {
  ar: Omit<ReviewWords, 'ask'> & { ask: Omit<ReviewWords['ask'], 'consent' | 'thread' | 'button' | 'mail'> };
} = { de, en, ar: reviewWordsAr };
