import type { Language } from '@/lib/domain/market';
import type { PaperKind } from '@/lib/domain/papers/invoice';
import { PAPER_WORDS } from '@/lib/domain/words/papers';
import { moneyIn } from './formats';
import { Calm, Panel, ROW_LINK_CLASS } from './parts';
import { wordsIn } from './words';

export type PaperRow = { id: string; kind: PaperKind; label: string; totalMinor: number; currency: string };

/** The invoice of an order and what corrects it. */
export function OrderPapers({ papers, language }: { papers: PaperRow[]; language: Language }) {
  const words = wordsIn(language);
  return (
    <Panel title={words.papers}>
      {papers.length === 0 && <Calm>{words.noPapers}</Calm>}
      <ul className="grid gap-1 text-sm">
        {papers.map(({ id, kind, label, totalMinor, currency }) => (
          <li key={id} className="flex items-baseline justify-between gap-3">
            <a href={`/admin/invoices/${id}`} target="_blank" rel="noopener" className={ROW_LINK_CLASS}>
              {PAPER_WORDS[language].title[kind]} {label}
            </a>
            <span className="whitespace-nowrap tabular-nums">
              {moneyIn(kind === 'invoice' ? totalMinor : -totalMinor, currency, language)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
