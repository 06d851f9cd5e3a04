import { EmptyState } from '@/components/ui/empty-state';
import type { PageLanguage } from '@/lib/domain/page-language';
import { cartWords } from '@/lib/domain/words/cart';

/**
 * Nothing lies in the cart. While a guest's things are on their way to her (`joining`) that would be a fright: it is said only
 * when nothing has come for some seconds.
 */
export function EmptyCart({ joining, language }: { joining: boolean; language: PageLanguage }) {
  const { title, text, action, onItsWay } = cartWords[language].empty;
  const empty = <EmptyState icon="cart" title={title} text={text} action={{ href: '/shop', label: action }} />;
  if (!joining) return empty;
  return (
    <div className="grid *:[grid-area:1/1]">
      <p role="status" className="leaves-later px-4 py-14 text-center text-muted">
        {onItsWay}
      </p>
      <div className="comes-later">{empty}</div>
    </div>
  );
}
