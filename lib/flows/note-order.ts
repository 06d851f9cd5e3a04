import { insertOrderNote } from '@/lib/db/order-desk';
import { getOrder } from '@/lib/db/orders';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

export type NoteOrderInput = { orderId: string; requestId: string; text: string; merchantId: string };

/** Writes down something about an order that only the shop sees, once per `requestId`. Problem: "not_found". */
export async function noteOrder(
  deps: Pick<Deps, 'db' | 'newId' | 'now'>,
  input: NoteOrderInput,
): Promise<Result<null, 'not_found'>> {
  if (!(await getOrder(deps.db, input.orderId))) return fail('not_found');
  await insertOrderNote(deps.db, { ...input, id: deps.newId(), at: deps.now() });
  return succeed(null);
}
