import { cn } from './cn';

type Look = 'primary' | 'quiet' | 'plain';

const LOOKS: Record<Look, string> = {
  primary: 'bg-brand text-on-brand hover:bg-brand-strong disabled:bg-sunken disabled:text-muted font-bold',
  quiet: 'border border-edge text-ink hover:bg-sunken disabled:text-muted',
  plain: 'text-brand underline underline-offset-4 hover:text-brand-strong',
};

/** The class list of everything that looks like a button, whether it is a `<button>` or a link. */
export function buttonClass(look: Look = 'primary', more?: string): string {
  return cn(
    'inline-flex min-h-12 items-center justify-center gap-2 rounded-md px-5 text-center text-base transition-colors duration-150',
    'disabled:cursor-not-allowed',
    LOOKS[look],
    more,
  );
}
