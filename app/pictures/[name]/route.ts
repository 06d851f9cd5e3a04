import { isRenditionName } from '@/lib/domain/catalogue/picture';
import { fail } from '@/lib/domain/result';
import { openDoor } from '@/lib/server/door';
import { respondProblem } from '@/lib/server/respond';
import { getDeps } from '@/lib/server/wiring';

/** An uploaded picture while developing: in production the front door answers before Next. */
export function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return openDoor(request, async () => {
    const { name } = await params;
    const picture = isRenditionName(name) ? await (await getDeps()).pictures.store.get(name) : null;
    if (!picture) return respondProblem(request, fail('not_found'));
    return new Response(picture.bytes, { headers: { 'content-type': picture.contentType } });
  });
}
