import type { WireEntry } from '@/e2e/simulator/world/wire';

export type WireFilter = { words: string; direction: string | null; problemsOnly: boolean };

export function isProblem(entry: WireEntry): boolean {
  return entry.status !== null && (entry.status === 0 || entry.status >= 400);
}

/** Every word must stand somewhere in the entry, bodies included; upper and lower case are one. */
export function filtered(entries: WireEntry[], { words, direction, problemsOnly }: WireFilter): WireEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (direction && entry.direction !== direction) return false;
    if (problemsOnly && !isProblem(entry)) return false;
    if (wanted.length === 0) return true;
    const text =
      `${entry.method} ${entry.url} ${entry.direction} ${entry.status} ${entry.requestBody} ${entry.responseBody}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

export function directionsOf(entries: WireEntry[]): string[] {
  return [...new Set(entries.map((entry) => entry.direction))].sort();
}

/** An address for one narrow line: without origin, and without the keys that stand in every call to the Graph API. */
export function pathOf(url: string): string {
  const base = 'http://here.invalid';
  if (!/^(\/|https?:)/.test(url) || !URL.canParse(url, base)) return url;
  const { pathname, searchParams } = new URL(url, base);
  searchParams.delete('access_token');
  searchParams.delete('appsecret_proof');
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}
