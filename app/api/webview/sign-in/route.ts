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
import { GUEST_COOKIE, LINK_COOKIE, newSession, SESSION_COOKIE, sessionMark } from '@/lib/server/session-cookie';
import { clearCookie, currentTokenHashes, setSessionCookie } from '@/lib/server/shopper';
import { getDeps, getEnv } from '@/lib/server/wiring';

// The SDK hands over thread and PSID beside the signed request; unsigned, they are read by nobody.
const bodySchema = z.object({
  signedRequest: z.string().max(8_192),
  /** The session mark that a personal page was drawn for. */
  drawnFor: z.string().max(64).optional(),
});

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

    const fresh = newSession(SESSION_KEYS, SESSION_COOKIE);
    const brought = await currentTokenHashes();
    const signedIn = await signInShopper(deps, {
      thread: thread.value,
      currentTokenHash: brought.session,
      guestTokenHashes: [brought.guest, brought.link].filter((hash) => hash !== null),
      newTokenHash: fresh.tokenHash,
    });
    if (!signedIn.ok) return respondProblem(request, signedIn);
    if (signedIn.value.session === 'new') await setSessionCookie(fresh.cookieValue);
    const { recognised } = signedIn.value;
    if (recognised && brought.guest) await clearCookie(GUEST_COOKIE);
    if (recognised && brought.link) await clearCookie(LINK_COOKIE);
    // While a page was on its way the answer to an earlier one may have changed who holds this phone.
    const { drawnFor = sessionMark(brought.session) } = body.value;
    const isLate = drawnFor !== sessionMark(brought.session);
    const changed = signedIn.value.changed || isLate;
    const kept = chosenMarket(request.headers.get('cookie') ?? undefined);
    const keptBy = brought.session === null ? 'guest' : signedIn.value.changed ? 'another' : 'hers';
    const another = keptBy === 'another' || (isLate && drawnFor !== sessionMark(null));
    const market = recognised ? await followLocale(deps, { thread: thread.value, kept, keptBy }) : null;
    if (market && market !== kept) await setMarketCookie(market);
    return respond({
      recognised,
      changed,
      ...(another ? { another: true } : {}),
      ...(market && market !== marketOfRequest(request) ? { market } : {}),
    });
  });
}
