'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const MINUTE_MS = 60_000;
const AT_ONCE_MS = 100;
const SOON_MS = 1_000;

/**
 * Draws the page anew when something changes in a thread, `shopperId`'s at once and others soon after, and once a minute for
 * the waiting times. Listens only while somebody looks: a browser has few lines to one host. What stands in forms stays.
 */
export function LiveRefresh({ shopperId }: { shopperId?: string }) {
  const router = useRouter();
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = Number.POSITIVE_INFINITY;
    const refreshIn = (milliseconds: number) => {
      if (Date.now() + milliseconds >= due) return;
      clearTimeout(timer);
      due = Date.now() + milliseconds;
      timer = setTimeout(() => {
        due = Number.POSITIVE_INFINITY;
        router.refresh();
      }, milliseconds);
    };
    const listen = () => {
      source = new EventSource('/admin/events');
      source.addEventListener('conversation', ({ data }) => {
        const isOurs =
          shopperId === undefined || String(data).includes(`"${shopperId}"`) || data === '{"shopperId":null}';
        refreshIn(isOurs ? AT_ONCE_MS : SOON_MS);
      });
      // Whatever happened before the line stood was not heard.
      source.addEventListener('ready', () => refreshIn(AT_ONCE_MS));
      source.addEventListener('ended', () => window.location.reload());
    };
    const follow = () => {
      source?.close();
      source = null;
      if (document.visibilityState !== 'visible') return;
      listen();
    };
    if (document.visibilityState === 'visible') listen();
    document.addEventListener('visibilitychange', follow);
    const minutes = setInterval(() => document.visibilityState === 'visible' && refreshIn(AT_ONCE_MS), MINUTE_MS);
    return () => {
      source?.close();
      clearTimeout(timer);
      clearInterval(minutes);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [router, shopperId]);
  return null;
}
