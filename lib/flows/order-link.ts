import { z } from 'zod';
import type { Deps } from './deps';

const DAYS = 60;
const keySchema = z.strictObject({ until: z.iso.datetime() });
const LONGEST_KEY = 300;

/**
 * The address of one order's page that opens without her cookie, for sixty days: for mails to the order's own address.
 * The key opens this order's page and nothing else; it holds no personal data.
 */
export function orderLink({ sealer, shopUrl, now }: Pick<Deps, 'sealer' | 'shopUrl' | 'now'>, orderId: string): string {
  const until = new Date(now().getTime() + DAYS * 24 * 60 * 60_000).toISOString();
  const key = sealer.seal(placeOf(orderId), JSON.stringify({ until }));
  return `${shopUrl}/shop/orders/${orderId}?key=${key}`;
}

/** Whether a key was made by us for this very order and is not over. */
export function opensOrder({ sealer, now }: Pick<Deps, 'sealer' | 'now'>, orderId: string, key: string): boolean {
  if (key.length > LONGEST_KEY) return false;
  try {
    const { until } = keySchema.parse(JSON.parse(sealer.open(placeOf(orderId), key)));
    return now() < new Date(until);
  } catch {
    // Guessed, changed, of another order, or sealed with a key that is no longer listed: all the same to whoever asks.
    return false;
  }
}

function placeOf(orderId: string): string {
  return `order_link:${orderId}`;
}
