import { z } from 'zod';
import { peekHandOff } from '@/lib/flows/hand-off';
import { returnFromApproval } from '@/lib/flows/return-from-approval';
import { changingDoor } from '@/lib/server/door';
import { readJson } from '@/lib/server/read-body';
import { respond, respondProblem } from '@/lib/server/respond';
import { newSession } from '@/lib/server/session-cookie';
import { getShopper, setHandOffCookie } from '@/lib/server/shopper';
import { getDeps, getEnv } from '@/lib/server/wiring';

const bodySchema = z.strictObject({ token: z.string().regex(/^[\w.-]{40,300}$/), gaveUp: z.boolean() });

/**
 * She is back from the provider's page: the payment goes on, or ends where she gave up. In a browser that does not know
 * her, this also opens a session for this one payment and its receipt (`elsewhere`).
 */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const body = await readJson(request, bodySchema);
    if (!body.ok) return respondProblem(request, body);
    const deps = await getDeps();
    const whose = await peekHandOff(deps, { token: body.value.token, purpose: 'payment_return' });
    if (!whose.ok) return respondProblem(request, whose);
    const known = await getShopper();
    const fresh = known?.shopperId === whose.value.shopperId ? null : newSession(getEnv().SESSION_KEYS);
    const returned = await returnFromApproval(deps, { ...body.value, sessionTokenHash: fresh?.tokenHash ?? null });
    if (!returned.ok) return respondProblem(request, returned);
    if (fresh) await setHandOffCookie(fresh.cookieValue);
    return respond({ ...returned.value, elsewhere: fresh !== null });
  });
}
