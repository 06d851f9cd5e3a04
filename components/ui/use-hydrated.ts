import { useEffect, useState } from 'react';

/** Whether the script of this page runs by now: until then a control that needs it is not offered. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return hydrated;
}
