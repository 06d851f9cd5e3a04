import type { Discount } from '@/lib/domain/discounts/discount';
import { type Language, textIn } from '@/lib/domain/market';
import { orderLabel } from '@/lib/domain/orders/status';
import { valueText } from './discount-texts';
import { discountWordsIn } from './discount-words';
import { moneyIn, timeIn } from './formats';
import { Badge, Calm, Cell, LINK_CLASS, ROW_LINK_CLASS, Table } from './parts';

type TableProps = { rows: Discount[]; language: Language; now: Date };

export function DiscountTable({ rows, language, now }: TableProps) {
  const words = discountWordsIn(language);
  return (
    <Table
      label={words.discounts}
      heads={[words.discount, words.code, words.value, words.period, words.used, words.status]}
      figures={[words.used]}
    >
      {rows.map((discount) => (
        <tr key={discount.id}>
          <Cell>
            <a href={`/admin/discounts/${discount.id}`} className={ROW_LINK_CLASS}>
              {textIn(discount.title, language)}
            </a>
          </Cell>
          <Cell>{discount.code ?? <span className="text-muted">{words.byItself}</span>}</Cell>
          <Cell>{valueText(discount, language)}</Cell>
          <Cell>{periodText(discount, language)}</Cell>
          <Cell number>{words.usedOf(discount.used, discount.limitTotal)}</Cell>
          <Cell>
            <DiscountStatus discount={discount} language={language} now={now} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

export function DiscountStatus({ discount, language, now }: { discount: Discount; language: Language; now: Date }) {
  const state = stateOf(discount, now);
  return <Badge warn={state === 'paused'}>{discountWordsIn(language).states[state]}</Badge>;
}

function stateOf({ status, startsAt, endsAt, limitTotal, used }: Discount, now: Date) {
  if (status === 'paused') return 'paused';
  if (endsAt && now >= endsAt) return 'over';
  if (limitTotal !== null && used >= limitTotal) return 'gone';
  return startsAt && now < startsAt ? 'later' : 'active';
}

function periodText({ startsAt, endsAt }: Discount, language: Language): string {
  const words = discountWordsIn(language);
  const parts = [startsAt && words.from(timeIn(startsAt, language)), endsAt && words.until(timeIn(endsAt, language))];
  return parts.filter(Boolean).join(' ') || words.always;
}

type Redemption = { orderId: string; orderNumber: number; amountMinor: number; currency: string; placedAt: Date };

export function Redemptions({ redemptions, language }: { redemptions: Redemption[]; language: Language }) {
  if (redemptions.length === 0) return <Calm>{discountWordsIn(language).noRedemptions}</Calm>;
  return (
    <ul className="grid gap-2 text-sm">
      {redemptions.map((one) => (
        <li key={one.orderId} className="flex justify-between gap-3">
          <span>
            <a href={`/admin/orders/${one.orderId}`} className={LINK_CLASS}>
              {orderLabel(one.orderNumber)}
            </a>
            <span className="block text-xs text-muted">{timeIn(one.placedAt, language)}</span>
          </span>
          <span className="tabular-nums">{moneyIn(-one.amountMinor, one.currency, language)}</span>
        </li>
      ))}
    </ul>
  );
}
