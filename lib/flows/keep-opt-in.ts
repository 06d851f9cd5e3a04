import { endConsentOfTopic, keepConsent } from '@/lib/db/consents';
import { saveTemplateStates } from '@/lib/db/message-templates';
import { ensureShopperOfPsid } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { markEventDone, type WebhookEventRow } from '@/lib/db/webhook-events';
import type { PageId, Psid } from '@/lib/domain/ids';
import { topicOfOptIn } from '@/lib/domain/messaging/consent';
import type { EventContent } from '@/lib/domain/messaging/incoming-event';
import type { Deps } from './deps';

type OptIn = Extract<EventContent, { kind: 'opt_in' }>;
type Thread = { pageId: PageId; psid: Psid };

/**
 * Keeps that she agreed in Messenger itself, with the words that stood there and Meta's token, or that she stopped it
 * there: then no further message of that topic leaves. An opt-in that is not ours has no effect.
 */
export async function keepOptIn(deps: Deps, row: WebhookEventRow, thread: Thread, said: OptIn): Promise<void> {
  const topic = topicOfOptIn(said.payload);
  const now = deps.now();
  await inTransaction(deps.db, async (tx) => {
    const shopperId = await ensureShopperOfPsid(tx, { id: deps.newId(), ...thread, at: now });
    if (topic && said.stopped) await endConsentOfTopic(tx, { shopperId, topic, at: now });
    else if (topic) {
      const expiresAt = said.expiresAtMs === null ? null : new Date(said.expiresAtMs);
      const token = { value: said.token, expiresAt };
      const consent = {
        id: deps.newId(),
        shopperId,
        topic,
        words: said.title,
        source: 'meta' as const,
        at: now,
        token,
      };
      await keepConsent(tx, { ...consent, sealer: deps.sealer });
    }
    await markEventDone(tx, row.id, topic ? 'done' : 'without_effect', now);
  });
  deps.log('consent.heard', { topic, stopped: said.stopped });
}

/** Keeps what Meta says of a utility template: only an approved one is sent. */
export async function keepTemplateStatus(
  deps: Deps,
  { name, language, status }: Extract<EventContent, { kind: 'template_status' }>,
): Promise<'done'> {
  await saveTemplateStates(deps.db, [{ name, language, status }], deps.now());
  deps.log('template.status', { name, language, status });
  return 'done';
}
