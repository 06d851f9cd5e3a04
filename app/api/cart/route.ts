import { z } from 'zod';
import { MAX_QUANTITY } from '@/lib/domain/cart/cart';
import type { Failure } from '@/lib/domain/result';
import { addLineItem, setLineQuantity } from '@/lib/flows/change-cart';
import { keepBrowserVisit } from '@/lib/flows/keep-visit';
import { changingDoor } from '@/lib/server/door';
import type { ProblemName } from '@/lib/server/problems';
import { readForm } from '@/lib/server/read-body';
import { refCodeIn } from '@/lib/server/ref-cookie';
import { respond, respondProblem } from '@/lib/server/respond';
import { ensureShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const count = (min: number) =>
  z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .refine((quantity) => quantity >= min && quantity <= MAX_QUANTITY);
const id = z.string().min(1).max(64);
// Only pages of the shop, and never a second host ("//evil.example").
const returnTo = z
  .string()
  .max(300)
  .regex(/^\/shop(?:\/[\w-]+)*(?:#[\w-]+)?$/)
  .default('/shop/cart');

const formSchema = z.discriminatedUnion('action', [
  z.looseObject({
    action: z.literal('add'),
    slug: z.string().min(1).max(120),
    quantity: count(1).default(1),
    returnTo,
  }),
  z.strictObject({ action: z.literal('set'), variantId: id, quantity: count(0), returnTo }),
  z.strictObject({ action: z.literal('remove'), variantId: id, returnTo }),
]);
type CartForm = z.infer<typeof formSchema>;

/** Changes the cart from a form: with script it answers JSON, without it leads on to a page of the shop. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const options = optionsOf(form.value);
    if (options === null) return respondProblem(request, { ok: false, problem: 'invalid' });

    const { shopperId } = await ensureShopper();
    const deps = await getDeps();
    const changed =
      form.value.action === 'add'
        ? await addLineItem(deps, { shopperId, slug: form.value.slug, quantity: form.value.quantity, options })
        : await setLineQuantity(deps, {
            shopperId,
            variantId: form.value.variantId,
            quantity: form.value.action === 'set' ? form.value.quantity : 0,
          });
    const code = form.value.action === 'add' && changed.ok ? refCodeIn(request.headers.get('cookie')) : null;
    if (code) await keepBrowserVisit(deps, { shopperId, code });
    return answer(request, changed.ok ? null : changed, form.value.returnTo);
  });
}

/** `option.size=a3` → `{ size: 'a3' }`; null when the form holds a field that it does not have. */
function optionsOf(form: CartForm): Record<string, string> | null {
  const options: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    if (['action', 'slug', 'quantity', 'returnTo', 'variantId'].includes(name)) continue;
    const key = /^option\.([\w-]{1,40})$/.exec(name)?.[1];
    if (!key || typeof value !== 'string' || value.length > 100) return null;
    options[key] = value;
  }
  return options;
}

function answer(request: Request, problem: Failure<ProblemName> | null, path: string): Response {
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false;
  if (wantsJson) return problem ? respondProblem(request, problem) : respond({ ok: true });
  // The cart page is drawn for her alone, so it can say what went wrong; the product page is the same for everybody.
  const location = problem ? `/shop/cart?problem=${problem.problem}` : path;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
}
