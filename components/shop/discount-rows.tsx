import type { Quote } from '@/lib/domain/cart/quote';
import type { PageMarket } from '@/lib/domain/market';
import { cartWords } from '@/lib/domain/words/cart';
import { amountText, wordsIn } from './amount-text';

type RowsProps = { quote: Quote; market: Pick<PageMarket, 'language' | 'intlLocale'>; quiet?: boolean };

/** What a quote gives off, each discount by its name, as rows of the list of sums around it. */
export function DiscountRows({ quote, market, quiet = false }: RowsProps) {
  const words = cartWords[market.language];
  const say = (minor: number) => amountText(minor, { currency: quote.currency, intlLocale: market.intlLocale });
  return quote.discounts.map((discount) => (
    <div key={discount.discountId} className="contents">
      <dt className={quiet ? 'text-muted' : undefined}>
        {words.discount(wordsIn(discount.title, market.language), discount.code)}
      </dt>
      <dd className="text-end">{discount.freesShipping ? words.shippingFree : say(-discount.amountMinor)}</dd>
    </div>
  ));
}
