import { useEffect, useState } from 'react';
import { clockTime } from '@/e2e/simulator/screens/src/client/format';
import { SimulatorRibbon } from '@/e2e/simulator/screens/src/ui/brand';

/** The server's clock may be ahead; between two states it runs on with ours. */
function useRunningClock(clockMs: number): number {
  const [heard, setHeard] = useState({ clockMs, at: Date.now() });
  const [, tick] = useState(0);
  if (heard.clockMs !== clockMs) setHeard({ clockMs, at: Date.now() });
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 5000);
    return () => clearInterval(timer);
  }, []);
  return heard.clockMs + (Date.now() - heard.at);
}

export function StatusBar({ clockMs, locale }: { clockMs: number; locale: string }) {
  const now = useRunningClock(clockMs);
  return (
    <div className="grid h-11 shrink-0 grid-cols-3 items-center bg-surface px-6 text-[13px] font-semibold tabular-nums">
      <time>{clockTime(now, locale)}</time>
      <span className="justify-self-center">
        <SimulatorRibbon />
      </span>
      <svg aria-hidden="true" viewBox="0 0 54 14" width="54" height="14" className="justify-self-end fill-current">
        <path d="M1 10h2.500v3H1zM5 7.500h2.500V13H5zM9 5h2.500v8H9zM13 2h2.500v11H13z" />
        <path d="M31 1.500h17a2.500 2.500 0 0 1 2.500 2.500v6a2.500 2.500 0 0 1-2.500 2.500H31A2.500 2.500 0 0 1 28.500 10V4A2.500 2.500 0 0 1 31 1.500zm0 1.200A1.300 1.300 0 0 0 29.700 4v6A1.300 1.300 0 0 0 31 11.300h17A1.300 1.300 0 0 0 49.300 10V4A1.300 1.300 0 0 0 48 2.700zM31 4h13v6H31zm20.500 1.200c1 .3 1.500 1 1.500 1.800s-.5 1.500-1.500 1.800z" />
      </svg>
    </div>
  );
}
