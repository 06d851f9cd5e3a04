import { z } from 'zod';
import { declarationSchema } from '@/lib/domain/withdrawals/declaration';
import { declareWithdrawal } from '@/lib/flows/declare-withdrawal';
import { CLIENT_IP_HEADER } from '@/lib/server/auth';
import { changingDoor } from '@/lib/server/door';
import { readForm } from '@/lib/server/read-body';
import { marketOfRequest } from '@/lib/server/request-market';
import { getShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const formSchema = z.strictObject({ requestId: z.string().regex(/^[\w-]{16,64}$/), ...declarationSchema.shape });

/** "Confirm withdrawal": from anybody, signed in or not. Leads to the receipt, which says when it came in. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return seeOther(`problem=${form.problem}`);
    const { requestId, ...declaration } = form.value;
    const declared = await declareWithdrawal(await getDeps(), {
      requestId,
      declaration,
      marketId: marketOfRequest(request),
      shopper: await getShopper(),
      source: request.headers.get(CLIENT_IP_HEADER),
    });
    return seeOther(declared.ok ? `receipt=${declared.value}` : `problem=${declared.problem}`);
  });
}

function seeOther(said: string): Response {
  const headers = { location: `/shop/withdrawal?${said}`, 'cache-control': 'private, no-store' };
  return new Response(null, { status: 303, headers });
}
