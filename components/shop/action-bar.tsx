import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/**
 * The main action at the thumb: above the four places, or at the very edge where a page shows none of them. In a wide
 * or very low window it stands in the flow of the page.
 */
export function ActionBar({ aboveNav = true, children }: { aboveNav?: boolean; children: ReactNode }) {
  return (
    <div
      className={cn(
        'low:static fixed inset-x-0 z-10 border-t border-line bg-surface px-4 py-2 md:static md:mt-5 md:border-0 md:p-0',
        aboveNav
          ? 'bottom-[calc(var(--nav-height)+env(safe-area-inset-bottom))]'
          : 'bottom-0 pb-[calc(0.5rem+env(safe-area-inset-bottom))]',
      )}
    >
      {children}
    </div>
  );
}
