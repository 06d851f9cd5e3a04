import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { PageMarket } from '@/lib/domain/market';
import { findWords } from '@/lib/domain/words/find-order';
import { myDataWords } from '@/lib/domain/words/my-data';
import { orderWords } from '@/lib/domain/words/orders';
import { wishWords } from '@/lib/domain/words/wishes';
import { amountText } from './amount-text';
import { dayText, type OrderView } from './order-view';
import { ReloadWhenRestored } from './reload-when-restored';
import { ShopFrame } from './shop-frame';
import { ThumbPicture } from './thumb-picture';

export type OrderSummary = Pick<OrderView, 'id' | 'label' | 'status' | 'placedAt' | 'quote'>;

export function OrdersPage({
  orders,
  market,
  shopName,
}: {
  orders: OrderSummary[];
  market: PageMarket;
  shopName: string;
}) {
  const words = orderWords[market.language];
  return (
    <ShopFrame market={market} shopName={shopName} current="orders">
      <ReloadWhenRestored />
      {orders.length === 0 ? (
        <EmptyState
          icon="orders"
          title={words.empty.title}
          text={words.empty.text}
          action={{ href: '/shop', label: words.empty.action }}
        />
      ) : (
        <div className="safe-x mx-auto max-w-text pt-2">
          <h1 className="mb-2 text-lg md:text-xl">{words.title}</h1>
          <ul className="divide-y divide-line">
            {orders.map((order) => (
              <li key={order.id}>
                <OrderRow order={order} market={market} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="safe-x mx-auto mt-6 max-w-text text-center">
        <a href="/shop/orders/find" className={buttonClass('quiet', 'text-sm')}>
          {findWords[market.language].title}
        </a>{' '}
        <a href="/shop/wishes" className={buttonClass('plain', 'text-sm')}>
          {wishWords[market.language].title}
        </a>{' '}
        <a href="/shop/my-data" className={buttonClass('plain', 'text-sm')}>
          {myDataWords[market.language].title}
        </a>
      </p>
    </ShopFrame>
  );
}

function OrderRow({ order, market }: { order: OrderSummary; market: PageMarket }) {
  const words = orderWords[market.language];
  const pieces = order.quote.lines.reduce((sum, line) => sum + line.quantity, 0);
  const { currency } = order.quote;
  return (
    <a href={`/shop/orders/${order.id}`} className="group flex items-center gap-4 py-4">
      <ThumbPicture file={order.quote.lines[0]?.imageFile ?? null} className="w-14 shrink-0" />
      <span className="min-w-0 flex-1 text-sm">
        <span className="block font-bold group-hover:underline">{words.order(order.label)}</span>
        <span className="block text-muted">
          {dayText(order.placedAt, market)} · {words.pieces(pieces)}
        </span>
        <span className="block text-brand">{words.shortStatus[order.status]}</span>
      </span>
      <span className="text-sm font-bold tabular-nums">
        {amountText(order.quote.total.amountMinor, { currency, intlLocale: market.intlLocale })}
      </span>
    </a>
  );
}
