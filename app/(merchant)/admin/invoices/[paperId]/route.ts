import { getPaper } from '@/lib/db/invoices';
import { fail } from '@/lib/domain/result';
import { merchantDoor } from '@/lib/server/merchant-door';
import { respondPaper } from '@/lib/server/pdf';
import { respondProblem } from '@/lib/server/respond';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';

/** Any invoice or correction as PDF, for a merchant. */
export function GET(request: Request, { params }: { params: Promise<{ paperId: string }> }): Promise<Response> {
  return merchantDoor(request, 'orders.see', async () => {
    const { paperId } = await params;
    const paper = isStorableText(paperId) ? await getPaper((await getDeps()).db, paperId) : null;
    return paper ? respondPaper(paper) : respondProblem(request, fail('not_found'));
  });
}
