import type { PageLanguage } from '../page-language';
import { hostedWordsAr } from './ar/provider-pages';
import { paypalWords } from './paypal';
import type { ProviderPageWords } from './provider-page-words';
import { stripePageWords } from './stripe-page';

export const providerPageWords: Record<'paypal' | 'hosted', Record<PageLanguage, ProviderPageWords>> = {
  paypal: paypalWords,
  hosted: stripePageWords,
};

/** How Stripe's page is offered where its fields do not load. */
export const hostedWords: Record<PageLanguage, { title: string; why: string; reload: string }> = {
  de: {
    title: 'Karte, auf der Seite von Stripe',
    why: 'Die Kartenfelder laden hier nicht.',
    reload: 'Kartenfelder noch einmal laden',
  },
  en: {
    title: 'Card, on Stripe’s page',
    why: 'The card fields do not load here.',
    reload: 'Load the card fields once more',
  },
  ar: hostedWordsAr,
};
