import { insertWebhookEvents } from '@/lib/db/webhook-events';
import { callsForWork, type IncomingEvent, isForeignEcho, isQuestion } from '@/lib/domain/messaging/incoming-event';
import { payerPlace } from './book-native-payment';
import type { Deps } from './deps';
import { raisePolicyAlarm } from './page-alarm';

/**
 * Takes what Messenger delivers: every event goes into the inbox, once for its id, and the worker is woken. Works
 * nothing yet. When this returns, the 200 may be given; when it throws, Meta must deliver again. Answers how many were new.
 */
export async function receiveMessengerEvents(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'log' | 'wake' | 'page' | 'sealer'>,
  events: readonly IncomingEvent[],
): Promise<number> {
  const at = deps.now();
  const rows = events
    .filter((event) => !isQuestion(event))
    .map((event) => ({
      source: 'messenger' as const,
      eventId: event.eventId,
      payload: withoutPerson(deps, event),
      at,
      hasEffect: callsForWork(event, deps.page),
    }));
  const inserted = await insertWebhookEvents(deps.db, rows);
  if (inserted > 0 && rows.some((row) => row.hasEffect)) deps.wake('events');
  // Meta blocks or unblocks the Page: nothing that a worker could mend.
  const policy = events.some(({ content }) => content.kind === 'other' && /^policy.enforcement$/.test(content.name));
  if (policy && inserted > 0) {
    deps.log('alarm.policy_enforcement');
    await raisePolicyAlarm(deps);
  }
  deps.log('messenger.received', { events: events.length, inserted });
  return inserted;
}

// Who pays, and where it goes: sealed before anything of it is stored. What we said ourselves stands in the outbox already.
function withoutPerson({ sealer, page }: Pick<Deps, 'sealer' | 'page'>, event: IncomingEvent): IncomingEvent {
  const { content } = event;
  if (content.kind === 'echo' && !isForeignEcho(event, page.appId)) {
    const { text: _ours, ...echo } = content;
    return { ...event, content: echo };
  }
  if (content.kind !== 'payment' || 'sealed' in content.payer) return event;
  const sealed = sealer.seal(payerPlace(event.eventId), JSON.stringify(content.payer));
  return { ...event, content: { ...content, payer: { sealed } } };
}
