import { dayOf } from '@/lib/domain/papers/invoice';
import { writeOpenLabels } from '@/lib/flows/write-labels';
import { openDoor } from '@/lib/server/door';
import { respondFile } from '@/lib/server/file-answer';
import { getMerchant } from '@/lib/server/merchant';
import { getDeps, getEnv } from '@/lib/server/wiring';

/** Where the open orders go, as CSV for a carrier's portal. */
export function GET(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    if (!(await getMerchant())) return Response.redirect(`${getEnv().PUBLIC_URL}/sign-in`, 303);
    const deps = await getDeps();
    const body = await writeOpenLabels(deps);
    return respondFile({ fileName: `labels-${dayOf(deps.now())}.csv`, body, contentType: 'text/csv; charset=utf-8' });
  });
}
