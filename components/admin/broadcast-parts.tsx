import type { Language } from '@/lib/domain/market';
import type { OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import type { NoWay } from '@/lib/domain/messaging/window';
import { broadcastWordsIn } from './broadcast-words';
import { failureName } from './names';
import { Badge, Calm, Panel } from './parts';

type Reach = Partial<Record<'window' | 'token' | NoWay, number>>;
const WAYS = ['window', 'token'] as const;
const REASONS = ['no_consent', 'stopped', 'outside_window', 'too_soon', 'unreachable', 'not_allowed'] as const;

/** How many it reaches by each way, and why not the others. */
export function ReachPanel({ reach, language }: { reach: Reach; language: Language }) {
  const words = broadcastWordsIn(language);
  const reached = WAYS.reduce((sum, way) => sum + (reach[way] ?? 0), 0);
  return (
    <Panel title={words.reach}>
      <p className="text-lg font-bold">{words.reaches(reached)}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm tabular-nums">
        {[...WAYS, ...REASONS].map((kind) => (
          <div key={kind} className="contents">
            <dt className="text-right font-bold">{reach[kind] ?? 0}</dt>
            <dd>{words.classes[kind]}</dd>
          </div>
        ))}
      </dl>
      <Calm>{words.reachHint}</Calm>
    </Panel>
  );
}

type Result = { status: string; failure: string | null; people: number };

/** What became of its messages. */
export function ResultsPanel({ results, language }: { results: Result[]; language: Language }) {
  const words = broadcastWordsIn(language);
  const names: Record<string, string> = words.statuses;
  return (
    <Panel title={words.results}>
      {results.length === 0 && <Calm>–</Calm>}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm tabular-nums">
        {results.map(({ status, failure, people }) => (
          <div key={`${status} ${failure}`} className="contents">
            <dt className="text-right font-bold">{people}</dt>
            <dd>
              {names[status] ?? status}
              {failure && <span className="text-muted"> · {failureName(failure, language)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** The message as it stands in the thread, in plain boxes. */
export function MessagePreview({ message }: { message: OutgoingMessage }) {
  if (message.kind === 'buttons')
    return (
      <div className="max-w-80 rounded-lg border border-line bg-sunken p-3 text-sm">
        <p className="whitespace-pre-line">{message.text}</p>
        <ul className="mt-2 grid gap-1 border-t border-line pt-2 text-center text-brand">
          {message.buttons.map((button) => (
            <li key={button.kind}>{'title' in button ? button.title : ''}</li>
          ))}
        </ul>
      </div>
    );
  if (message.kind !== 'cards') return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll what overflows
    <ul tabIndex={0} className="flex gap-2 overflow-x-auto pb-2">
      {message.cards.map((card) => (
        <li key={card.openPath} className="w-44 shrink-0 rounded-lg border border-line bg-sunken p-3 text-sm">
          {card.imagePath && (
            // biome-ignore lint/performance/noImgElement: the shop's own renditions, already in their size
            <img src={card.imagePath} alt="" className="mb-2 aspect-[1.91] w-full rounded-md object-cover" />
          )}
          <strong className="block">{card.title}</strong>
          <span className="block text-xs text-muted">{card.subtitle}</span>
        </li>
      ))}
    </ul>
  );
}

export function BroadcastState({ status, language }: { status: string; language: Language }) {
  const states: Record<string, string> = broadcastWordsIn(language).states;
  return <Badge warn={status === 'paused'}>{states[status] ?? status}</Badge>;
}
