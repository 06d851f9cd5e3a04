import type { PageLanguage } from '../page-language';
import { wishWordsAr } from './ar/wishes';

const de = {
  title: 'Merkliste',
  add: 'Auf die Merkliste',
  remove: 'Von der Liste nehmen',
  removeOf: (title: string) => `Von der Liste nehmen: ${title}`,
  empty: {
    title: 'Deine Merkliste ist leer',
    text: 'Tipp bei einem Artikel auf „Auf die Merkliste“.',
    action: 'Zum Shop',
  },
  seen: 'Zuletzt angesehen',
};

export type WishWords = typeof de;

const en: WishWords = {
  title: 'Wish list',
  add: 'Add to the wish list',
  remove: 'Take off the list',
  removeOf: (title) => `Take off the list: ${title}`,
  empty: { title: 'Your wish list is empty', text: 'Tap “Add to the wish list” at a product.', action: 'To the shop' },
  seen: 'Seen last',
};

export const wishWords: Record<PageLanguage, WishWords> = { de, en, ar: wishWordsAr };
