import { z } from 'zod';
import { peekHandOff, redeemHandOff } from '@/lib/flows/hand-off';
import { changingDoor } from '@/lib/server/door';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { HAND_OFF_COOKIE, newSession } from '@/lib/server/session-cookie';
import { getShopper, setHandOffCookie } from '@/lib/server/shopper';
import { getDeps, getEnv } from '@/lib/server/wiring';

const formSchema = z.strictObject({ token: z.string().regex(/^[\w.-]{40,300}$/) });

/**
 * She tapped on in the browser that the link opened: spends it and leads to the checkout. Looking at the link's page
 * spends nothing, so a preview robot that follows it does not either.
 */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const deps = await getDeps();
    const link = { token: form.value.token, purpose: 'open_in_browser' as const };
    const whose = await peekHandOff(deps, link);
    if (!whose.ok) return leadTo(`/shop/open/${link.token}`);

    // The link was opened where she is known already: her own session goes on.
    const known = await getShopper();
    const isHerself = known?.shopperId === whose.value.shopperId && known.onlyCartId === null;
    const fresh = isHerself ? null : newSession(getEnv().SESSION_KEYS, HAND_OFF_COOKIE);
    const redeemed = await redeemHandOff(deps, { ...link, sessionTokenHash: fresh?.tokenHash ?? null });
    if (!redeemed.ok) return leadTo(`/shop/open/${link.token}`);
    if (fresh) await setHandOffCookie(HAND_OFF_COOKIE, fresh.cookieValue);
    return leadTo('/shop/checkout');
  });
}

function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
}
