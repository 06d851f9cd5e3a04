import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PageMarket } from '@/lib/domain/market';
import { mayBeCancelled, moneyStateOf } from '@/lib/domain/orders/status';
import { orderWords } from '@/lib/domain/words/orders';
import { amountText } from './amount-text';
import type { OrderView } from './order-view';

type Part = { order: OrderView; market: PageMarket };

/** What became of her money after the order, in one sentence each; nothing while it simply is paid. */
export function OrderMoneyNews({ order, market }: Part) {
  const words = orderWords[market.language];
  const amount = (amountMinor: number) =>
    amountText(amountMinor, { currency: order.quote.currency, intlLocale: market.intlLocale });
  const totalMinor = order.quote.total.amountMinor;
  const state = moneyStateOf({ ...order, totalMinor });
  const news = [
    state === 'held' && words.money.held(amount(totalMinor)),
    state === 'released' && words.money.released,
    order.refundedMinor > 0 && words.money.refunded(amount(order.refundedMinor)),
    order.refundingMinor > 0 && words.money.refunding(amount(order.refundingMinor)),
  ].filter((text) => typeof text === 'string');
  if (news.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1 text-sm">
      {news.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** The way out while nothing was sent; works without script. */
export function CancelOrder({ order, market, problem }: Part & { problem: string | null }) {
  const words = orderWords[market.language].cancel;
  return (
    <>
      {problem && <Notice tone="error">{problem}</Notice>}
      {mayBeCancelled(order.status) && (
        <form method="post" action="/api/orders/cancel" className="mt-6 text-sm">
          <h2 className="text-sm">{words.title}</h2>
          <p className="mt-1">{words.text}</p>
          <input type="hidden" name="orderId" value={order.id} />
          <button type="submit" className={buttonClass('quiet', 'mt-2')}>
            {words.action}
          </button>
        </form>
      )}
    </>
  );
}
