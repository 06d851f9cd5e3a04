import { useEffect, useState } from 'react';

/** Gives the focus back, when this goes, to whatever had it before this came. */
export function useFocusReturn(): void {
  // Read while rendering: once mounted, what lies below is inert and has lost the focus already.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
