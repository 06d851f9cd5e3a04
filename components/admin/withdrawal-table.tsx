import type { ActionState } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { orderLabel } from '@/lib/domain/orders/status';
import type { Declaration } from '@/lib/domain/withdrawals/declaration';
import { timeIn } from './formats';
import { HandledForm } from './handled-form';
import { Badge, Cell, ROW_LINK_CLASS, Table } from './parts';
import { withdrawalDeskWords } from './withdrawal-words';

type Row = Declaration & {
  id: string;
  orderId: string | null;
  orderNumber: number | null;
  declaredAt: Date;
  handledAt: Date | null;
};
type TableProps = {
  rows: Row[];
  language: Language;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** What was declared, as it was written, with the order it fits where one does. */
export function WithdrawalTable({ rows, language, action }: TableProps) {
  const words = withdrawalDeskWords[language];
  const heads = [words.declaredAt, words.name, words.named, words.order, words.email, words.state];
  return (
    <Table label={words.title} heads={heads}>
      {rows.map((row) => (
        <tr key={row.id}>
          <Cell>{timeIn(row.declaredAt, language)}</Cell>
          <Cell>{row.name}</Cell>
          <Cell>{row.number}</Cell>
          <Cell>
            {row.orderId !== null && row.orderNumber !== null ? (
              <a href={`/admin/orders/${row.orderId}`} className={ROW_LINK_CLASS}>
                {orderLabel(row.orderNumber)}
              </a>
            ) : (
              words.noOrder
            )}
          </Cell>
          <Cell>{row.email}</Cell>
          <Cell>
            {row.handledAt ? (
              <Badge>
                {words.handled}, {timeIn(row.handledAt, language)}
              </Badge>
            ) : (
              <HandledForm action={action} field="withdrawalId" id={row.id} label={words.handle} />
            )}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
