import { getRef } from '@/lib/db/referrals';
import { targetPath } from '@/lib/domain/messaging/ref';
import { openDoor } from '@/lib/server/door';
import { isRefCode, refCookie } from '@/lib/server/ref-cookie';
import { getDeps } from '@/lib/server/wiring';

type Params = { params: Promise<{ code: string }> };

/** A shared link in a browser: remembers by which one she came, and leads on to what was shared. Opens nothing of anybody's. */
export function GET(request: Request, { params }: Params): Promise<Response> {
  return openDoor(request, async () => {
    const { code } = await params;
    const ref = isRefCode(code) ? await getRef((await getDeps()).db, code) : null;
    const headers = new Headers({
      location: ref ? targetPath(ref.target) : '/shop',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    });
    if (ref) headers.append('set-cookie', refCookie(ref.code));
    return new Response(null, { status: 302, headers });
  });
}
