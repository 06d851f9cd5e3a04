import type { Quote } from '@/lib/domain/cart/quote';
import { cartWords } from '@/lib/domain/words/cart';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import { amountText, wordsIn } from '../amount-text';
import { DiscountRows } from '../discount-rows';
import type { CheckoutStart } from './checkout-model';

type StripProps = { quote: Quote; start: CheckoutStart; words: CheckoutWords };

/** The total, always in sight; a tap shows what it is made of. */
export function TotalStrip({ quote, start, words }: StripProps) {
  const say = cartWords[start.language];
  const { chosen } = quote.shipping;
  return (
    <details className="group low:static sticky top-0 z-10 -mx-4 border-y border-line bg-sunken px-4 text-sm">
      <summary className="flex min-h-12 list-none items-center gap-2 [&::-webkit-details-marker]:hidden">
        <span className="flex-1">
          <span className="font-bold">{words.total}</span> <span className="text-muted">{words.totalHint}</span>
        </span>
        <output className="text-base font-bold tabular-nums" aria-live="polite">
          {amountText(quote.total.amountMinor, start)}
        </output>
        <svg
          viewBox="0 0 24 24"
          width={18}
          height={18}
          fill="none"
          stroke="currentColor"
          strokeWidth={2}
          aria-hidden="true"
          className="group-open:rotate-180"
        >
          <path d="m6 9 6 6 6-6" />
        </svg>
      </summary>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 pb-3 tabular-nums">
        {quote.lines.map((line) => (
          <div key={line.variantId} className="contents">
            <dt className="text-muted">{`${line.quantity} × ${wordsIn(line.title, start.language)}`}</dt>
            <dd className="text-end">{amountText(line.totalMinor, start)}</dd>
          </div>
        ))}
        <DiscountRows quote={quote} market={start} quiet />
        <dt className="text-muted">{wordsIn(chosen.title, start.language)}</dt>
        <dd className="text-end">{chosen.priceMinor === 0 ? say.free : amountText(chosen.priceMinor, start)}</dd>
      </dl>
      {quote.taxContainedMinor > 0 && (
        <p className="pb-3 text-xs text-muted">{say.vatContained(amountText(quote.taxContainedMinor, start))}</p>
      )}
    </details>
  );
}
