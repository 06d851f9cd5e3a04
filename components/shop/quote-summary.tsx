import type { CountryCode } from '@/lib/domain/cart/address';
import type { Quote } from '@/lib/domain/cart/quote';
import type { PageMarket } from '@/lib/domain/market';
import { cartWords } from '@/lib/domain/words/cart';
import { countryName, homeCountry } from '@/lib/domain/words/places';
import { amountText, wordsIn } from './amount-text';
import { DiscountRows } from './discount-rows';

type SummaryProps = { quote: Quote; market: PageMarket; country?: CountryCode; note?: string };

/** What the total is made of. */
export function QuoteSummary({ quote, market, country, note }: SummaryProps) {
  const words = cartWords[market.language];
  const say = (minor: number) => amountText(minor, { currency: quote.currency, intlLocale: market.intlLocale });
  const { chosen } = quote.shipping;
  const way = words.shippingTo(
    wordsIn(chosen.title, market.language),
    countryName(country ?? homeCountry(market), market),
  );
  return (
    <div className="rounded-lg bg-sunken p-4 text-sm">
      <dl className="grid grid-cols-[1fr_auto] gap-y-1.5 tabular-nums [&>dd]:ps-4">
        <dt>{words.goods}</dt>
        <dd className="text-end">{say(quote.goodsMinor)}</dd>
        <DiscountRows quote={quote} market={market} />
        <dt>{way}</dt>
        <dd className="text-end">{chosen.priceMinor === 0 ? words.free : say(chosen.priceMinor)}</dd>
        <dt className="border-t border-line pt-2 text-base font-bold">{words.total}</dt>
        <dd className="border-t border-line pt-2 text-end text-base font-bold">{say(quote.total.amountMinor)}</dd>
      </dl>
      {quote.taxContainedMinor > 0 && (
        <p className="mt-1 text-xs text-muted">{words.vatContained(say(quote.taxContainedMinor))}</p>
      )}
      {note && <p className="mt-1 text-xs text-muted">{note}</p>}
    </div>
  );
}
