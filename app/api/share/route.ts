import { z } from 'zod';
import { marketOf } from '@/lib/domain/market';
import { shareProduct } from '@/lib/flows/share-product';
import { shareContents } from '@/lib/messenger/share-contents';
import { changingDoor } from '@/lib/server/door';
import { marketOfRequest } from '@/lib/server/market-of-request';
import { readJson } from '@/lib/server/read-body';
import { respond, respondProblem } from '@/lib/server/respond';
import { ensureShopper } from '@/lib/server/shopper';
import { getDeps } from '@/lib/server/wiring';

const bodySchema = z.strictObject({ slug: z.string().min(1).max(120) });

/** A product under the sharer's own code: the links to pass on, and the card for Messenger's own sharing. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const body = await readJson(request, bodySchema);
    if (!body.ok) return respondProblem(request, body);
    const { shopperId } = await ensureShopper();
    const deps = await getDeps();
    const { headers } = request;
    const market = marketOf(marketOfRequest(headers.get('cookie') ?? '', headers.get('accept-language') ?? ''));
    const shared = await shareProduct(deps, { shopperId, slug: body.value.slug, market });
    if (!shared.ok) return respondProblem(request, shared);
    const { card, threadUrl, pageUrl } = shared.value;
    const message = shareContents(card, { publicUrl: deps.shopUrl, page: deps.page });
    return respond({ threadUrl, pageUrl, text: card.title, message });
  });
}
