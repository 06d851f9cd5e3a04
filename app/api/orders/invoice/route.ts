import { z } from 'zod';
import { fail } from '@/lib/domain/result';
import { sendPapers } from '@/lib/flows/send-papers';
import { changingDoor } from '@/lib/server/door';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { getPayer } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const formSchema = z.strictObject({ orderId: z.string().regex(/^[\w-]{1,64}$/) });

/** "Send it to me": webviews swallow downloads, her mailbox does not. Leads back to the order, which says what happened. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const shopper = await getPayer();
    if (!shopper) return respondProblem(request, fail('no_session'));
    const sent = await sendPapers(await getDeps(), { orderId: form.value.orderId, shopper });
    if (!sent.ok && sent.problem === 'not_found') return respondProblem(request, sent);
    const said = sent.ok ? 'invoice=sent' : `problem=${sent.problem}`;
    const location = `/shop/orders/${encodeURIComponent(form.value.orderId)}?${said}`;
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}
