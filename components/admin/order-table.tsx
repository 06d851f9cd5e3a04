import type { Language } from '@/lib/domain/market';
import { mayFollow, OPEN_STATUSES, type OrderStatus, orderLabel } from '@/lib/domain/orders/status';
import { moneyIn, timeIn } from './formats';
import { ORDER_STATUS_NAMES } from './names';
import { orderDeskWordsIn } from './order-desk-words';
import { Badge, Cell, ROW_LINK_CLASS, Table } from './parts';
import { wordsIn } from './words';

export type OrderRow = {
  id: string;
  number: number;
  status: OrderStatus;
  version: number;
  currency: string;
  totalMinor: number;
  paymentMethod: string;
  placedAt: Date;
  pieces: number;
  firstName: string | null;
  inThread: boolean;
};

type OrderTableProps = {
  orders: OrderRow[];
  language: Language;
  /** With a box before each order that can be sent as a whole. */
  pickable?: boolean;
};

export function OrderTable({ orders, language, pickable = false }: OrderTableProps) {
  const words = wordsIn(language);
  const own = orderDeskWordsIn(language);
  const heads = [
    ...(pickable ? [own.picked] : []),
    words.number,
    words.placed,
    words.shopper,
    words.pieces,
    words.total,
    words.paidWith,
    words.status,
  ];
  return (
    <Table label={words.orders} heads={heads} figures={[words.pieces, words.total]}>
      {orders.map((order) => (
        <tr key={order.id}>
          {pickable && (
            <Cell>
              {(order.status === 'authorised' || mayFollow(order.status, 'fulfilled')) && (
                <label className="inline-flex min-h-11 min-w-11 items-center">
                  <input type="checkbox" name={`order-${order.id}`} value={order.version} className="size-5" />
                  <span className="sr-only">{own.pick(orderLabel(order.number))}</span>
                </label>
              )}
            </Cell>
          )}
          <Cell>
            <a href={`/admin/orders/${order.id}`} className={ROW_LINK_CLASS}>
              {orderLabel(order.number)}
            </a>
          </Cell>
          <Cell>
            <time dateTime={order.placedAt.toISOString()} className="whitespace-nowrap">
              {timeIn(order.placedAt, language)}
            </time>
          </Cell>
          <Cell>{order.firstName ?? (order.inThread ? words.fromThread : words.guest)}</Cell>
          <Cell number>{order.pieces}</Cell>
          <Cell number>{moneyIn(order.totalMinor, order.currency, language)}</Cell>
          <Cell>{order.paymentMethod}</Cell>
          <Cell>
            <Badge warn={OPEN_STATUSES.some((open) => open === order.status)}>
              {ORDER_STATUS_NAMES[order.status][language]}
            </Badge>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
