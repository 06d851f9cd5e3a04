import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

type Shared = { label: string; hint?: string; problem?: string | undefined; className?: string };

const BOX =
  'mt-1 block h-12 w-full rounded-md border bg-raised px-3 text-base aria-invalid:border-error aria-invalid:border-2 border-edge';

/** A labelled line to type in; its error is tied to it. `name` is also its id within the page. */
export function TextField({
  label,
  hint,
  problem,
  className,
  ...input
}: Shared & ComponentProps<'input'> & { name: string }) {
  return (
    <Labelled {...{ label, hint, problem, className }} id={input.name}>
      <input type="text" {...input} id={input.name} className={BOX} {...problemProps(input.name, problem)} />
    </Labelled>
  );
}

/** The same for a choice out of a list. */
export function SelectField({
  label,
  hint,
  problem,
  className,
  children,
  ...select
}: Shared & ComponentProps<'select'> & { name: string }) {
  return (
    <Labelled {...{ label, hint, problem, className }} id={select.name}>
      <select {...select} id={select.name} className={BOX} {...problemProps(select.name, problem)}>
        {children}
      </select>
    </Labelled>
  );
}

function problemProps(name: string, problem: string | undefined) {
  return problem ? ({ 'aria-invalid': true, 'aria-describedby': `${name}-problem` } as const) : {};
}

function Labelled({ id, label, hint, problem, className, children }: Shared & { id: string; children: ReactNode }) {
  return (
    <div className={cn('min-w-0', className)}>
      <label htmlFor={id} className="text-sm font-bold">
        {label}
        {hint && <span className="font-normal text-muted"> · {hint}</span>}
      </label>
      {children}
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-sm text-error">
          {problem}
        </p>
      )}
    </div>
  );
}
