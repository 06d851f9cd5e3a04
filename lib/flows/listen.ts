import type { Database } from '@/lib/db/client';
import { keepHerWord, setQuiet, stopAdvertising } from '@/lib/db/conversations';
import { getPeopleSettings } from '@/lib/db/people-settings';
import { recordContact } from '@/lib/db/shopper-contact';
import { ensureShopperOfPsid, getShopperById } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { markEventDone, type WebhookEventRow } from '@/lib/db/webhook-events';
import type { PageId, Psid, ShopperId } from '@/lib/domain/ids';
import type { IncomingEvent } from '@/lib/domain/messaging/incoming-event';
import { silentAfterHer } from '@/lib/domain/messaging/silence';
import { herEntry } from '@/lib/domain/messaging/thread';
import { wishOf } from '@/lib/domain/messaging/wish';
import type { Deps } from './deps';

/**
 * A person leads the thread: what she says is kept and she waits for an answer, and the bot goes on being silent. Her stop
 * word holds all the same, whoever answers her.
 */
export function listen(
  deps: Deps,
  row: WebhookEventRow,
  event: IncomingEvent,
  thread: { pageId: PageId; psid: Psid },
): Promise<void> {
  return hear(deps, { row, event, thread, quiet: true });
}

/** She waits for a person whom the bot called; it answers again as soon as it understands. */
export function leaveToPerson(
  deps: Deps,
  row: WebhookEventRow,
  event: IncomingEvent,
  thread: { pageId: PageId; psid: Psid },
): Promise<void> {
  return hear(deps, { row, event, thread, quiet: false });
}

type Heard = { row: WebhookEventRow; event: IncomingEvent; thread: { pageId: PageId; psid: Psid }; quiet: boolean };

async function hear(deps: Deps, { row, event, thread, quiet }: Heard): Promise<void> {
  const now = deps.now();
  const wish = wishOf(event.content);
  await inTransaction(deps.db, async (tx) => {
    const shopperId = await ensureShopperOfPsid(tx, { id: deps.newId(), ...thread, at: now });
    const at = wroteAt(row, event, now);
    await recordContact(tx, { shopperId, at, firstName: null, locale: null });
    if (quiet) {
      const [known, settings] = [await getShopperById(tx, shopperId), await getPeopleSettings(tx)];
      await setQuiet(tx, shopperId, silentAfterHer(known?.quietUntil ?? null, now, settings));
    }
    if (wish.kind === 'request' && wish.request.kind === 'stop') await stopAdvertising(tx, shopperId, now);
    await keepWord(tx, { shopperId, eventId: row.id, event, at, waits: true });
    await markEventDone(tx, row.id, 'done', now);
  });
  deps.log('thread.left_to_a_person', { event: row.id });
}

/** Puts what she said into the thread that the desk shows. */
export async function keepWord(
  tx: Database,
  word: { shopperId: ShopperId; eventId: number; event: IncomingEvent; at: Date; waits: boolean },
): Promise<void> {
  const { event, ...rest } = word;
  const entry = herEntry(event.content);
  if (entry) await keepHerWord(tx, { ...rest, ...entry, overheard: event.overheard === true });
}

/** Meta's clock tells when she wrote, but never a time that has not come yet. */
export function wroteAt(row: WebhookEventRow, event: IncomingEvent, now: Date): Date {
  return new Date(Math.min(event.atMs ?? row.receivedAt.getTime(), now.getTime()));
}
