import { fail } from '@/lib/domain/result';
import { changingDoor } from '@/lib/server/door';
import { findMerchantFor } from '@/lib/server/merchant';
import { beginCeremony } from '@/lib/server/passkeys';
import { respond, respondProblem } from '@/lib/server/respond';

type Context = { params: Promise<{ ceremony: string }> };

/** Begins signing in by a passkey, or adding one: what the browser's dialog needs to know. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { ceremony } = await params;
  if (ceremony !== 'sign-in' && ceremony !== 'add') return respondProblem(request, fail('not_found'));
  return changingDoor(request, async () => {
    if (ceremony === 'add') {
      const merchant = await findMerchantFor('passkeys.edit', request.headers.get('cookie') ?? '');
      if (!merchant.ok) return respondProblem(request, merchant);
    }
    const options = await beginCeremony(ceremony);
    return options.ok ? respond(options.value) : respondProblem(request, options);
  });
}
