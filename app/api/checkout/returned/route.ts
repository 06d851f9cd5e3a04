import { z } from 'zod';
import { peekHandOff } from '@/lib/flows/hand-off';
import { returnFromApproval } from '@/lib/flows/return-from-approval';
import { changingDoor } from '@/lib/server/door';
import { readJson } from '@/lib/server/read-body';
import { respond, respondProblem } from '@/lib/server/respond';
import { HAND_OFF_COOKIE, newSession, RETURN_COOKIE } from '@/lib/server/session-cookie';
import { clearCookie, getShopper, setHandOffCookie } from '@/lib/server/shopper';
import { getDeps, getEnv } from '@/lib/server/wiring';

const bodySchema = z.strictObject({ token: z.string().regex(/^[\w.-]{40,300}$/), gaveUp: z.boolean() });

/**
 * She is back from the provider's page: the payment goes on, or ends where she gave up. In another browser (`elsewhere`)
 * that knows nobody, this also opens a session for this one payment and its receipt; it reaches no cart. `mayFollow` is
 * false where that browser is somebody else's.
 */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const body = await readJson(request, bodySchema);
    if (!body.ok) return respondProblem(request, body);
    const deps = await getDeps();
    const whose = await peekHandOff(deps, { token: body.value.token, purpose: 'payment_return' });
    if (!whose.ok) return respondProblem(request, whose);
    const { shopperId, cartId } = whose.value;
    const known = await getShopper();
    const isHerself = known?.shopperId === shopperId && (known.onlyCartId === null || known.onlyCartId === cartId);
    // Whoever shops here as somebody else stays who she is: an address can be sent to anybody.
    const fresh = known ? null : newSession(getEnv().SESSION_KEYS, RETURN_COOKIE);
    const returned = await returnFromApproval(deps, { ...body.value, sessionTokenHash: fresh?.tokenHash ?? null });
    if (!returned.ok) return respondProblem(request, returned);
    if (fresh) {
      await setHandOffCookie(RETURN_COOKIE, fresh.cookieValue);
      // By it nobody shops here any more: it would hide this payment behind the one before.
      await clearCookie(HAND_OFF_COOKIE);
    }
    return respond({ ...returned.value, elsewhere: !isHerself, mayFollow: isHerself || fresh !== null });
  });
}
