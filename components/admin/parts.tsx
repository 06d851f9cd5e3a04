import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/** One of the questions that a page of the admin answers. */
export function Panel({ title, children, className }: { title: string; children: ReactNode; className?: string }) {
  return (
    <section className={cn('grid content-start gap-3 rounded-lg border border-line bg-raised p-4', className)}>
      <h2 className="text-sm">{title}</h2>
      {children}
    </section>
  );
}

export function Calm({ children }: { children: ReactNode }) {
  return <p className="text-sm text-muted">{children}</p>;
}

type TableProps = {
  label: string;
  heads: string[];
  /** The heads above figures, which stand on the right. */
  figures?: string[];
  children: ReactNode;
};

/** A table that scrolls within itself where the window is narrow. */
export function Table({ label, heads, figures = [], children }: TableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll what overflows
      tabIndex={0}
      className="relative overflow-x-auto rounded-lg border border-line bg-raised"
    >
      <table className="w-full border-collapse text-sm">
        <thead className="sticky top-0 bg-sunken text-left text-xs text-muted">
          <tr>
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className={cn('whitespace-nowrap px-3 py-2 font-normal', figures.includes(head) && 'text-right')}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </section>
  );
}

export function Cell({ children, number = false }: { children: ReactNode; number?: boolean }) {
  return <td className={cn('px-3 py-2', number && 'whitespace-nowrap text-right tabular-nums')}>{children}</td>;
}

export function Badge({ children, warn = false }: { children: ReactNode; warn?: boolean }) {
  return (
    <span
      className={cn(
        'inline-block whitespace-nowrap rounded-full px-2 py-0.5 text-xs',
        warn ? 'bg-notice-soft text-ink' : 'bg-sunken text-muted',
      )}
    >
      {children}
    </span>
  );
}

export const LINK_CLASS = 'text-brand underline underline-offset-4 hover:text-brand-strong';
/** A link that fills its row's height, for thumbs. */
export const ROW_LINK_CLASS = `${LINK_CLASS} inline-flex min-h-11 items-center sm:min-h-0`;

export function PageTitle({ children, beside }: { children: ReactNode; beside?: ReactNode }) {
  return (
    <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
      <h1 className="text-lg">{children}</h1>
      {beside}
    </div>
  );
}
