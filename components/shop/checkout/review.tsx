import type { Quote } from '@/lib/domain/cart/quote';
import type { CheckoutWords } from '@/lib/domain/words/checkout';
import { amountText, wordsIn } from '../amount-text';
import { QuoteSummary } from '../quote-summary';
import { ThumbPicture } from '../thumb-picture';
import { Written } from '../written';
import type { CheckoutStart, Details } from './checkout-model';

type ReviewProps = { quote: Quote; start: CheckoutStart; country: Details['country']; words: CheckoutWords };

/** What the law wants directly above the button: the goods, the total and what it is made of, the terms. */
export function Review({ quote, start, country, words }: ReviewProps) {
  return (
    <section aria-labelledby="review" className="pt-5">
      <h2 id="review" className="text-base">
        {words.review.title}
      </h2>
      <Goods quote={quote} start={start} />
      <QuoteSummary quote={quote} market={{ ...start, id: start.marketId }} country={country} />
      <p className="mt-4 text-sm text-muted">
        {words.review.terms}
        <TermsLink to="terms" text={words.review.termsLink} />
        {words.review.withdrawal}
        <TermsLink to="withdrawal" text={words.review.withdrawalLink} />
        {words.review.privacy}
        <TermsLink to="privacy" text={words.review.privacyLink} />
        {words.review.end}
      </p>
    </section>
  );
}

export function Goods({ quote, start }: Pick<ReviewProps, 'quote' | 'start'>) {
  return (
    <ul className="my-2 divide-y divide-line">
      {quote.lines.map((line) => (
        <li key={line.variantId} className="flex items-center gap-3 py-2 text-sm">
          <ThumbPicture file={line.imageFile} className="w-12 shrink-0" />
          <span className="min-w-0 flex-1">
            <span className="block font-bold">
              <Written text={wordsIn(line.title, start.language)} language={start.language} />
            </span>
            <span className="block text-muted">
              {[`${line.quantity} ×`, wordsIn(line.variantTitle, start.language)].filter(Boolean).join(' ')}
            </span>
          </span>
          <span className="tabular-nums">{amountText(line.totalMinor, start)}</span>
        </li>
      ))}
    </ul>
  );
}

function TermsLink({ to, text }: { to: 'terms' | 'withdrawal' | 'privacy'; text: string }) {
  return (
    <a href={`/shop/legal/${to}`} className="text-brand underline underline-offset-2">
      {text}
    </a>
  );
}
