import { z } from 'zod';
import { updateShopperMarket } from '@/lib/db/shoppers';
import { marketIdSchema } from '@/lib/domain/market';
import { changingDoor } from '@/lib/server/door';
import { setMarketCookie } from '@/lib/server/market-cookie';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { shopPageBefore } from '@/lib/server/shop-page-before';
import { getShopper } from '@/lib/server/shopper';
import { getDeps, getEnv } from '@/lib/server/wiring';

const formSchema = z.strictObject({ market: marketIdSchema });

/** Language and currency of her choice, for this browser and for her; leads back to the page she chose it on. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const { market } = form.value;
    await setMarketCookie(market);
    const shopper = await getShopper();
    // Whoever opened a handed-over checkout elsewhere chooses for that browser alone.
    if (shopper && !shopper.onlyCartId) await updateShopperMarket((await getDeps()).db, shopper.shopperId, market);
    const location = shopPageBefore(request.headers.get('referer'), getEnv().PUBLIC_URL);
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}
