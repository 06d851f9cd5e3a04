/** Said by something marked `data-held`, once Next's scripts have taken it over. */
export const TAKEN_OVER = 'kiosk:taken-over';

/** After this she is sent the plain way, as without a script. */
const PATIENCE_MS = 8_000;

export type HeldTaps = { letGo(): void };

/**
 * Holds a tap on what needs Next's scripts (`data-held`: a button, or a form whose plain way leads elsewhere) until they run,
 * and then does it. `letGo` gives up on them: a form goes its plain way.
 */
export function holdTaps(): HeldTaps {
  let held: HTMLElement | null = null;
  const release = (again: (element: HTMLElement) => void) => {
    const element = held;
    held = null;
    if (!element) return;
    buttonOf(element)?.removeAttribute('aria-busy');
    again(element);
  };
  const letGo = () => {
    document.removeEventListener('click', hold);
    document.removeEventListener('submit', hold);
    release((element) => element instanceof HTMLFormElement && element.submit());
  };
  const hold = (event: Event) => {
    const element = heldElement(event);
    if (!element) return;
    event.preventDefault();
    if (held) buttonOf(held)?.removeAttribute('aria-busy');
    else setTimeout(letGo, PATIENCE_MS);
    held = element;
    buttonOf(element)?.setAttribute('aria-busy', 'true');
  };
  document.addEventListener('click', hold);
  document.addEventListener('submit', hold);
  document.addEventListener(TAKEN_OVER, ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    target.removeAttribute('data-held');
    // What has just been taken over is listening from the next task on.
    if (target === held) setTimeout(() => release(doAgain));
  });
  return { letGo };
}

function heldElement(event: Event): HTMLElement | null {
  if (!(event.target instanceof Element)) return null;
  const element = event.target.closest<HTMLElement>('[data-held]');
  const isForm = element instanceof HTMLFormElement;
  if (isForm !== (event.type === 'submit')) return null;
  // Its other buttons lead to pages of their own, with and without Next.
  const isElsewhere = event instanceof SubmitEvent && event.submitter?.hasAttribute('formaction');
  return isElsewhere ? null : element;
}

function buttonOf(element: HTMLElement): Element | null {
  return element instanceof HTMLFormElement ? element.querySelector('[type=submit]:not([formaction])') : element;
}

function doAgain(element: HTMLElement): void {
  if (element instanceof HTMLFormElement) element.requestSubmit();
  else element.click();
}
