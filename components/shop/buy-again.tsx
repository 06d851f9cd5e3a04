import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type PageMarket, textIn } from '@/lib/domain/market';
import type { CurrencyCode } from '@/lib/domain/money';
import type { Again } from '@/lib/domain/orders/reorder';
import { orderWords } from '@/lib/domain/words/orders';
import { amountText } from './amount-text';

type BuyAgainProps = {
  orderId: string;
  currency: CurrencyCode;
  again: Again[];
  market: PageMarket;
  /** Of the mail's link that opened the page. */
  linkKey: string | null;
  problem: string | null;
};

/** The same things once more: what is other than it was stands here before she taps. */
export function BuyAgain({ orderId, currency, again, market, linkKey, problem }: BuyAgainProps) {
  const words = orderWords[market.language].again;
  const price = (minor: number) => amountText(minor, { currency, intlLocale: market.intlLocale });
  const changes = again.flatMap((one) => changeText(one, market, price) ?? []);
  const nothing = again.every(({ is }) => is === 'gone');
  return (
    <section className="mt-8">
      <h2 className="text-sm">{words.title}</h2>
      {problem && <Notice tone="error">{problem}</Notice>}
      {changes.length > 0 && (
        <ul className="mt-1 grid gap-1 text-sm text-muted">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      {!nothing && (
        <form action="/api/orders/again" method="post" className="mt-2">
          <input type="hidden" name="orderId" value={orderId} />
          {linkKey && <input type="hidden" name="key" value={linkKey} />}
          <button type="submit" className={buttonClass('quiet', 'w-full')}>
            {words.action}
          </button>
        </form>
      )}
    </section>
  );
}

function changeText(one: Again, market: PageMarket, price: (minor: number) => string): string | null {
  const words = orderWords[market.language].again;
  const title = textIn(one.line.title, market.language);
  switch (one.is) {
    case 'same':
      return null;
    case 'gone':
      return words.gone(title);
    case 'fewer':
      return words.fewer(title, one.left);
    case 'priced':
      return words.priced(title, price(one.nowMinor), price(one.line.unitMinor));
  }
}
