import { z } from 'zod';
import { addWish, removeWish } from '@/lib/flows/keep-wish';
import { changingDoor } from '@/lib/server/door';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { ensureOwnShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

// A button of the buy form posts here with all the fields of that form: only these are read.
const formSchema = z.looseObject({ wish: z.enum(['add', 'remove']), slug: z.string().regex(/^[\w-]{1,120}$/) });

/** On her list, or off it; leads to the list, which is kept here and not in the browser. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const { wish, slug } = form.value;
    const shopper = await ensureOwnShopper();
    if (!shopper.ok) return respondProblem(request, shopper);
    const { shopperId } = shopper.value;
    const done = await (wish === 'add' ? addWish : removeWish)(await getDeps(), { shopperId, slug });
    const location = `/shop/wishes${done.ok ? '' : `?problem=${done.problem}`}`;
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}
