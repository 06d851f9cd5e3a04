import type { CartLine } from '@/lib/domain/cart/cart';
import { type Language, textIn } from '@/lib/domain/market';
import type { CurrencyCode } from '@/lib/domain/money';
import { type OrderStatus, orderLabel } from '@/lib/domain/orders/status';
import { moneyIn, timeIn } from './formats';
import { ORDER_STATUS_NAMES } from './names';
import { Badge, Calm, Panel, ROW_LINK_CLASS } from './parts';
import { peopleWordsIn } from './people-words';

type OrderLine = {
  id: string;
  number: number;
  status: OrderStatus;
  totalMinor: number;
  currency: string;
  placedAt: Date;
};

/** What she has in her cart, in the money she sees. */
export function HerCart({
  lines,
  currency,
  language,
}: {
  lines: CartLine[];
  currency: CurrencyCode;
  language: Language;
}) {
  const words = peopleWordsIn(language);
  return (
    <Panel title={words.cart}>
      {lines.length === 0 && <Calm>{words.cartEmpty}</Calm>}
      <ul className="grid gap-2 text-sm">
        {lines.map((line) => {
          const price = line.prices[currency];
          return (
            <li key={line.variantId} className="flex items-baseline justify-between gap-3">
              <span className="min-w-0">
                {line.quantity} × {textIn(line.title, language)}
                <span className="block text-xs text-muted">{textIn(line.variantTitle, language)}</span>
              </span>
              <span className="whitespace-nowrap tabular-nums">
                {price === undefined ? '–' : moneyIn(price * line.quantity, currency, language)}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

export function HerOrders({ orders, language }: { orders: OrderLine[]; language: Language }) {
  const words = peopleWordsIn(language);
  return (
    <Panel title={words.orders}>
      {orders.length === 0 && <Calm>{words.noOrders}</Calm>}
      <ul className="grid gap-2 text-sm">
        {orders.map((order) => (
          <li key={order.id} className="flex flex-wrap items-baseline justify-between gap-x-3">
            <a href={`/admin/orders/${order.id}`} className={ROW_LINK_CLASS}>
              {orderLabel(order.number)}
            </a>
            <span className="tabular-nums">{moneyIn(order.totalMinor, order.currency, language)}</span>
            <span className="flex w-full justify-between gap-3 text-xs text-muted">
              {timeIn(order.placedAt, language)}
              <Badge>{ORDER_STATUS_NAMES[order.status][language]}</Badge>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
