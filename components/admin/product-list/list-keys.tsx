'use client';

import { useEffect } from 'react';

/** "/" goes to the search, j and k from row to row; Enter opens what has the focus, as it does anywhere. */
export function ListKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target;
      const isTyping = at instanceof HTMLElement && at.matches('input:not([type=checkbox]), textarea, select');
      if (event.key === 'Escape' && isTyping) return at.blur();
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLElement>('main [type=search]')?.focus();
      }
      if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return null;
}

function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main tbody a')];
  const here = links.findIndex((link) => link.closest('tr') === document.activeElement?.closest('tr'));
  const next = here < 0 ? (by === 1 ? 0 : links.length - 1) : here + by;
  links[next]?.focus();
}
