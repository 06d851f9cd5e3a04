/**
 * When an order should arrive: so many working days (Monday to Friday) after the day it was placed, both ends. Public
 * holidays are not known here, so the page says "should".
 */
export function arrivalWindow(placedAt: Date, days: { from: number; to: number }): { from: Date; to: Date } {
  return { from: addWorkingDays(placedAt, days.from), to: addWorkingDays(placedAt, days.to) };
}

function addWorkingDays(start: Date, count: number): Date {
  const day = new Date(start);
  for (let left = count; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    const weekday = day.getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}
