import { fail } from '@/lib/domain/result';
import { printPackingSlip } from '@/lib/flows/print-slip';
import { merchantDoor } from '@/lib/server/merchant-door';
import { respondPdf } from '@/lib/server/pdf';
import { respondProblem } from '@/lib/server/respond';
import { isStorableText } from '@/lib/server/strict-json';
import { getDeps } from '@/lib/server/wiring';

/** What goes into a parcel, as PDF: of one that left (`?parcel=`), else of what is left to send. */
export function GET(request: Request, { params }: { params: Promise<{ orderId: string }> }): Promise<Response> {
  return merchantDoor(request, 'orders.handle', async () => {
    const { orderId } = await params;
    const shipmentId = new URL(request.url).searchParams.get('parcel');
    if (![orderId, shipmentId ?? ''].every(isStorableText)) return respondProblem(request, fail('not_found'));
    const printed = await printPackingSlip(await getDeps(), { orderId, shipmentId });
    return printed.ok ? respondPdf(printed.value) : respondProblem(request, printed);
  });
}
