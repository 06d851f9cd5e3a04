import { fail } from '@/lib/domain/result';
import { openDoor } from '@/lib/server/door';
import { openLiveStream } from '@/lib/server/live-stream';
import { findMerchantFor } from '@/lib/server/merchant';
import { respondProblem } from '@/lib/server/respond';
import { getLiveDesk } from '@/lib/server/wiring';

/** Tells an open desk which conversation has changed, as long as its merchant is signed in and may see them. */
export function GET(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const cookie = request.headers.get('cookie') ?? '';
    const merchant = await findMerchantFor('people.see', cookie);
    if (!merchant.ok) return respondProblem(request, merchant);
    const stillMay = async () => (await findMerchantFor('people.see', cookie)).ok;
    const stream = openLiveStream(await getLiveDesk(), { stillMay, signal: request.signal });
    if (!stream) return respondProblem(request, fail('too_many_desks'));
    // "no-transform" also keeps it from being compressed, which would hold events back.
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'private, no-store, no-transform' };
    return new Response(stream, { headers });
  });
}
