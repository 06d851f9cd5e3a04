import type { Language } from '@/lib/domain/market';
import { type OrderStatus, orderLabel } from '@/lib/domain/orders/status';
import { moneyIn, timeIn } from './formats';
import { ORDER_STATUS_NAMES } from './names';
import { Badge, Cell, ROW_LINK_CLASS, Table } from './parts';
import { wordsIn } from './words';

export type OrderRow = {
  id: string;
  number: number;
  status: OrderStatus;
  currency: string;
  totalMinor: number;
  paymentMethod: string;
  placedAt: Date;
  pieces: number;
  firstName: string | null;
  inThread: boolean;
};

export function OrderTable({ orders, language }: { orders: OrderRow[]; language: Language }) {
  const words = wordsIn(language);
  const heads = [words.number, words.placed, words.shopper, words.pieces, words.total, words.paidWith, words.status];
  return (
    <Table label={words.orders} heads={heads} figures={[words.pieces, words.total]}>
      {orders.map((order) => (
        <tr key={order.id}>
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
            <Badge warn={order.status === 'paid' || order.status === 'paid_needs_decision'}>
              {ORDER_STATUS_NAMES[order.status][language]}
            </Badge>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
