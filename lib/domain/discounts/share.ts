/**
 * Shares `totalMinor` out by weight, in whole steps, so that the parts sum exactly to it (largest remainder; among equal
 * remainders the smaller key). No part exceeds its weight as long as the total does not exceed the sum of the weights.
 * Weights and total are multiples of `stepMinor`; with all weights 0 every part is 0.
 */
export function shareByWeight(
  totalMinor: number,
  parts: readonly { key: string; weight: number }[],
  stepMinor = 1,
): number[] {
  const step = BigInt(stepMinor);
  const total = BigInt(totalMinor) / step;
  const weights = parts.map(({ weight }) => BigInt(weight) / step);
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return parts.map(() => 0);
  const shares = weights.map((weight) => ({ floor: (total * weight) / sum, remainder: (total * weight) % sum }));
  const left = Number(total - shares.reduce((all, { floor }) => all + floor, 0n));
  const order = parts
    .map(({ key }, index) => ({ key, index, remainder: shares[index]?.remainder ?? 0n }))
    .sort((a, b) => compare(b.remainder, a.remainder) || compare(a.key, b.key));
  const luckier = new Set(order.slice(0, left).map(({ index }) => index));
  return shares.map(({ floor }, index) => Number((floor + (luckier.has(index) ? 1n : 0n)) * step));
}

/** A part of an amount in tenths of a percent, rounded half away from zero to a whole step. */
export function perMilleOf(amountMinor: number, perMille: number, stepMinor = 1): number {
  const numerator = BigInt(Math.abs(amountMinor)) * BigInt(perMille);
  const denominator = 1000n * BigInt(stepMinor);
  const steps = (2n * numerator + denominator) / (2n * denominator);
  return Math.sign(amountMinor) * Number(steps) * stepMinor;
}

export function compare<T extends string | number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
