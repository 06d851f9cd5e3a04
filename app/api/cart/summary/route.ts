import { countCartPieces } from '@/lib/db/carts';
import { keepSeen } from '@/lib/flows/keep-wish';
import { openDoor } from '@/lib/server/door';
import { respond } from '@/lib/server/respond';
import { productSeen } from '@/lib/server/seen';
import { getShopper } from '@/lib/server/shopper';
import { getDeps, getEnv } from '@/lib/server/wiring';

/**
 * How many pieces lie in the cart: what the badge shows after the page has loaded. Pages of products are the same for
 * everybody, so this is also where a known session is noticed to look at one: no further request, no cookie for it.
 */
export function GET(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const shopper = await getShopper();
    if (!shopper) return respond({ pieces: 0 });
    const deps = await getDeps();
    const slug = shopper.onlyCartId === null ? productSeen(request.headers, getEnv().PUBLIC_URL) : null;
    const { shopperId } = shopper;
    const [pieces] = await Promise.all([
      countCartPieces(deps.db, shopperId),
      slug ? keepSeen(deps, { shopperId, slug }) : null,
    ]);
    return respond({ pieces });
  });
}
