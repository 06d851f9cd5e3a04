import { z } from 'zod';
import { findOrder } from '@/lib/flows/find-order';
import { CLIENT_IP_HEADER } from '@/lib/server/auth';
import { changingDoor } from '@/lib/server/door';
import { readForm } from '@/lib/server/read-body';
import { getDeps } from '@/lib/server/wiring';

const formSchema = z.strictObject({ number: z.string().min(1).max(40), email: z.email().max(254) });

/** A guest's way back to her order: leads to the same page and the same words, whether there is such an order or not. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return seeOther(`problem=${form.problem}`);
    const source = request.headers.get(CLIENT_IP_HEADER);
    const found = await findOrder(await getDeps(), { ...form.value, source });
    return seeOther(found.ok ? 'asked=yes' : `problem=${found.problem}`);
  });
}

function seeOther(said: string): Response {
  const headers = { location: `/shop/orders/find?${said}`, 'cache-control': 'private, no-store' };
  return new Response(null, { status: 303, headers });
}
