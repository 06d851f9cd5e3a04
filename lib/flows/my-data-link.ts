import { getOrder, listOrdersOfShopper, type Order } from '@/lib/db/orders';
import { getShopperById } from '@/lib/db/shoppers';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { emailOfOrder, mailLinkOf, type Sought, seekOrder } from './find-order';
import { opensPlace, signedKey } from './signed-key';

const DAYS = 1;

/**
 * Mails a guest the way to all that is kept about her, when number and address belong together. Whoever asks is told the
 * same in any case. A mailbox proves a guest of that one address; whose order hangs on a thread or on several addresses is
 * told the other way. Problem: "too_often", of the source alone.
 */
export async function askForMyData(deps: Deps, sought: Sought): Promise<Result<null, 'too_often'>> {
  const found = await seekOrder(deps, sought);
  if (!found.ok) return found;
  if (found.value) {
    const proven = await guestOfOrder(deps, found.value.order);
    await mailLinkOf(deps, found.value, {
      kind: 'my-data',
      facts: (words) => (proven ? { text: words.dataMail, leadsTo: 'my_data' } : { text: words.dataElsewhere }),
    });
  }
  return succeed(null);
}

/** The address that shows a guest her data, for a day, without her cookie. */
export function myDataLink(deps: Pick<Deps, 'sealer' | 'shopUrl' | 'now'>, orderId: string): string {
  return `${deps.shopUrl}/shop/my-data?order=${orderId}&key=${signedKey(deps, placeOf(orderId), DAYS)}`;
}

/** Whose data such a link opens, or null: forged, over, of another order, or no longer proven by the mailbox alone. */
export async function openMyData(
  deps: Pick<Deps, 'db' | 'sealer' | 'now'>,
  { orderId, key }: { orderId: string; key: string },
): Promise<ShopperId | null> {
  if (!opensPlace(deps, placeOf(orderId), key)) return null;
  const order = await getOrder(deps.db, orderId);
  return order && guestOfOrder(deps, order);
}

async function guestOfOrder(deps: Pick<Deps, 'db' | 'sealer'>, order: Order): Promise<ShopperId | null> {
  const shopperId = asId<ShopperId>(order.shopperId);
  const shopper = await getShopperById(deps.db, shopperId);
  if (!shopper || shopper.psid !== null) return null;
  const email = emailOfOrder(deps, order).toLowerCase();
  const all = await listOrdersOfShopper(deps.db, shopperId, 1000);
  return email !== '' && all.every((one) => emailOfOrder(deps, one).toLowerCase() === email) ? shopperId : null;
}

function placeOf(orderId: string): string {
  return `my_data_link:${orderId}`;
}
