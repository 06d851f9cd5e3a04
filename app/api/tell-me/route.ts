import { z } from 'zod';
import { marketOf } from '@/lib/domain/market';
import { askInShop, type ShopAsk } from '@/lib/flows/ask-in-shop';
import { changingDoor } from '@/lib/server/door';
import { marketOfRequest } from '@/lib/server/market-of-request';
import { readForm } from '@/lib/server/read-body';
import { respondProblem } from '@/lib/server/respond';
import { ensureOwnShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

// A button of the buy form posts here with all the fields of that form: the chosen options are read, the rest is not.
const formSchema = z.discriminatedUnion('tell', [
  z.looseObject({ tell: z.enum(['restock', 'price']), slug: z.string().regex(/^[\w-]{1,120}$/) }),
  z.looseObject({ tell: z.literal('cart') }),
]);
const chosenSchema = z.string().max(100);

/** "Tell me when it is back", "when it gets cheaper", "remind me of my cart": noted, and on to a page that says so. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const form = await readForm(request, formSchema);
    if (!form.ok) return respondProblem(request, form);
    const shopper = await ensureOwnShopper();
    if (!shopper.ok) return respondProblem(request, shopper);
    const { headers } = request;
    const market = marketOf(marketOfRequest(headers.get('cookie') ?? '', headers.get('accept-language') ?? ''));
    const wish = wishOf(form.value);
    const noted = await askInShop(await getDeps(), wish, { ...shopper.value, market });
    const query = new URLSearchParams({ ask: wish.ask, ...('slug' in wish ? { slug: wish.slug } : {}) });
    if (!noted.ok) query.set('instead', noted.problem);
    const location = `/shop/tell-me?${query}`;
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
  });
}

function wishOf(form: z.infer<typeof formSchema>): ShopAsk {
  if (form.tell === 'cart') return { ask: 'cart' };
  const options: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    const key = /^option\.([\w-]{1,40})$/.exec(name)?.[1];
    const chosen = chosenSchema.safeParse(value);
    if (key && chosen.success) options[key] = chosen.data;
  }
  return { ask: form.tell, slug: form.slug, options };
}
