import type { Deps } from './deps';
import { opensPlace, signedKey } from './signed-key';

const DAYS = 60;

/**
 * The address of one order's page that opens without her cookie, for sixty days: for mails to the order's own address.
 * The key opens what belongs to this order and nothing else; it holds no personal data.
 */
export function orderLink(deps: Pick<Deps, 'sealer' | 'shopUrl' | 'now'>, orderId: string, below = ''): string {
  return `${deps.shopUrl}/shop/orders/${orderId}${below}?key=${signedKey(deps, placeOf(orderId), DAYS)}`;
}

/** Whether a key was made by us for this very order and is not over. */
export function opensOrder(deps: Pick<Deps, 'sealer' | 'now'>, orderId: string, key: string): boolean {
  return opensPlace(deps, placeOf(orderId), key);
}

function placeOf(orderId: string): string {
  return `order_link:${orderId}`;
}
