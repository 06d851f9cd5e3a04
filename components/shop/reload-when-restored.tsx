'use client';

import { useEffect } from 'react';

/** A personal page that comes back out of the back-forward cache may be another person's, or of another time: ask anew. */
export function ReloadWhenRestored() {
  useEffect(() => {
    const restored = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener('pageshow', restored);
    return () => window.removeEventListener('pageshow', restored);
  }, []);
  return null;
}
