import { cn } from '@/components/ui/cn';
import type { Language } from '@/lib/domain/market';
import { durationIn, whenIn } from './durations';
import { Badge } from './parts';
import { type PeopleWords, peopleWordsIn } from './people-words';

export type ListedPerson = {
  shopperId: string;
  status: 'open' | 'closed';
  firstName: string | null;
  lastAt: Date;
  lastBy: 'shopper' | 'merchant' | 'inbox';
  lastText: string;
  unread: number;
  waitingSince: Date | null;
  assigneeName: string | null;
  ownerAppId: string | null;
};

type ListProps = {
  people: ListedPerson[];
  language: Language;
  now: Date;
  /** The conversation that stands beside the list. */
  current?: string;
  /** What follows the address of a conversation, so that the list beside it stays the same. */
  query?: string;
};

/** Who wrote, the newest word first; who waits and what is unread stand out. */
export function ConversationList({ people, language, now, current, query = '' }: ListProps) {
  const words = peopleWordsIn(language);
  return (
    <ul
      aria-label={words.title}
      className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised"
    >
      {people.map((person) => (
        <li key={person.shopperId}>
          <a
            href={`/admin/people/${person.shopperId}${query}`}
            aria-current={person.shopperId === current ? 'true' : undefined}
            className={cn(
              'grid grid-cols-[auto_1fr_auto] items-center gap-x-3 px-3 py-2.5 hover:bg-sunken focus-visible:-outline-offset-2',
              person.shopperId === current && 'bg-brand-soft hover:bg-brand-soft',
            )}
          >
            <Initial person={person} words={words} />
            <Words person={person} words={words} />
            <Aside person={person} words={words} language={language} now={now} isNarrow={current !== undefined} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Initial({ person, words }: { person: ListedPerson; words: PeopleWords }) {
  return (
    <span className="relative">
      <PersonMark name={person.firstName} />
      {person.unread > 0 && (
        <span className="absolute -top-0.5 -right-0.5 size-3.5 rounded-full border-2 border-raised bg-brand">
          <span className="sr-only">{words.unread}</span>
        </span>
      )}
    </span>
  );
}

/** Her initial in a circle: decoration beside her name. */
export function PersonMark({ name }: { name: string | null }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-10 place-items-center rounded-full bg-sunken text-base font-bold text-muted"
    >
      {[...(name ?? '')][0]?.toUpperCase() ?? '?'}
    </span>
  );
}

function Words({ person, words }: { person: ListedPerson; words: PeopleWords }) {
  const by = person.lastBy === 'merchant' ? (person.assigneeName ?? words.somebody) : words.inbox;
  return (
    <span className="min-w-0">
      <span className={cn('block truncate text-sm', person.unread > 0 && 'font-bold')}>
        {person.firstName ?? words.nameless}
      </span>
      <span className={cn('block truncate text-xs', person.unread > 0 ? 'text-ink' : 'text-muted')}>
        {person.lastBy !== 'shopper' && `${by}: `}
        {person.lastText || '…'}
      </span>
    </span>
  );
}

type AsideProps = { person: ListedPerson; words: PeopleWords; language: Language; now: Date; isNarrow: boolean };

function Aside({ person, words, language, now, isNarrow }: AsideProps) {
  const { waitingSince, assigneeName, status, lastAt, ownerAppId } = person;
  return (
    <span className="grid justify-items-end gap-1 text-xs text-muted">
      <time dateTime={lastAt.toISOString()} className="tabular-nums">
        {whenIn(lastAt, now, language)}
      </time>
      {waitingSince ? (
        <Badge warn>
          <span className={cn(isNarrow && 'sr-only')}>{words.waitsFor} </span>
          {durationIn(now.getTime() - waitingSince.getTime(), language)}
        </Badge>
      ) : isNarrow ? null : status === 'closed' ? (
        <Badge>{words.closed}</Badge>
      ) : ownerAppId !== null ? (
        <Badge>{words.elsewhere}</Badge>
      ) : (
        assigneeName && <Badge>{assigneeName}</Badge>
      )}
    </span>
  );
}
