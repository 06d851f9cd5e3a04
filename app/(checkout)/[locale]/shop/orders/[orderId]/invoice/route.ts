import { listPapersOfOrder } from '@/lib/db/invoices';
import { getOrderOfShopper } from '@/lib/db/orders';
import { fail } from '@/lib/domain/result';
import { openDoor } from '@/lib/server/door';
import { respondPaper } from '@/lib/server/pdf';
import { respondProblem } from '@/lib/server/respond';
import { getPayer } from '@/lib/server/shopper';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';

/** Her invoice as PDF; with `?paper=RK-1001` a correction of it. Of another's order there is none. */
export function GET(request: Request, { params }: { params: Promise<{ orderId: string }> }): Promise<Response> {
  return openDoor(request, async () => {
    const { orderId } = await params;
    const shopper = await getPayer();
    const { db } = await getDeps();
    const order = shopper && isStorableText(orderId) && (await getOrderOfShopper(db, { orderId, ...shopper }));
    const papers = order ? await listPapersOfOrder(db, order.id) : [];
    const label = new URL(request.url).searchParams.get('paper');
    const wanted = label === null ? papers[0] : papers.find(({ paper }) => paper.label === label);
    return wanted ? respondPaper(wanted) : respondProblem(request, fail('not_found'));
  });
}
