import { z } from 'zod';
import { arriveByLink } from '@/lib/flows/arrive-by-link';
import type { Deps } from '@/lib/flows/deps';
import { joinLinkedGuest } from '@/lib/flows/join-linked-guest';
import { keepBrowserVisit } from '@/lib/flows/keep-visit';
import { changingDoor } from '@/lib/server/door';
import { readJson } from '@/lib/server/read-body';
import { isRefCode, refCookie } from '@/lib/server/ref-cookie';
import { respond, respondProblem } from '@/lib/server/respond';
import { LINK_COOKIE, newSession } from '@/lib/server/session-cookie';
import { clearCookie, currentTokenHashes, requireShopper, setLinkCookie } from '@/lib/server/shopper';
import { getDeps, getEnv } from '@/lib/server/wiring';

const bodySchema = z.strictObject({
  /** Says into whose thread the link was sent. */
  key: z.string().max(400).nullable(),
  /** By which broadcast, link or share she came. */
  ref: z.string().max(64).nullable(),
});

/**
 * What the address of a page said of how she came, once the page is there: `{changed}` when her cart was filled. Whoever
 * Messenger has vouched for is herself, whatever key a link carries. A guest whose first tap crossed an earlier answer of
 * this door brings two sessions: they are joined here.
 */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const body = await readJson(request, bodySchema, { limitBytes: 2_048 });
    if (!body.ok) return respondProblem(request, body);
    const { key, ref } = body.value;
    const deps = await getDeps();
    const known = await requireShopper();
    let shopperId = known.ok ? known.value.shopperId : null;
    let changed = await joinSessions(deps, known);
    if (key !== null && (!known.ok || (known.value.psid === null && known.value.onlyCartId === null))) {
      const fresh = newSession(getEnv().SESSION_KEYS, LINK_COOKIE);
      const arrived = await arriveByLink(deps, { key, guestId: shopperId, newTokenHash: fresh.tokenHash });
      if (arrived.ok) {
        changed ||= arrived.value.changed;
        shopperId = arrived.value.shopperId;
        if (arrived.value.session === 'new') await setLinkCookie(fresh.cookieValue);
      }
    }
    const code = ref !== null && isRefCode(ref) ? ref : null;
    if (code && shopperId) await keepBrowserVisit(deps, { shopperId, code });
    return respond({ changed }, code ? { headers: { 'set-cookie': refCookie(code) } } : {});
  });
}

async function joinSessions(deps: Deps, known: Awaited<ReturnType<typeof requireShopper>>): Promise<boolean> {
  const { link } = await currentTokenHashes();
  if (!known.ok || known.value.psid !== null || known.value.onlyCartId !== null || !link) return false;
  const { shopperId: guestId } = known.value;
  const { ended, changed } = await joinLinkedGuest(deps, { guestId, linkTokenHash: link });
  if (ended) await clearCookie(LINK_COOKIE);
  return changed;
}
