import { exportProducts } from '@/lib/flows/import/export-products';
import { openDoor } from '@/lib/server/door';
import { getMerchant } from '@/lib/server/merchant';
import { streamText } from '@/lib/server/streamed';
import { getDeps, getEnv } from '@/lib/server/wiring';

/** The whole catalogue as our own file, for a merchant. */
export function GET(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    if (!(await getMerchant())) return Response.redirect(`${getEnv().PUBLIC_URL}/sign-in`, 303);
    const { db, now } = await getDeps();
    const name = `kiosk-products-${now().toISOString().slice(0, 10)}.csv`;
    return new Response(streamText(exportProducts(db)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    });
  });
}
