import { z } from 'zod';
import { asId, type Psid } from '@/lib/domain/ids';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { callGraph, type GraphOptions } from './graph-api';

const idsSchema = z.object({
  data: z.array(z.object({ id: z.string().regex(/^\d{1,40}$/), page: z.object({ id: z.string() }) })),
});

/**
 * Who a person of the app is to our Page. Callbacks of the app name her by another id than threads do; null where Meta
 * knows of none here. Problem: "temporary" when Meta does not answer, or lets nobody in.
 * Source: Messenger Platform docs, "ID Matching API", `ids_for_pages`.
 */
export async function findPsid(
  options: GraphOptions & { page: { id: string } },
  asid: string,
): Promise<Result<Psid | null, 'temporary'>> {
  const query = { page: options.page.id };
  const answer = await callGraph(options, { method: 'GET', path: `${asid}/ids_for_pages`, query });
  // 100: nobody of this app's; 2500, 3: a Graph that does not know the question.
  if (answer.is === 'error') return [100, 2500, 3].includes(answer.code) ? succeed(null) : fail('temporary');
  const ids = answer.is === 'ok' ? idsSchema.safeParse(answer.json) : null;
  if (!ids?.success) return fail('temporary');
  const here = ids.data.data.find(({ page }) => page.id === options.page.id);
  return succeed(here ? asId<Psid>(here.id) : null);
}
