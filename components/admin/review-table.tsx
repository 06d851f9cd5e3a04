import type { ActionState } from '@/lib/domain/action-state';
import { type Language, type LocalizedText, textIn } from '@/lib/domain/market';
import { orderLabel } from '@/lib/domain/orders/status';
import type { ReviewStatus } from '@/lib/domain/reviews/review';
import { timeIn } from './formats';
import { JudgeForm } from './judge-form';
import { Badge, Cell, ROW_LINK_CLASS, Table } from './parts';
import { reviewDeskWords } from './review-words';

type Row = {
  id: string;
  orderId: string;
  orderNumber: number;
  slug: string;
  title: LocalizedText;
  stars: number;
  text: string;
  status: ReviewStatus;
  writtenAt: Date;
};
type TableProps = {
  rows: Row[];
  language: Language;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** What buyers said, as they wrote it, with what the shop may decide. */
export function ReviewTable({ rows, language, action }: TableProps) {
  const words = reviewDeskWords[language];
  const heads = [words.written, words.product, words.review, words.order, words.state, words.decide];
  return (
    <Table label={words.title} heads={heads}>
      {rows.map((row) => (
        <tr key={row.id}>
          <Cell>{timeIn(row.writtenAt, language)}</Cell>
          <Cell>
            <a href={`/shop/products/${row.slug}`} className={ROW_LINK_CLASS}>
              {textIn(row.title, language)}
            </a>
          </Cell>
          <Cell>
            <span role="img" aria-label={words.stars(row.stars)}>
              {'★'.repeat(row.stars)}
            </span>
            {row.text && <span className="block max-w-prose break-words whitespace-pre-line">{row.text}</span>}
          </Cell>
          <Cell>
            <a href={`/admin/orders/${row.orderId}`} className={ROW_LINK_CLASS}>
              {orderLabel(row.orderNumber)}
            </a>
          </Cell>
          <Cell>
            <Badge warn={row.status === 'waiting'}>{words.status[row.status]}</Badge>
          </Cell>
          <Cell>
            <JudgeForm action={action} reviewId={row.id} status={row.status} words={words} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
