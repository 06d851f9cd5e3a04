/** Messenger writes `de_DE`, Intl wants `de-DE`; an unknown locale must not blank the screen. */
export function intlLocale(locale: string): string {
  const tag = locale.replaceAll('_', '-');
  return Intl.DateTimeFormat.supportedLocalesOf([tag.length > 1 ? tag : 'en-US']).at(0) ?? 'en-US';
}

export function money(amount: number | string, currency: string, locale: string): string {
  const figure = Number(amount);
  if (!Number.isFinite(figure)) return `${amount} ${currency}`;
  if (!/^[A-Za-z]{3}$/.test(currency)) return `${figure} ${currency}`;
  return new Intl.NumberFormat(intlLocale(locale), { style: 'currency', currency }).format(figure);
}

export function clockTime(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(intlLocale(locale), { hour: 'numeric', minute: '2-digit' }).format(atMs);
}

export function dayAndTime(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(intlLocale(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(atMs);
}

export function longDate(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(intlLocale(locale), { dateStyle: 'long', timeStyle: 'short' }).format(atMs);
}

/** `14:03:07.120`: what one compares with a log. */
export function preciseTime(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(atMs);
}

export function countryName(code: string, locale: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([intlLocale(locale)], { type: 'region' }).of(code.toUpperCase()) ?? code;
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
