import { insertEntry, keepPersonSpoke, setQuiet } from '@/lib/db/conversations';
import { markSent } from '@/lib/db/outgoing-messages';
import { getPeopleSettings } from '@/lib/db/people-settings';
import { ensureShopperOfPsid } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { markEventDone, type WebhookEventRow } from '@/lib/db/webhook-events';
import type { PageId, Psid } from '@/lib/domain/ids';
import { type IncomingEvent, isForeignEcho } from '@/lib/domain/messaging/incoming-event';
import { silentAfterPerson } from '@/lib/domain/messaging/silence';
import type { Deps } from './deps';
import { wroteAt } from './listen';

type Thread = { pageId: PageId; psid: Psid };

/**
 * An echo of ours confirms what was sent. Any other is a colleague's, in the Page's own inbox or in another app: her words
 * stand in the thread, and the bot is silent as after any person's.
 */
export async function hearEcho(deps: Deps, row: WebhookEventRow, event: IncomingEvent, thread: Thread): Promise<void> {
  const { content } = event;
  if (content.kind !== 'echo') return;
  const now = deps.now();
  await inTransaction(deps.db, async (tx) => {
    const ours =
      content.metadata !== null &&
      (await markSent(tx, { id: content.metadata, psid: thread.psid, messageId: content.messageId, at: now }));
    const colleague = !ours && isForeignEcho(event, deps.page.appId);
    if (colleague) {
      const shopperId = await ensureShopperOfPsid(tx, { id: deps.newId(), ...thread, at: now });
      const [at, text] = [wroteAt(row, event, now), content.text ?? ''];
      await insertEntry(tx, { shopperId, at, kind: 'inbox', text, eventId: row.id });
      await keepPersonSpoke(tx, { shopperId, by: 'inbox', merchantId: null, text, at });
      await setQuiet(tx, shopperId, silentAfterPerson(now, await getPeopleSettings(tx)));
    }
    await markEventDone(tx, row.id, ours || colleague ? 'done' : 'without_effect', now);
  });
}
