import type { ImportProblem } from '@/lib/domain/catalogue/import/imported-product';
import type { Change } from '@/lib/domain/catalogue/transfer/steps';
import type { Language } from '@/lib/domain/market';
import { Badge, Calm, Cell, Table } from '../parts';
import { IMPORT_REASONS } from './import-reasons';
import { importWordsIn } from './import-words';

/** What is wrong with a file: row, column, reason. */
export function ProblemTable({
  problems,
  language,
}: {
  problems: (ImportProblem & { isError: boolean })[];
  language: Language;
}) {
  const words = importWordsIn(language);
  return (
    <Table
      label={words.problems}
      heads={[words.kind, words.row, words.column, words.reason, words.value]}
      figures={[words.row]}
    >
      {problems.map(({ row, column, reason, value, isError }) => (
        <tr key={`${row}/${column}/${reason}/${value}`}>
          <Cell>
            <Badge warn={isError}>{isError ? words.error : words.remark}</Badge>
          </Cell>
          <Cell number>{row}</Cell>
          <Cell>{column}</Cell>
          <Cell>{IMPORT_REASONS[reason][language]}</Cell>
          <Cell>{short(value)}</Cell>
        </tr>
      ))}
    </Table>
  );
}

type ChangedProduct = { slug: string; isNew: boolean; changes: Change[] };

/** Every cell that changes, before and after; a new product is one line. */
export function ChangeTable({
  products,
  language,
  label,
}: {
  products: ChangedProduct[];
  language: Language;
  label: string;
}) {
  const words = importWordsIn(language);
  return (
    <Table
      label={label}
      heads={[words.row, words.product, 'SKU', words.column, words.before, words.after]}
      figures={[words.row]}
    >
      {products.flatMap(({ slug, isNew, changes }) =>
        (isNew ? changes.filter(({ column }) => column.startsWith('title_')).slice(0, 1) : changes).map((change) => (
          <tr key={`${slug}/${change.sku}/${change.column}`}>
            <Cell number>{change.row}</Cell>
            <Cell>
              <span className="whitespace-nowrap">{slug}</span>
            </Cell>
            <Cell>
              <span className="whitespace-nowrap">{change.sku}</span>
            </Cell>
            <Cell>{isNew ? <Badge>{words.isNew}</Badge> : change.column}</Cell>
            <Cell>
              {isNew ? (
                ''
              ) : (
                <del className="text-muted no-underline">{short(change.before) || <i>{words.empty}</i>}</del>
              )}
            </Cell>
            <Cell>
              <ins className="font-bold no-underline">{short(change.after) || <i>{words.empty}</i>}</ins>
            </Cell>
          </tr>
        )),
      )}
    </Table>
  );
}

/** Said where a table shows only its beginning. */
export function OnlyFirst({ shown, of, language }: { shown: number; of: number; language: Language }) {
  return of > shown ? <Calm>{importWordsIn(language).firstOf(shown)}</Calm> : null;
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
