const THIRTY_DAYS_MS = 30 * 24 * 60 * 60_000;

export type PricePoint = { amountMinor: number; since: Date };

/**
 * The lowest price in force within the 30 days before the present one began, in minor units; null where the present price
 * is the first. `history` in the order of time. A reduction is announced against this figure.
 * Source: § 11 PAngV; Directive 98/6/EC, Article 6a; CJEU C-330/23.
 */
export function lowestBefore(history: readonly PricePoint[]): number | null {
  const present = history.at(-1);
  if (!present) return null;
  const from = present.since.getTime() - THIRTY_DAYS_MS;
  const before = history.slice(0, -1).filter((_point, index) => (history[index + 1]?.since.getTime() ?? 0) > from);
  return before.length > 0 ? Math.min(...before.map(({ amountMinor }) => amountMinor)) : null;
}

/**
 * What somebody who watches a price is told: the present price and the lowest of the 30 days before it. Null where it did
 * not fall below what she saw, or where it only came back to a price of these 30 days: that is no reduction.
 */
export function priceDrop(
  history: readonly PricePoint[],
  seenMinor: number,
): { nowMinor: number; lowestMinor: number } | null {
  const nowMinor = history.at(-1)?.amountMinor;
  const lowestMinor = lowestBefore(history);
  if (nowMinor === undefined || lowestMinor === null) return null;
  return nowMinor < seenMinor && nowMinor < lowestMinor ? { nowMinor, lowestMinor } : null;
}

/** What may be shown as a reduction: the former price and by how many whole per cent it fell; null where it did not fall. */
export function reductionOf(
  amountMinor: number,
  lowestMinor: number | null | undefined,
): { beforeMinor: number; percent: number } | null {
  if (lowestMinor == null || lowestMinor <= amountMinor) return null;
  const percent = Math.floor(((lowestMinor - amountMinor) * 100) / lowestMinor);
  return percent < 1 ? null : { beforeMinor: lowestMinor, percent };
}
