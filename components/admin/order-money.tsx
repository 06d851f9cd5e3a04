import type { Language } from '@/lib/domain/market';
import type { RefundReason, RefundStatus } from '@/lib/domain/orders/refund';
import { moneyStateOf, type OrderMoney } from '@/lib/domain/orders/status';
import { moneyIn, timeIn } from './formats';
import { orderWordsIn } from './order-words';
import { Badge, Panel } from './parts';

type Money = OrderMoney & { currency: string; refundingMinor: number; captureBefore: Date | null };
type RefundRow = {
  id: string;
  amountMinor: number;
  status: RefundStatus;
  reason: RefundReason;
  failure: string | null;
  createdAt: Date;
};
type OrderMoneyProps = { order: Money; balanceMinor: number; refunds: RefundRow[]; language: Language };

/** What was taken, what went back, and what the ledger says is left, with every refund and how it stands. */
export function OrderMoneyPanel({ order, balanceMinor, refunds, language }: OrderMoneyProps) {
  const words = orderWordsIn(language);
  const state = moneyStateOf(order);
  const sums: [string, number][] = [
    state === 'held' ? [words.held, order.totalMinor] : [words.charged, order.capturedMinor],
    [words.refunded, order.refundedMinor],
    ...(order.refundingMinor > 0 ? [[words.refunding, order.refundingMinor] satisfies [string, number]] : []),
    [words.balance, balanceMinor],
  ];
  return (
    <Panel title={words.money}>
      <p>
        <Badge warn={state === 'held'}>{words.states[state]}</Badge>
      </p>
      <dl className="grid grid-cols-[1fr_auto] gap-y-1 text-sm tabular-nums">
        {sums.map(([name, amountMinor]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="pl-6 text-right">{moneyIn(amountMinor, order.currency, language)}</dd>
          </div>
        ))}
      </dl>
      {order.captureBefore && (
        <p className="text-xs text-muted">{words.heldUntil(timeIn(order.captureBefore, language))}</p>
      )}
      {refunds.length > 0 && (
        <ul aria-label={words.refunds} className="grid gap-2 border-t border-line pt-3 text-sm">
          {refunds.map((refund) => (
            <li key={refund.id}>
              {moneyIn(refund.amountMinor, order.currency, language)}, {words.statuses[refund.status]}
              <span className="block text-xs text-muted">
                {words.reasons[refund.reason]} · {timeIn(refund.createdAt, language)}
                {refund.failure && ` · ${refund.failure}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
