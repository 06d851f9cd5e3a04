import { type RefObject, useEffect } from 'react';
import { TAKEN_OVER } from '@/lib/webview/held-taps';

/** For something marked `data-held`: what she tapped before Next's scripts ran is done now. */
export function useHeldTap(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    element.current?.dispatchEvent(new Event(TAKEN_OVER, { bubbles: true }));
  }, [element]);
}
