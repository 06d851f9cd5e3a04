import { z } from 'zod';
import { declarationSchema } from '@/lib/domain/withdrawals/declaration';
import { declareWithdrawal } from '@/lib/flows/declare-withdrawal';
import { CLIENT_IP_HEADER } from '@/lib/server/auth';
import { changingDoor } from '@/lib/server/door';
import { forgetFormCookie, keptFormCookie } from '@/lib/server/kept-form';
import { check, readForm } from '@/lib/server/read-body';
import { marketOfRequest } from '@/lib/server/request-market';
import { getShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const PAGE = '/shop/withdrawal';
const formSchema = z.strictObject({ requestId: z.string().regex(/^[\w-]{16,64}$/), ...declarationSchema.shape });

/** "Confirm withdrawal": from anybody, signed in or not. Leads to the receipt, which says when it came in, or back to what was typed. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const deps = await getDeps();
    const typed = await readForm(request, z.record(z.string(), z.string()));
    const form = typed.ok ? check(formSchema, typed.value) : typed;
    const again = (problem: string) =>
      seeOther(`problem=${problem}`, keptFormCookie(deps.sealer, PAGE, typed.ok ? typed.value : {}));
    if (!form.ok) return again(form.problem);
    const { requestId, ...declaration } = form.value;
    const declared = await declareWithdrawal(deps, {
      requestId,
      declaration,
      marketId: marketOfRequest(request),
      shopper: await getShopper(),
      source: request.headers.get(CLIENT_IP_HEADER),
    });
    if (!declared.ok) return again(declared.problem);
    return seeOther(`receipt=${declared.value}`, forgetFormCookie(PAGE));
  });
}

function seeOther(said: string, cookie: string): Response {
  const headers = { location: `${PAGE}?${said}`, 'cache-control': 'private, no-store', 'set-cookie': cookie };
  return new Response(null, { status: 303, headers });
}
