import 'server-only';
import type { ShopperId } from '@/lib/domain/ids';
import { openMyData } from '@/lib/flows/my-data-link';
import { getShopper } from './shopper';
import { getDeps } from './wiring';

/**
 * Whose data may be seen, taken along or erased here: of whom the link of a mail was made for, else of the session that
 * Messenger or this browser speaks for. A link that does not hold opens nothing, whoever else is known; a session that was
 * handed off for one cart opens nothing.
 */
export async function whoseData(link: {
  order?: string | undefined;
  key?: string | undefined;
}): Promise<ShopperId | null> {
  if (link.order !== undefined || link.key !== undefined)
    return openMyData(await getDeps(), { orderId: link.order ?? '', key: link.key ?? '' });
  const shopper = await getShopper();
  return shopper && shopper.onlyCartId === null ? shopper.shopperId : null;
}
