import type { Language } from '@/lib/domain/market';
import type { ReviewStatus } from '@/lib/domain/reviews/review';

const de = {
  title: 'Bewertungen',
  none: 'Noch hat niemand etwas bewertet.',
  law: 'Jede kommt aus einer verschickten Bestellung. Zurückhalten darfst du nur, was beleidigt, wirbt oder Daten anderer nennt, nicht, was dir nicht gefällt (Anhang zu § 3 Abs. 3 UWG, Nr. 23c).',
  written: 'Geschrieben',
  product: 'Produkt',
  order: 'Bestellung',
  review: 'Bewertung',
  state: 'Stand',
  decide: 'Entscheiden',
  stars: (stars: number) => `${stars} von 5 Sternen`,
  status: { waiting: 'wartet', shown: 'wird gezeigt', refused: 'zurückgehalten' } satisfies Record<
    ReviewStatus,
    string
  >,
  show: 'Zeigen',
  refuse: 'Zurückhalten',
};

const en: typeof de = {
  title: 'Reviews',
  none: 'Nobody has reviewed anything yet.',
  law: 'Each comes from an order that was sent. Keep back only what insults, advertises or names data of others, not what you do not like (annex to § 3 (3) UWG, no. 23c).',
  written: 'Written',
  product: 'Product',
  order: 'Order',
  review: 'Review',
  state: 'State',
  decide: 'Decide',
  stars: (stars) => `${stars} of 5 stars`,
  status: { waiting: 'waiting', shown: 'shown', refused: 'kept back' },
  show: 'Show',
  refuse: 'Keep back',
};

export const reviewDeskWords: Record<Language, typeof de> = { de, en };
