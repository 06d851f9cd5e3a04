import type { Language } from '@/lib/domain/market';

/** "54": whole kilobytes, at least one, as the desk writes numbers. */
export function kilobytes(bytes: number, language: Language): string {
  return new Intl.NumberFormat(language).format(Math.max(1, Math.round(bytes / 1_000)));
}
