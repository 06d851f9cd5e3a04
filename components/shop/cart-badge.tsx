'use client';

import { useEffect, useState } from 'react';

/** Tells every badge on the page how many pieces are in the cart now. */
export const CART_CHANGED = 'kiosk:cart-changed';

/** How many pieces wait in the cart: asked for after the page, in a place that was kept free for it. */
export function CartBadge({ label }: { label: string }) {
  const [pieces, setPieces] = useState(0);
  useEffect(() => {
    const ask = () => {
      void countPieces().then((count) => count !== null && setPieces(count));
    };
    ask();
    window.addEventListener(CART_CHANGED, ask);
    // A page that comes back out of the back-forward cache shows the count of another time.
    window.addEventListener('pageshow', ask);
    return () => {
      window.removeEventListener(CART_CHANGED, ask);
      window.removeEventListener('pageshow', ask);
    };
  }, []);
  return (
    <span role="status" className="absolute -top-1.5 start-3.5 h-5 min-w-5">
      {pieces > 0 && (
        <span className="block rounded-full bg-brand px-1 text-center text-xs leading-5 font-bold text-on-brand tabular-nums">
          {pieces > 99 ? '99+' : pieces}
          <span className="sr-only"> {label}</span>
        </span>
      )}
    </span>
  );
}

/** Null when it could not be learnt: the badge then keeps what it showed. */
async function countPieces(): Promise<number | null> {
  try {
    const answer = await fetch('/api/cart/summary', { headers: { accept: 'application/json' } });
    if (!answer.ok) return null;
    const body: unknown = await answer.json();
    const pieces = body && typeof body === 'object' && 'pieces' in body ? body.pieces : null;
    return typeof pieces === 'number' ? pieces : null;
  } catch {
    return null;
  }
}
