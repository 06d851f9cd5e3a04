import { exportProducts } from '@/lib/flows/import/export-products';
import { merchantDoor } from '@/lib/server/merchant-door';
import { streamText } from '@/lib/server/streamed';
import { getDeps } from '@/lib/server/wiring';

/** The whole catalogue as our own file, for a merchant. */
export function GET(request: Request): Promise<Response> {
  return merchantDoor(
    request,
    'catalogue.export',
    async () => {
      const { db, now } = await getDeps();
      const name = `kiosk-products-${now().toISOString().slice(0, 10)}.csv`;
      return new Response(streamText(exportProducts(db)), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'private, no-store',
        },
      });
    },
    { back: '/admin/products' },
  );
}
