import { getErasureState } from '@/lib/db/person-requests';
import { fail } from '@/lib/domain/result';
import { openDoor } from '@/lib/server/door';
import { respondProblem } from '@/lib/server/respond';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';

type Params = { params: Promise<{ code: string }> };

/** The address that Meta shows her: leads on to the page that says how far it came, in her language. */
export function GET(request: Request, { params }: Params): Promise<Response> {
  return openDoor(request, async () => {
    const { code } = await params;
    const state = isStorableText(code) ? await getErasureState((await getDeps()).db, code) : null;
    if (!state) return respondProblem(request, fail('not_found'));
    const location = `/shop/data-deletion/${encodeURIComponent(code)}`;
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}
