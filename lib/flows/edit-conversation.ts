import { getConversationState, insertEntry, insertMark, tellDesk, updateConversation } from '@/lib/db/conversations';
import { listStaff } from '@/lib/db/list-conversations';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type ShopperId } from '@/lib/domain/ids';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';

type Edited = Promise<Result<null, 'not_found'>>;

/** Somebody of the shop looks at the thread: nothing in it is unread. Problem: "not_found". */
export async function markSeen(deps: Deps, { shopperId: id }: { shopperId: string }): Edited {
  const shopperId = asId<ShopperId>(id);
  const state = await getConversationState(deps.db, shopperId);
  if (!state) return fail('not_found');
  // Whoever looks at what was seen already disturbs no other desk.
  if (state.unread > 0) await updateConversation(deps.db, shopperId, { unread: 0 });
  return succeed(null);
}

/** Puts the thread back on the pile. Problem: "not_found". */
export async function markUnread(deps: Deps, { shopperId }: { shopperId: string }): Edited {
  const known = await updateConversation(deps.db, asId<ShopperId>(shopperId), { unread: 1 });
  return known ? succeed(null) : fail('not_found');
}

/** Makes somebody of the shop responsible, or nobody. Problem: "not_found", also for a stranger. */
export function assignConversation(
  deps: Deps,
  { shopperId: id, to, merchantId }: { shopperId: string; to: string | null; merchantId: string },
): Edited {
  const shopperId = asId<ShopperId>(id);
  return inTransaction(deps.db, async (tx) => {
    const person = to === null ? null : (await listStaff(tx)).find((one) => one.id === to);
    if (person === undefined) return fail('not_found');
    if (!(await updateConversation(tx, shopperId, { assignedTo: to }))) return fail('not_found');
    const [mark, detail] = person ? (['assigned', person.name] as const) : (['unassigned', null] as const);
    await insertMark(tx, { shopperId, mark, at: deps.now(), merchantId, detail });
    return succeed(null);
  });
}

/** Writes a note that only the shop sees, once per `requestId`. Problem: "not_found". */
export function addNote(
  deps: Deps,
  {
    shopperId: id,
    merchantId,
    requestId,
    text,
  }: { shopperId: string; merchantId: string; requestId: string; text: string },
): Edited {
  const shopperId = asId<ShopperId>(id);
  return inTransaction(deps.db, async (tx) => {
    if (!(await getConversationState(tx, shopperId))) return fail('not_found');
    await insertEntry(tx, { shopperId, at: deps.now(), kind: 'note', text, merchantId, requestId });
    await tellDesk(tx, shopperId);
    return succeed(null);
  });
}
