'use client';

import { useEffect } from 'react';
import { keepCartBadge } from '@/lib/webview/cart-badge';

/** How many pieces wait in the cart: asked for after the page, in a place that was kept free for it. */
export function CartBadge({ label }: { label: string }) {
  useEffect(keepCartBadge, []);
  return (
    <span
      role="status"
      data-cart-badge={label}
      className="absolute -top-1.5 start-3.5 h-5 min-w-5 rounded-full px-1 text-center text-xs leading-5 font-bold text-on-brand tabular-nums not-empty:bg-brand"
      suppressHydrationWarning
      // Filled before React comes, or without it: React shall leave alone what stands in it.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it is empty
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}
