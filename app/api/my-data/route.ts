import { z } from 'zod';
import { fail } from '@/lib/domain/result';
import { collectMyData } from '@/lib/flows/collect-my-data';
import { changingDoor } from '@/lib/server/door';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { whoseData } from '@/lib/server/whose-data';
import { getDeps } from '@/lib/server/wiring';
import { linkShape } from './form';

const formSchema = z.strictObject(linkShape);

/** All that is kept about her, as a file. A form and no link: no other site's page fetches it in her name. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const shopperId = await whoseData(form.value);
    const data = shopperId && (await collectMyData(await getDeps(), shopperId));
    if (!data) return respondProblem(request, fail('no_session'));
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="my-data-${data.madeAt.toISOString().slice(0, 10)}.json"`,
      'cache-control': 'private, no-store',
    };
    return new Response(`${JSON.stringify(data, null, 2)}\n`, { headers });
  });
}
