const DESK = '/admin';
const PLACE = /^\/admin(?:\/[\w:-]{1,100}){1,6}$/;

/** Where at the desk somebody goes on after signing in: a plain path below /admin, else its first page. Nothing leads elsewhere. */
export function wayBack(text: unknown): string {
  return typeof text === 'string' && text.length <= 400 && PLACE.test(text) ? text : DESK;
}

/** The sign-in's address for somebody who wanted to be at `path`. */
export function signInAddress(path: unknown): string {
  const back = wayBack(path);
  return back === DESK ? '/sign-in' : `/sign-in?next=${encodeURIComponent(back)}`;
}
