import { addPicture } from '@/lib/flows/add-picture';
import { changingDoor } from '@/lib/server/door';
import { findMerchantFor } from '@/lib/server/merchant';
import { readBytes } from '@/lib/server/read-body';
import { respond, respondProblem } from '@/lib/server/respond';
import { getDeps } from '@/lib/server/wiring';

const LIMIT_BYTES = 20 * 1024 * 1024;

/** Takes one picture as the body itself, from a merchant. What it is is read from its bytes, not from what it is called. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const merchant = await findMerchantFor('catalogue.edit', request.headers.get('cookie') ?? '');
    if (!merchant.ok) return respondProblem(request, merchant);
    const upload = await readBytes(request, { limitBytes: LIMIT_BYTES });
    if (!upload.ok) return respondProblem(request, upload);
    const added = await addPicture(await getDeps(), { bytes: upload.value, merchantId: merchant.value.merchantId });
    return added.ok ? respond(added.value, { status: 201 }) : respondProblem(request, added);
  });
}
