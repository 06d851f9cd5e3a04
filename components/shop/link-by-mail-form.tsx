import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import type { PageLanguage } from '@/lib/domain/page-language';
import { findWords } from '@/lib/domain/words/find-order';

type FormProps = { action: string; language: PageLanguage; typed: Partial<Record<'number' | 'email', string>> };

/** Number and address in, a link to that address out. */
export function LinkByMailForm({ action, language, typed }: FormProps) {
  const words = findWords[language];
  return (
    <form action={action} method="post" className="mt-5 grid gap-4">
      <TextField
        name="number"
        label={words.number}
        hint={words.numberHint}
        defaultValue={typed.number}
        required
        maxLength={40}
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        defaultValue={typed.email}
        autoComplete="email"
        inputMode="email"
        required
        maxLength={254}
      />
      <button type="submit" className={buttonClass('primary', 'w-full')}>
        {words.action}
      </button>
    </form>
  );
}
