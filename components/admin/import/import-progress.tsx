'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 1_000;

type ProgressProps = { label: string; done: number; total: number; text: string };

/** How far it is; asks again every second, while somebody looks. */
export function ImportProgress({ label, done, total, text }: ProgressProps) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div className="grid gap-1">
      <progress
        aria-label={label}
        value={total > 0 ? done : undefined}
        max={Math.max(1, total)}
        className="h-3 w-full"
      />
      <p role="status" className="text-sm tabular-nums">
        {text}
      </p>
    </div>
  );
}
