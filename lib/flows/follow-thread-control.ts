import { insertMark, setQuiet, updateConversation } from '@/lib/db/conversations';
import { ensureShopperOfPsid } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { markEventDone, type WebhookEventRow } from '@/lib/db/webhook-events';
import type { PageId, Psid } from '@/lib/domain/ids';
import type { EventContent } from '@/lib/domain/messaging/incoming-event';
import type { Deps } from './deps';

type Control = Extract<EventContent, { kind: 'thread_control' }>;

/**
 * Follows what Meta's Conversation Routing tells: another app leads the thread, it comes back to the shop (and with it to the
 * bot), or somebody asks for it. A thread that nobody of the shop knows has nothing to follow yet.
 */
export async function followThreadControl(
  deps: Deps,
  row: WebhookEventRow,
  thread: { pageId: PageId; psid: Psid },
  { change, appId, metadata }: Control,
): Promise<void> {
  const now = deps.now();
  const isOurs = appId === deps.page.appId;
  await inTransaction(deps.db, async (tx) => {
    const shopperId = await ensureShopperOfPsid(tx, { id: deps.newId(), ...thread, at: now });
    const known = await updateConversation(
      tx,
      shopperId,
      change === 'requested'
        ? { requestedBy: isOurs ? null : appId }
        : { ownerAppId: isOurs ? null : appId, requestedBy: null },
    );
    if (change === 'passed' && isOurs) await setQuiet(tx, shopperId, null);
    const mark = change === 'requested' ? 'requested' : isOurs ? 'passed_in' : 'passed_out';
    if (known) await insertMark(tx, { shopperId, mark, at: now, detail: metadata || null, eventId: row.id });
    await markEventDone(tx, row.id, known ? 'done' : 'without_effect', now);
  });
  deps.log('thread.control', { event: row.id, change, ours: isOurs });
}
