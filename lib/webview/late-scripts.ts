import { holdTaps } from './held-taps';
import { oneByOne } from './one-by-one';

/** What says that she is at it. Not a finger that has just come down: a task that begins then would stand before her tap. */
const SIGNS = ['click', 'input', 'keydown', 'focusin', 'scroll', 'pointermove'] as const;

/**
 * Turns the page's inert tags back into whole style sheets and scripts, in their order: at once, or, where the page says so, when
 * she first touches it; then they have been fetched before, and her taps are held until they run. A page without such
 * scripts shows all of its style as it is: its sheets are fetched for the next page.
 */
export function startLateScripts(): void {
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=late]')];
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[type="text/late"]')];
  const isAtTouch = document.querySelector('[data-scripts="at-touch"]') !== null;
  if (scripts.length > 0 && !isAtTouch) {
    start(styles, scripts, () => undefined);
    return;
  }
  if (scripts.length > 0) startAtTouch((onFailure) => start(styles, scripts, onFailure));
  const modern = scripts.filter(({ noModule }) => !noModule);
  oneByOne([
    ...styles.map(({ href }) => fetchingAhead(href, 'style')),
    ...modern.map(({ src }) => fetchingAhead(src, 'script')),
  ]);
}

function startAtTouch(start: (onFailure: () => void) => void): void {
  const { letGo } = holdTaps();
  document.documentElement.dataset.holdsTaps = '';
  const begin = () => {
    for (const sign of SIGNS) document.removeEventListener(sign, begin, true);
    start(letGo);
  };
  for (const sign of SIGNS) document.addEventListener(sign, begin, { capture: true, passive: true });
}

/** The first of them begins after whatever her tap itself does. */
function start(styles: HTMLLinkElement[], scripts: HTMLScriptElement[], onFailure: () => void): void {
  oneByOne([
    ...styles.map((link) => () => {
      link.rel = 'stylesheet';
    }),
    ...scripts.map((inert) => () => wake(inert, onFailure)),
  ]);
}

function wake(inert: HTMLScriptElement, onFailure: () => void): void {
  const script = document.createElement('script');
  for (const { name, value } of inert.attributes) if (name !== 'type') script.setAttribute(name, value);
  script.async = false;
  script.onerror = onFailure;
  inert.replaceWith(script);
}

function fetchingAhead(href: string, as: 'style' | 'script'): () => void {
  return () => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as, href, fetchPriority: 'low' });
    document.head.append(link);
  };
}
