declare global {
  interface Window {
    /** What was asked last, for every script of the page. */
    kioskPieces?: Promise<number | null>;
  }
}

/** Tells every badge on the page how many pieces are in the cart now. */
export const CART_CHANGED = 'kiosk:cart-changed';

/**
 * Fills the places of the badges (`data-cart-badge`: the word for what is counted), now and whenever the cart changes. Asks
 * once, whichever of the page's scripts comes first; a place that was drawn later shows what is known.
 */
export function keepCartBadge(): void {
  if (window.kioskPieces) {
    void window.kioskPieces.then(show);
    return;
  }
  const ask = () => {
    window.kioskPieces = countPieces();
    void window.kioskPieces.then(show);
  };
  ask();
  window.addEventListener(CART_CHANGED, ask);
  // A page that comes back out of the back-forward cache shows the count of another time.
  window.addEventListener('pageshow', ({ persisted }) => persisted && ask());
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

function show(pieces: number | null): void {
  if (pieces === null) return;
  for (const badge of document.querySelectorAll<HTMLElement>('[data-cart-badge]')) {
    badge.textContent = pieces > 99 ? '99+' : pieces > 0 ? String(pieces) : '';
    if (pieces === 0) continue;
    const label = document.createElement('span');
    label.className = 'sr-only';
    label.textContent = ` ${badge.dataset.cartBadge}`;
    badge.append(label);
  }
}
