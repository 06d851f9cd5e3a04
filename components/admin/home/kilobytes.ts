import type { Language } from '@/lib/domain/market';

/** "54": whole kilobytes, as the desk writes numbers. */
export function kilobytes(bytes: number, language: Language): string {
  return new Intl.NumberFormat(language).format(Math.round(bytes / 1_000));
}
