import type { Language } from '@/lib/domain/market';
import { SHOP_TIME_ZONE } from './formats';

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-IE' };
const MINUTE_MS = 60_000;

/** "12 Min.", "3 Std.", "2 Tage": how long something lasts, in one unit; less than a minute counts as one. */
export function durationIn(milliseconds: number, language: Language): string {
  const minutes = Math.max(1, Math.floor(milliseconds / MINUTE_MS));
  const [value, unit, display] =
    minutes < 60
      ? ([minutes, 'minute', 'short'] as const)
      : minutes < 48 * 60
        ? ([Math.floor(minutes / 60), 'hour', 'short'] as const)
        : ([Math.floor(minutes / (24 * 60)), 'day', 'long'] as const);
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: display }).format(value);
}

/** "14:05" where the shop is. */
export function clockIn(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short', timeZone: SHOP_TIME_ZONE }).format(at);
}

/** "Freitag, 20. November" */
export function dayIn(at: Date, language: Language): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: SHOP_TIME_ZONE } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
}

/** Of today the time, of other days the date: what stands at the end of a line in a list. */
export function whenIn(at: Date, now: Date, language: Language): string {
  if (dayIn(at, language) === dayIn(now, language)) return clockIn(at, language);
  const format = { day: 'numeric', month: 'short', timeZone: SHOP_TIME_ZONE } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
}
