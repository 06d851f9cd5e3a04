/** The ways whose payment is made on the provider's own page. */
export type ProviderPageWay = 'paypal' | 'hosted';

/** A card on our page, a provider's page, or Messenger's dialog: each has a payment of its own under way. */
export type PaymentWay = 'card' | ProviderPageWay | 'messenger';

// Where the browser keeps nothing for a page in a frame, the id lives as long as the page.
const inMemory = new Map<PaymentWay, string>();
const keyOf = (way: PaymentWay) => `kiosk:payment:${way}`;

/** The id of the payment she is at: the same for a double tap and after a reload, so that the server knows it is one. */
export function currentRequestId(way: PaymentWay): string | null {
  try {
    return window.sessionStorage.getItem(keyOf(way)) ?? inMemory.get(way) ?? null;
  } catch {
    return inMemory.get(way) ?? null;
  }
}

/** The id of the payment under way, or a new one. */
export function ensureRequestId(way: PaymentWay): string {
  const known = currentRequestId(way);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  const id = btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
  inMemory.set(way, id);
  store((storage) => storage.setItem(keyOf(way), id));
  return id;
}

/** After a last word (declined, over, paid) the next try is another payment. */
export function forgetRequestId(way: PaymentWay): void {
  inMemory.delete(way);
  store((storage) => storage.removeItem(keyOf(way)));
}

function store(work: (storage: Storage) => void): void {
  try {
    work(window.sessionStorage);
  } catch {
    // A browser that keeps nothing here: the map above does.
    return;
  }
}
