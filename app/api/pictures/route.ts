import { fail } from '@/lib/domain/result';
import { addPicture } from '@/lib/flows/add-picture';
import { changingDoor } from '@/lib/server/door';
import { getMerchant } from '@/lib/server/merchant';
import { readBytes } from '@/lib/server/read-body';
import { respond, respondProblem } from '@/lib/server/respond';
import { getDeps } from '@/lib/server/wiring';

const LIMIT_BYTES = 20 * 1024 * 1024;

/** Takes one picture as the body itself, from a merchant. What it is is read from its bytes, not from what it is called. */
export function POST(request: Request): Promise<Response> {
  return changingDoor(request, async () => {
    const merchant = await getMerchant();
    if (!merchant) return respondProblem(request, fail('sign_in_again'));
    const upload = await readBytes(request, { limitBytes: LIMIT_BYTES });
    if (!upload.ok) return respondProblem(request, upload);
    const added = await addPicture(await getDeps(), { bytes: upload.value, merchantId: merchant.merchantId });
    return added.ok ? respond(added.value, { status: 201 }) : respondProblem(request, added);
  });
}
