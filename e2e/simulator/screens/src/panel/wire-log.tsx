import { useDeferredValue, useMemo, useState } from 'react';
import type { WireEntry } from '@/e2e/simulator/world/wire';
import { directionsOf, filtered } from './wire-filter';
import { WireRow } from './wire-row';

function Chip({ pressed, onPress, children }: { pressed: boolean; onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className="min-h-8 shrink-0 rounded-full border border-line px-3 text-[13px] whitespace-nowrap text-soft hover:bg-bubble aria-pressed:border-brand aria-pressed:bg-mist aria-pressed:font-semibold aria-pressed:text-brand"
    >
      {children}
    </button>
  );
}

/** Newest on top; while paused the list stands still, so that one can read. */
export function WireLog({ entries }: { entries: WireEntry[] }) {
  const [words, setWords] = useState('');
  const [direction, setDirection] = useState<string | null>(null);
  const [problemsOnly, setProblemsOnly] = useState(false);
  const [held, setHeld] = useState<WireEntry[] | null>(null);
  const [openId, setOpenId] = useState<number | null>(null);
  const source = held ?? entries;
  const soughtWords = useDeferredValue(words);
  const shown = useMemo(
    () => filtered(source, { words: soughtWords, direction, problemsOnly }).toReversed(),
    [source, soughtWords, direction, problemsOnly],
  );
  const missed = held ? entries.filter((entry) => entry.id > (held.at(-1)?.id ?? 0)).length : 0;

  return (
    <>
      <div className="flex shrink-0 flex-col gap-2.5 border-b border-line px-5 py-3">
        <div className="flex gap-2">
          <input
            type="search"
            aria-label="Filter the wire"
            placeholder="Filter: path, event, id, anything in a body"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            className="h-10 min-w-0 grow rounded-xl border border-line bg-sunken px-3.5 text-[14px] placeholder:text-soft"
          />
          <button
            type="button"
            aria-pressed={held !== null}
            onClick={() => setHeld(held ? null : entries)}
            className="min-h-10 rounded-xl border border-line px-4 text-[14px] font-medium hover:bg-bubble aria-pressed:bg-sun aria-pressed:text-on-sun"
          >
            {held ? `Resume${missed > 0 ? ` (${missed})` : ''}` : 'Pause'}
          </button>
        </div>
        <fieldset aria-label="Show only" className="flex flex-wrap gap-1.5">
          <Chip pressed={direction === null} onPress={() => setDirection(null)}>
            All
          </Chip>
          {directionsOf(source).map((name) => (
            <Chip
              key={name}
              pressed={direction === name}
              onPress={() => setDirection(direction === name ? null : name)}
            >
              {name}
            </Chip>
          ))}
          <Chip pressed={problemsOnly} onPress={() => setProblemsOnly(!problemsOnly)}>
            Problems
          </Chip>
        </fieldset>
      </div>
      <ol aria-label="Wire" className="min-h-0 grow overflow-y-auto">
        {shown.map((entry) => (
          <WireRow
            key={entry.id}
            entry={entry}
            open={entry.id === openId}
            onToggle={() => setOpenId(entry.id === openId ? null : entry.id)}
          />
        ))}
        {shown.length === 0 ? (
          <li className="px-8 py-16 text-center text-[15px] text-soft">
            {source.length === 0
              ? 'Nothing has crossed the wire yet. Tap something on the phone.'
              : 'Nothing that crossed the wire fits this filter.'}
          </li>
        ) : null}
      </ol>
    </>
  );
}
