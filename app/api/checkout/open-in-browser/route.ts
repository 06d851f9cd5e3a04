import { z } from 'zod';
import { OPEN_IN_BROWSER_SECONDS } from '@/lib/domain/payments/hand-off';
import { fail, succeed } from '@/lib/domain/result';
import { followHandOff, issueHandOff } from '@/lib/flows/hand-off';
import { openDoor } from '@/lib/server/door';
import { respond, respondProblem } from '@/lib/server/respond';
import { getShopper } from '@/lib/server/shopper';
import { shopperDoor } from '@/lib/server/shopper-door';
import { getDeps } from '@/lib/server/wiring';

const bodySchema = z.strictObject({});
const handleSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Makes the link that carries her cart into the phone's own browser. What was handed off hands nothing on. */
export function POST(request: Request): Promise<Response> {
  return shopperDoor(request, bodySchema, async ({ deps, shopperId, onlyCartId }) => {
    if (onlyCartId) return fail('forbidden');
    const purpose = 'open_in_browser' as const;
    const issued = await issueHandOff(deps, { shopperId, purpose, lifetimeSeconds: OPEN_IN_BROWSER_SECONDS });
    if (!issued.ok) return issued;
    const { token, handle } = issued.value;
    return succeed({ url: `${deps.shopUrl}/shop/open/${token}`, handle });
  });
}

/** What became of the link: asked by the webview that stayed open. */
export function GET(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const shopper = await getShopper();
    const handle = handleSchema.safeParse(new URL(request.url).searchParams.get('handle'));
    if (!shopper || shopper.onlyCartId || !handle.success) return respondProblem(request, fail('not_found'));
    const news = await followHandOff(await getDeps(), { handle: handle.data, shopperId: shopper.shopperId });
    return news ? respond(news) : respondProblem(request, fail('not_found'));
  });
}
