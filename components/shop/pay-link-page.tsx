import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { CartLine } from '@/lib/domain/cart/cart';
import { type PageMarket, textIn } from '@/lib/domain/market';
import { payLinkWords } from '@/lib/domain/words/pay-link';
import { ActionBar } from './action-bar';
import { amountText } from './amount-text';
import { ShopFrame } from './shop-frame';
import { ThumbPicture } from './thumb-picture';

type Drafted = { sku: string; quantity: number; line: CartLine | null };
type Props = { token: string; drafted: Drafted[] | null; market: PageMarket; shopName: string };

/** What somebody of the shop put together: how it stands today, and the way to the checkout. */
export function PayLinkPage({ token, drafted, market, shopName }: Props) {
  const words = payLinkWords[market.language];
  const lines = (drafted ?? []).map((one) => standing(one, market));
  const sum = lines.reduce((all, { amountMinor }) => all + amountMinor, 0);
  if (!lines.some(({ taken }) => taken > 0))
    return (
      <ShopFrame market={market} shopName={shopName} current="cart">
        <EmptyState icon="cart" title={words.over} text={words.overLead}>
          <a href="/shop" className={buttonClass()}>
            {words.toShop}
          </a>
        </EmptyState>
      </ShopFrame>
    );
  return (
    <ShopFrame market={market} shopName={shopName} current="cart" hasActionBar>
      <div className="safe-x mx-auto grid max-w-text gap-3 pt-2">
        <h1 className="text-lg md:text-xl">{words.title}</h1>
        <p className="text-sm text-muted">{words.lead}</p>
        <ul className="divide-y divide-line">
          {lines.map(({ sku, title, picture, taken, note, each, amountMinor }) => (
            <li key={sku} className="flex gap-4 py-3">
              <ThumbPicture file={picture} className="w-16 shrink-0" />
              <div className="min-w-0 flex-1 text-sm">
                <div className="flex justify-between gap-3">
                  <span className="font-bold">{taken > 0 ? `${taken} × ${title}` : title}</span>
                  <span className="font-bold whitespace-nowrap tabular-nums">
                    {taken > 0 && amountText(amountMinor, market)}
                  </span>
                </div>
                {taken > 1 && <p className="text-muted tabular-nums">{words.each(each)}</p>}
                {note && <p className="text-error">{note}</p>}
              </div>
            </li>
          ))}
        </ul>
        <p className="text-sm text-muted">{words.mixed}</p>
        <form action="/api/pay" method="post">
          <input type="hidden" name="token" value={token} />
          <ActionBar>
            <button type="submit" className={buttonClass('primary', 'w-full tabular-nums')}>
              {words.toCheckout(amountText(sum, market))}
            </button>
          </ActionBar>
        </form>
      </div>
    </ShopFrame>
  );
}

/** How one of the things stands today: how many can be had, and what keeps it from being as it was put together. */
function standing({ sku, quantity, line }: Drafted, market: PageMarket) {
  const words = payLinkWords[market.language];
  const unitMinor = line?.prices[market.currency];
  const taken = line && unitMinor !== undefined ? Math.min(quantity, line.available) : 0;
  const choice = line ? textIn(line.variantTitle, market.language) : '';
  return {
    sku,
    title: line ? [textIn(line.title, market.language), choice].filter(Boolean).join(', ') : sku,
    picture: line?.image?.file ?? null,
    taken,
    note: taken === 0 ? words.gone : taken < quantity ? words.fewer(taken) : null,
    each: amountText(unitMinor ?? 0, market),
    amountMinor: (unitMinor ?? 0) * taken,
  };
}
