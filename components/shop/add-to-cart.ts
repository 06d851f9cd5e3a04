import { CART_CHANGED } from '@/lib/webview/cart-badge';

/** `message` is null where the network is gone: nobody has said anything then. */
export type Added = { ok: true } | { ok: false; message: string | null };

/** Posts the form without leaving the page. Where no readable answer comes, the browser posts it in the plain way. */
export async function addToCart(form: HTMLFormElement): Promise<Added> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  const answer = await fetch('/api/cart', { method: 'POST', body, headers: { accept: 'application/json' } }).catch(
    () => null,
  );
  // A plain post would end on the browser's own page, and a webview has no way back from it.
  if (!answer) return { ok: false, message: null };
  try {
    if (answer.ok) {
      window.dispatchEvent(new Event(CART_CHANGED));
      return { ok: true };
    }
    const said: unknown = await answer.json();
    if (said && typeof said === 'object' && 'message' in said && typeof said.message === 'string')
      return { ok: false, message: said.message };
  } catch {
    // An answer from somewhere in between, a hotel's network perhaps: the plain post below shows what it wants to say.
  }
  form.submit();
  return { ok: false, message: '' };
}
