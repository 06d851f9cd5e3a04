import { countCartPieces } from '@/lib/db/carts';
import { openDoor } from '@/lib/server/door';
import { respond } from '@/lib/server/respond';
import { getShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

/** How many pieces lie in the cart: what the badge shows after the page has loaded. */
export function GET(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const shopper = await getShopper();
    if (!shopper) return respond({ pieces: 0 });
    return respond({ pieces: await countCartPieces((await getDeps()).db, shopper.shopperId) });
  });
}
