import { z } from 'zod';
import { MAX_QUANTITY } from '@/lib/domain/cart/cart';
import { noteSchema } from '@/lib/domain/cart/note';
import type { ShopperId } from '@/lib/domain/ids';
import { type Failure, type Result, succeed } from '@/lib/domain/result';
import { addLineItem, putBack, setLineQuantity } from '@/lib/flows/change-cart';
import type { Deps } from '@/lib/flows/deps';
import { enterCode, removeCode } from '@/lib/flows/enter-code';
import { keepNote } from '@/lib/flows/keep-note';
import { keepBrowserVisit } from '@/lib/flows/keep-visit';
import { CLIENT_IP_HEADER } from '@/lib/server/auth';
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
  // `had`: how many there were, so that the page can offer to lay them back.
  z.strictObject({ action: z.literal('set'), variantId: id, quantity: count(0), had: count(1).optional(), returnTo }),
  z.strictObject({ action: z.literal('remove'), variantId: id, returnTo }),
  z.strictObject({ action: z.literal('putBack'), variantId: id, quantity: count(1), returnTo }),
  z.strictObject({ action: z.literal('note'), note: noteSchema, gift: z.literal('yes').optional(), returnTo }),
  // What is no code is no wrong value: the page says that there is none of that name.
  z.strictObject({ action: z.literal('enterCode'), code: z.string().max(100), returnTo }),
  z.strictObject({ action: z.literal('removeCode'), returnTo }),
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
    const source = request.headers.get(CLIENT_IP_HEADER);
    const deps = await getDeps();
    const changed = await change(deps, form.value, { shopperId, options, source });
    const code = form.value.action === 'add' && changed.ok ? refCodeIn(request.headers.get('cookie')) : null;
    if (code) await keepBrowserVisit(deps, { shopperId, code });
    return answer(request, changed.ok ? null : changed, undoable(form.value));
  });
}

type Asker = { shopperId: ShopperId; options: Record<string, string>; source: string | null };

async function change(
  deps: Deps,
  form: CartForm,
  { shopperId, options, source }: Asker,
): Promise<Result<unknown, ProblemName>> {
  switch (form.action) {
    case 'add':
      return addLineItem(deps, { shopperId, slug: form.slug, quantity: form.quantity, options });
    case 'set':
      return setLineQuantity(deps, { shopperId, variantId: form.variantId, quantity: form.quantity });
    case 'remove':
      return setLineQuantity(deps, { shopperId, variantId: form.variantId, quantity: 0 });
    case 'putBack':
      return putBack(deps, { shopperId, variantId: form.variantId, quantity: form.quantity });
    case 'note':
      return succeed(await keepNote(deps, { shopperId, note: form.note, isGift: form.gift === 'yes' }));
    case 'enterCode':
      return enterCode(deps, { shopperId, typed: form.code, source });
    case 'removeCode':
      return succeed(await removeCode(deps, shopperId));
  }
}

/** Where to go on: after a line was taken out the cart knows what to offer back. */
function undoable(form: CartForm): string {
  if (form.action !== 'set' || form.quantity > 0 || !form.had || form.returnTo !== '/shop/cart') return form.returnTo;
  return `${form.returnTo}?${new URLSearchParams({ removed: form.variantId, had: String(form.had) })}`;
}

/** `option.size=a3` → `{ size: 'a3' }`; null when the form holds a field that it does not have. */
function optionsOf(form: CartForm): Record<string, string> | null {
  const options: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    if (['action', 'slug', 'quantity', 'returnTo', 'variantId', 'code', 'had', 'note', 'gift'].includes(name)) continue;
    const key = /^option\.([\w-]{1,40})$/.exec(name)?.[1];
    if (!key || typeof value !== 'string' || value.length > 100) return null;
    options[key] = value;
  }
  return options;
}

function answer(request: Request, problem: Failure<ProblemName> | null, path: string): Response {
  const wantsJson = request.headers.get('accept')?.includes('application/json') ?? false;
  if (wantsJson) return problem ? respondProblem(request, problem) : respond({ ok: true });
  // Cart and checkout are drawn for her alone, so they can say what went wrong; a product page is the same for everybody.
  const told = path === '/shop/checkout' ? path : '/shop/cart';
  const location = problem ? `${told}?problem=${problem.problem}` : path;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
}
