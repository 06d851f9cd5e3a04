import type { Language } from '@/lib/domain/market';
import { orderLabel } from '@/lib/domain/orders/status';
import { type DisputeStatus, isDecided, needsAnswer } from '@/lib/domain/payments/dispute';
import type { PaymentProvider } from '@/lib/domain/payments/payment';
import { disputeReasonName, disputeStatusName } from './dispute-words';
import { moneyIn, timeIn } from './formats';
import { Badge, Cell, LINK_CLASS, Panel, ROW_LINK_CLASS, Table } from './parts';
import { wordsIn } from './words';

export type DisputeView = {
  id: string;
  provider: PaymentProvider;
  status: DisputeStatus;
  reason: string;
  amountMinor: number;
  currency: string;
  answerBy: Date | null;
  openedAt: Date;
};

type BadgeProps = { dispute: Pick<DisputeView, 'provider' | 'status'>; language: Language };

export function DisputeBadge({ dispute: { provider, status }, language }: BadgeProps) {
  return <Badge warn={!isDecided(status) || status === 'lost'}>{disputeStatusName(provider, status, language)}</Badge>;
}

type TableProps = { rows: { dispute: DisputeView; orderNumber: number | null }[]; language: Language };

export function DisputeTable({ rows, language }: TableProps) {
  const words = wordsIn(language);
  const heads = [words.opened, words.order, words.disputeReason, words.total, words.answerBy, words.status];
  return (
    <Table label={words.disputes} heads={heads} figures={[words.total]}>
      {rows.map(({ dispute, orderNumber }) => (
        <tr key={dispute.id}>
          <Cell>
            <a href={`/admin/disputes/${dispute.id}`} className={ROW_LINK_CLASS}>
              {timeIn(dispute.openedAt, language)}
            </a>
          </Cell>
          <Cell>{orderNumber === null ? '–' : orderLabel(orderNumber)}</Cell>
          <Cell>{disputeReasonName(dispute.reason, language)}</Cell>
          <Cell number>{moneyIn(dispute.amountMinor, dispute.currency, language)}</Cell>
          <Cell>{needsAnswer(dispute.status) && dispute.answerBy ? timeIn(dispute.answerBy, language) : ''}</Cell>
          <Cell>
            <DisputeBadge dispute={dispute} language={language} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

/** On the page of an order: what its bank says. Nothing where no bank ever asked. */
export function OrderDisputes({ disputes, language }: { disputes: DisputeView[]; language: Language }) {
  const words = wordsIn(language);
  if (disputes.length === 0) return null;
  return (
    <Panel title={words.disputes}>
      <ul className="grid gap-3 text-sm">
        {disputes.map((dispute) => (
          <li key={dispute.id} className="grid justify-items-start gap-1">
            <a href={`/admin/disputes/${dispute.id}`} className={LINK_CLASS}>
              {disputeReasonName(dispute.reason, language)}, {moneyIn(dispute.amountMinor, dispute.currency, language)}
            </a>
            <DisputeBadge dispute={dispute} language={language} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
