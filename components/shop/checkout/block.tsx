import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';

type BlockProps = {
  id: string;
  number: number;
  title: string;
  state: 'open' | 'done' | 'later';
  /** What was said there, in a line or two, once it is done. */
  summary?: ReactNode;
  change: { label: string; act: () => void };
  children: ReactNode;
};

/** One of the three blocks: open, folded to what was said, or not yet there. */
export function Block({ id, number, title, state, summary, change, children }: BlockProps) {
  return (
    <section aria-labelledby={id} className="border-b border-line py-4">
      <div className="flex items-start gap-3">
        <span
          aria-hidden="true"
          className={cn(
            'grid size-8 shrink-0 place-items-center rounded-full text-sm font-bold',
            state === 'open' && 'bg-brand text-on-brand',
            state === 'done' && 'bg-brand-soft text-brand',
            state === 'later' && 'border border-edge text-muted',
          )}
        >
          {state === 'done' ? <Icon name="check" size={18} /> : number}
        </span>
        <div className="min-w-0 flex-1 pt-0.5">
          <h2 id={id} tabIndex={-1} className={cn('text-base', state === 'later' && 'text-muted')}>
            {title}
          </h2>
          {state === 'done' && <div className="mt-0.5 text-sm text-muted">{summary}</div>}
        </div>
        {state === 'done' && (
          <button
            type="button"
            onClick={change.act}
            className="-my-1.5 min-h-11 px-2 text-sm text-brand underline underline-offset-4"
          >
            {change.label}
            <span className="sr-only">: {title}</span>
          </button>
        )}
      </div>
      {/* Card fields must stay where they are once they were mounted. */}
      <div hidden={state !== 'open'} className="mt-4">
        {children}
      </div>
    </section>
  );
}
