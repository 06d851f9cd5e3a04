import { CART_CHANGED } from './cart-badge';

export type Added = { ok: true } | { ok: false; message: string };

/** Posts the form without leaving the page. Where no readable answer comes, the browser posts it in the plain way. */
export async function addToCart(form: HTMLFormElement): Promise<Added> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  try {
    const answer = await fetch('/api/cart', { method: 'POST', body, headers: { accept: 'application/json' } });
    if (answer.ok) {
      window.dispatchEvent(new Event(CART_CHANGED));
      return { ok: true };
    }
    const said: unknown = await answer.json();
    if (said && typeof said === 'object' && 'message' in said && typeof said.message === 'string')
      return { ok: false, message: said.message };
  } catch {
    // No network, or an answer from somewhere in between: the plain post below shows what the browser can say about it.
  }
  form.submit();
  return { ok: false, message: '' };
}
