import { useState } from 'react';
import type { CheckoutStart } from './checkout-model';
import { forgetCard } from './doors';

/** Her kept cards on this page, and what was said when one was to be forgotten. */
export function useKeptCards(start: CheckoutStart) {
  const [cards, setCards] = useState(start.keptCards);
  const [news, setNews] = useState<'forgotten' | 'failed' | null>(null);
  const forget = async ({ id }: { id: string }) => {
    const answer = await forgetCard(id);
    const isGone = answer.ok || answer.problem === 'card_gone';
    setNews(isGone ? 'forgotten' : 'failed');
    if (isGone) setCards((known) => known.filter((card) => card.id !== id));
  };
  return { cards, news, forget };
}
