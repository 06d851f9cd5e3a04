/** Where the shop is: what a merchant types as a time means this place's clock. */
export const SHOP_TIME_ZONE = 'Europe/Berlin';

/** The moment of "2026-11-20T18:00" where the shop is; null for what is no such time. In the doubled hour of autumn: the later. */
export function momentOf(local: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const asIfUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asIfUtc)) return null;
  const first = asIfUtc - (wallClock(asIfUtc) - asIfUtc);
  return new Date(asIfUtc - (wallClock(first) - first));
}

/** "2026-11-20T18:00" for a moment: what stands in a field for date and time. */
export function localText(moment: Date): string {
  return new Date(wallClock(moment.getTime())).toISOString().slice(0, 16);
}

// What the shop's clock shows, read as if it were UTC.
function wallClock(milliseconds: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: SHOP_TIME_ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(milliseconds);
  const figure = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(
    figure('year'),
    figure('month') - 1,
    figure('day'),
    figure('hour'),
    figure('minute'),
    figure('second'),
  );
}

/** The last `count` days on the shop's clock, today last, and when the first of them began. */
export function lastDays(now: Date, count: number): { days: string[]; since: Date } {
  const today = Date.parse(`${localText(now).slice(0, 10)}T00:00:00Z`);
  const days = Array.from({ length: count }, (_, index) =>
    new Date(today - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
  return { days, since: momentOf(`${days[0]}T00:00`) ?? now };
}
