import { timeIn } from '@/components/admin/formats';
import { Badge, Calm, Cell, LINK_CLASS, Table } from '@/components/admin/parts';
import type { ActionState } from '@/lib/domain/action-state';
import type { Language } from '@/lib/domain/market';
import { homeWordsIn } from './home-words';
import { PageForm } from './step-forms';

export type HistoryRow = { number: number; madeAt: Date; blocks: number; name: string | null; preview: string };
type HomeHistoryProps = {
  restore: (previous: ActionState, form: FormData) => Promise<ActionState>;
  language: Language;
  seenVersion: number;
  rows: HistoryRow[];
  mayEdit: boolean;
};

/** What stood in the shop and when, newest first; each may be taken up again. */
export function HomeHistory({ restore, language, seenVersion, rows, mayEdit }: HomeHistoryProps) {
  const words = homeWordsIn(language);
  if (rows.length === 0) return <Calm>{words.noHistory}</Calm>;
  return (
    <Table label={words.history} heads={[words.when, words.who, words.blocks, ' ']} figures={[words.blocks]}>
      {rows.map(({ number, madeAt, blocks, name, preview }, at) => {
        const when = timeIn(madeAt, language);
        return (
          <tr key={number}>
            <Cell>
              {when} {at === 0 && <Badge>{words.live}</Badge>}
            </Cell>
            <Cell>{name ?? words.gone}</Cell>
            <Cell number>{blocks}</Cell>
            <Cell>
              <div className="flex flex-wrap items-center gap-4">
                <a
                  href={preview}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={words.look(when)}
                  className={`${LINK_CLASS} inline-flex min-h-11 items-center`}
                >
                  {words.lookShort}
                </a>
                {mayEdit && number !== seenVersion && (
                  <PageForm
                    action={restore}
                    seenVersion={seenVersion}
                    number={number}
                    label={words.restore(when)}
                    short={words.restoreShort}
                    quiet
                  />
                )}
              </div>
            </Cell>
          </tr>
        );
      })}
    </Table>
  );
}
