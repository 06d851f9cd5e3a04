import { z } from 'zod';
import { fail } from '@/lib/domain/result';
import { receiveOwnErasure } from '@/lib/flows/receive-person-request';
import { changingDoor } from '@/lib/server/door';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { whoseData } from '@/lib/server/whose-data';
import { getDeps } from '@/lib/server/wiring';
import { linkShape } from '../form';

const formSchema = z.strictObject({ ...linkShape, sure: z.literal('yes').optional() });

/** "Forget me": taken down at once, done by the worker; leads to the page that says how far it came. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const { sure, ...link } = form.value;
    const shopperId = await whoseData(link);
    if (!shopperId) return respondProblem(request, fail('no_session'));
    if (!sure) return seeOther(`/shop/my-data?${new URLSearchParams({ ...withoutGaps(link), problem: 'not_sure' })}`);
    return seeOther(`/shop/data-deletion/${await receiveOwnErasure(await getDeps(), shopperId)}`);
  });
}

function withoutGaps({ order, key }: { order?: string | undefined; key?: string | undefined }): Record<string, string> {
  return { ...(order ? { order } : {}), ...(key ? { key } : {}) };
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
}
