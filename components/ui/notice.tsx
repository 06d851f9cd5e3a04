import type { ReactNode } from 'react';
import { cn } from './cn';
import { Icon } from './icon';

/** A sentence that must be seen: an error (what to do next) or a piece of news. */
export function Notice({ tone, children }: { tone: 'error' | 'news'; children: ReactNode }) {
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={cn(
        'flex items-start gap-3 rounded-md px-4 py-3 text-sm',
        tone === 'error' ? 'bg-error-soft text-error' : 'bg-notice-soft text-ink',
      )}
    >
      <Icon name={tone === 'error' ? 'warning' : 'check'} size={20} className="mt-px shrink-0" />
      <div>{children}</div>
    </div>
  );
}
