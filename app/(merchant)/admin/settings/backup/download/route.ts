import { streamBackup } from '@/lib/server/backup-stream';
import { merchantDoor } from '@/lib/server/merchant-door';
import { getDeps } from '@/lib/server/wiring';

/** The whole shop in one sealed file. */
export function GET(request: Request): Promise<Response> {
  return merchantDoor(
    request,
    'backup.take',
    async ({ merchantId }) => {
      const day = (await getDeps()).now().toISOString().slice(0, 10);
      const headers = {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="kiosk-${day}.backup"`,
        'cache-control': 'private, no-store',
      };
      return new Response(await streamBackup(merchantId), { headers });
    },
    { back: '/admin/settings/backup' },
  );
}
