import type { Outcome } from '@/lib/domain/ads/ad';
import type { Language } from '@/lib/domain/market';
import { type AdWords, adWordsIn } from './ad-words';
import { moneyIn } from './formats';
import { Cell } from './parts';

export function outcomeHeads(words: AdWords): string[] {
  return [words.people, words.carts, words.orders, words.revenue];
}

/** What came of an ad or a link, as the last cells of its row. */
export function OutcomeCells({ outcome, language }: { outcome: Outcome | undefined; language: Language }) {
  const words = adWordsIn(language);
  return (
    <>
      <Cell number>{outcome?.people ?? 0}</Cell>
      <Cell number>{outcome?.carts ?? 0}</Cell>
      <Cell number>{outcome?.orders ?? 0}</Cell>
      <Cell number>
        {(outcome?.revenue ?? []).length === 0 && '–'}
        {outcome?.revenue.map(({ currency, amountMinor, refundedMinor }) => (
          <span key={currency} className="block">
            {moneyIn(amountMinor, currency, language)}
            {refundedMinor > 0 && (
              <span className="block text-xs text-muted">
                {words.refunded(moneyIn(refundedMinor, currency, language))}
              </span>
            )}
          </span>
        ))}
      </Cell>
    </>
  );
}
