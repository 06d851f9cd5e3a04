import { Notice } from '@/components/ui/notice';
import type { PageLanguage } from '@/lib/domain/page-language';
import { cartWords } from '@/lib/domain/words/cart';

/** What was just taken out of the cart. */
export type Removed = { variantId: string; title: string; had: number };

/** One tap lays back what was taken out, with or without script. */
export function CartUndo({ removed, language }: { removed: Removed; language: PageLanguage }) {
  const words = cartWords[language].undo;
  return (
    <div className="mb-3">
      <Notice tone="news">
        <form action="/api/cart" method="post" className="flex flex-wrap items-center gap-x-3">
          <input type="hidden" name="action" value="putBack" />
          <input type="hidden" name="variantId" value={removed.variantId} />
          <input type="hidden" name="quantity" value={removed.had} />
          <input type="hidden" name="returnTo" value="/shop/cart" />
          {words.removed(removed.title)}
          <button type="submit" className="-my-3 min-h-11 font-bold text-brand underline underline-offset-4">
            {words.action}
          </button>
        </form>
      </Notice>
    </div>
  );
}
