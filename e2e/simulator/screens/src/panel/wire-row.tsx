import { useMemo } from 'react';
import { preciseTime } from '@/e2e/simulator/screens/src/client/format';
import type { WireEntry } from '@/e2e/simulator/world/wire';
import { WireDetail } from './wire-detail';
import { pathOf } from './wire-filter';
import { summaryOf } from './wire-summary';

function Status({ status }: { status: number | null }) {
  if (status === null) return <span className="text-soft">…</span>;
  const tone = status === 0 || status >= 500 ? 'text-bad' : status >= 400 ? 'text-warn' : 'text-good';
  return <span className={`font-semibold ${tone}`}>{status === 0 ? 'cut' : status}</span>;
}

/** One line of the log; the button is the whole line. */
export function WireRow({ entry, open, onToggle }: { entry: WireEntry; open: boolean; onToggle: () => void }) {
  const summary = useMemo(() => summaryOf(entry), [entry]);
  return (
    <li className="border-b border-line">
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className={`grid w-full grid-cols-[6.5rem_1fr_3rem_4rem] items-center gap-x-3 px-5 py-2 text-left text-[13px] tabular-nums hover:bg-sunken focus-visible:outline-offset-[-3px] max-desk:grid-cols-[1fr_3rem_4rem] ${open ? 'bg-sunken' : ''}`}
      >
        <span className="font-mono text-[12px] text-soft max-desk:hidden">{preciseTime(entry.atMs)}</span>
        <span className="min-w-0">
          <span className="block truncate font-mono text-[13px]">
            <b className="font-semibold text-brand">{entry.method}</b> {pathOf(entry.url)}
          </span>
          <span className="block truncate text-[12px] text-soft">
            {entry.direction}
            {summary ? <span className="text-ink"> · {summary}</span> : null}
          </span>
        </span>
        <span className="text-right">
          <Status status={entry.status} />
        </span>
        <span className="text-right text-[12px] text-soft">
          {entry.durationMs === null ? '' : `${Math.round(entry.durationMs)} ms`}
        </span>
      </button>
      {open ? <WireDetail entry={entry} /> : null}
    </li>
  );
}
