import { z } from 'zod';
import { findOrder } from '@/lib/flows/find-order';
import { CLIENT_IP_HEADER } from '@/lib/server/auth';
import { changingDoor } from '@/lib/server/door';
import { forgetFormCookie, keptFormCookie } from '@/lib/server/kept-form';
import { check, readForm } from '@/lib/server/read-body';
import { getDeps } from '@/lib/server/wiring';

const PAGE = '/shop/orders/find';
const formSchema = z.strictObject({ number: z.string().min(1).max(40), email: z.email().max(254) });

/** A guest's way back to her order: leads to the same page and the same words, whether there is such an order or not. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const deps = await getDeps();
    const typed = await readForm(request, z.record(z.string(), z.string()));
    const form = typed.ok ? check(formSchema, typed.value) : typed;
    const again = (problem: string) =>
      seeOther(`problem=${problem}`, keptFormCookie(deps.sealer, PAGE, typed.ok ? typed.value : {}));
    if (!form.ok) return again(form.problem);
    const source = request.headers.get(CLIENT_IP_HEADER);
    const found = await findOrder(deps, { ...form.value, source });
    return found.ok ? seeOther('asked=yes', forgetFormCookie(PAGE)) : again(found.problem);
  });
}

function seeOther(said: string, cookie: string): Response {
  const headers = { location: `${PAGE}?${said}`, 'cache-control': 'private, no-store', 'set-cookie': cookie };
  return new Response(null, { status: 303, headers });
}
