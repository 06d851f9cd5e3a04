import { dayOf } from '@/lib/domain/papers/invoice';
import { writeOpenLabels } from '@/lib/flows/write-labels';
import { respondFile } from '@/lib/server/file-answer';
import { merchantDoor } from '@/lib/server/merchant-door';
import { getDeps } from '@/lib/server/wiring';

/** Where the open orders go, as CSV for a carrier's portal. */
export function GET(request: Request): Promise<Response> {
  return merchantDoor(
    request,
    'orders.export',
    async () => {
      const deps = await getDeps();
      const body = await writeOpenLabels(deps);
      return respondFile({ fileName: `labels-${dayOf(deps.now())}.csv`, body, contentType: 'text/csv; charset=utf-8' });
    },
    { back: '/admin/orders' },
  );
}
