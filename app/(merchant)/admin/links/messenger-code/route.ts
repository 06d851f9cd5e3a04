import { getRef } from '@/lib/db/referrals';
import { fail } from '@/lib/domain/result';
import { drawsShare } from '@/lib/flows/draws-share';
import { merchantDoor } from '@/lib/server/merchant-door';
import { respondProblem } from '@/lib/server/respond';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';

/** Leads to the Messenger code of a link (`?code=`), as Meta draws it; only where Meta still does (profile 2016). */
export function GET(request: Request): Promise<Response> {
  return merchantDoor(request, 'reach.see', async () => {
    const code = new URL(request.url).searchParams.get('code') ?? '';
    const deps = await getDeps();
    const isOurs = isStorableText(code) && (await drawsShare(deps)) && (await getRef(deps.db, code)) !== null;
    if (!isOurs) return respondProblem(request, fail('not_found'));
    const made = await deps.messenger.messengerCode(code);
    return made.ok ? Response.redirect(made.value, 303) : respondProblem(request, made);
  });
}
