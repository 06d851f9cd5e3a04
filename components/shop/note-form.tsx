import { buttonClass } from '@/components/ui/button';
import { LONGEST_NOTE } from '@/lib/domain/cart/note';
import type { PageLanguage } from '@/lib/domain/page-language';
import { cartWords } from '@/lib/domain/words/cart';

export type CartNoteView = { note: string; isGift: boolean };

/** A word to the shop, folded away until she wants to say one; open where one lies there. */
export function NoteForm({ kept, language }: { kept: CartNoteView; language: PageLanguage }) {
  const words = cartWords[language].note;
  return (
    <details open={kept.note !== '' || kept.isGift} className="mb-4 rounded-md border border-line px-4">
      <summary className="min-h-11 cursor-pointer py-3 text-sm font-bold">{words.title}</summary>
      <form action="/api/cart" method="post" className="grid gap-3 pb-4">
        <input type="hidden" name="action" value="note" />
        <input type="hidden" name="returnTo" value="/shop/cart" />
        <label className="flex min-h-11 items-center gap-3 text-sm">
          <input type="checkbox" name="gift" value="yes" defaultChecked={kept.isGift} className="size-5 accent-brand" />
          {words.gift}
        </label>
        <label className="text-sm font-bold">
          {words.label}
          <textarea
            name="note"
            rows={3}
            maxLength={LONGEST_NOTE}
            defaultValue={kept.note}
            className="mt-1 block w-full rounded-md border border-edge bg-raised px-3 py-2 text-base font-normal"
          />
        </label>
        <button type="submit" className={buttonClass('quiet', 'justify-self-start text-sm')}>
          {words.keep}
        </button>
      </form>
    </details>
  );
}
