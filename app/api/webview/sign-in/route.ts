import { z } from 'zod';
import { fail } from '@/lib/domain/result';
import { followLocale } from '@/lib/flows/follow-locale';
import { signInShopper } from '@/lib/flows/sign-in-shopper';
import { readSignedRequest } from '@/lib/messenger/signed-request';
import { changingDoor } from '@/lib/server/door';
import { setMarketCookie } from '@/lib/server/market-cookie';
import { chosenMarket } from '@/lib/server/market-of-request';
import { readJson } from '@/lib/server/read-body';
import { marketOfRequest } from '@/lib/server/request-market';
import { respond, respondProblem } from '@/lib/server/respond';
import { newSession } from '@/lib/server/session-cookie';
import { clearGuestCookie, currentTokenHashes, setSessionCookie } from '@/lib/server/shopper';
import { getDeps, getEnv } from '@/lib/server/wiring';

// The SDK hands over thread and PSID beside the signed request; unsigned, they are read by nobody.
const bodySchema = z.object({ signedRequest: z.string().max(8_192) });

/**
 * Signed request in, signed cookie out: `{recognised, changed, another}`, so that the page knows whether to render anew,
 * and `another` that it must, since it was rendered for somebody else; with `market` where the page she sees is not of the market that she chose or that Messenger's locale names.
 */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const body = await readJson(request, bodySchema, { limitBytes: 16_384 });
    if (!body.ok) return respondProblem(request, body);

    const { FACEBOOK_APP_SECRET: appSecrets, SESSION_KEYS } = getEnv();
    const deps = await getDeps();
    const thread = readSignedRequest(body.value.signedRequest, { appSecrets, pageId: deps.page.id, now: deps.now() });
    if (!thread.ok) {
      deps.log('sign_in.refused', { problem: thread.problem });
      return respondProblem(request, fail('not_recognised'));
    }

    const fresh = newSession(SESSION_KEYS);
    const brought = await currentTokenHashes();
    const signedIn = await signInShopper(deps, {
      thread: thread.value,
      currentTokenHash: brought.session,
      guestTokenHash: brought.guest,
      newTokenHash: fresh.tokenHash,
    });
    if (!signedIn.ok) return respondProblem(request, signedIn);
    if (signedIn.value.session === 'new') await setSessionCookie(fresh.cookieValue);
    if (signedIn.value.recognised && brought.guest) await clearGuestCookie();
    const { recognised, changed } = signedIn.value;
    const kept = chosenMarket(request.headers.get('cookie') ?? undefined);
    const keptBy = brought.session === null ? 'guest' : changed ? 'another' : 'hers';
    const market = recognised ? await followLocale(deps, { thread: thread.value, kept, keptBy }) : null;
    if (market && market !== kept) await setMarketCookie(market);
    return respond({
      recognised,
      changed,
      ...(keptBy === 'another' ? { another: true } : {}),
      ...(market && market !== marketOfRequest(request) ? { market } : {}),
    });
  });
}
