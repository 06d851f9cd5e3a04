import { cn } from '@/components/ui/cn';
import type { Language } from '@/lib/domain/market';
import { peopleWordsIn } from './people-words';

type Filter = 'all' | 'waiting' | 'mine' | 'closed';
const FILTERS: readonly Filter[] = ['all', 'waiting', 'mine', 'closed'];

export function ConversationFilter({
  filter,
  waiting,
  language,
}: {
  filter: Filter;
  waiting: number;
  language: Language;
}) {
  const words = peopleWordsIn(language);
  return (
    <ul className="mb-4 flex flex-wrap gap-2 text-sm">
      {FILTERS.map((one) => (
        <li key={one}>
          <a
            href={one === 'all' ? '/admin/people' : `/admin/people?show=${one}`}
            aria-current={one === filter ? 'true' : undefined}
            className={cn(
              'inline-flex min-h-11 items-center gap-2 rounded-full border border-line px-4 hover:bg-sunken',
              one === filter && 'border-brand bg-brand-soft font-bold text-brand',
            )}
          >
            {words.filters[one]}
            {one === 'waiting' && waiting > 0 && (
              <span className="rounded-full bg-brand px-2 text-xs font-bold text-on-brand tabular-nums">{waiting}</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
