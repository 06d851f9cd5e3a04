import { z } from 'zod';
import { answerJson, type Handler, Refusal, type Route, readJson } from '../world/exchange';
import { tell } from './events';
import { invalidParameter, knownErrors } from './graph/errors';
import { decide } from './graph/message-templates';
import { newDigits } from './ids';
import { type Messenger, threadOf } from './messenger';
import type { OptIn, StoredBubble } from './state';

const dayMs = 24 * 60 * 60 * 1000;
/** One message in 48 hours, since September 2025. */
const pauseMs = 2 * dayMs;

/** What Messenger writes on the button. */
export const OPT_IN_TITLE = 'Get messages';

/** The agreement behind a token. Meta documents no codes for these refusals; ours are the nearest. */
export function optInOf(messenger: Messenger, recipient: { notification_messages_token: string }): OptIn {
  const optIn = messenger.state.optIns.get(recipient.notification_messages_token);
  const nowMs = messenger.world.clock.nowMs();
  if (!optIn || optIn.stopped || optIn.expiresAtMs <= nowMs || messenger.world.era === '2016')
    throw invalidParameter('Param recipient[notification_messages_token] is not a valid token');
  if (optIn.usedAtMs !== null && nowMs - optIn.usedAtMs < pauseMs) throw knownErrors['outside-window']();
  return optIn;
}

/** She taps "Get messages": the shop hears of it with a token. It does not open the 24 hours. */
export function tapOptIn(messenger: Messenger, psid: string, bubble: StoredBubble): boolean {
  const { attachment } = bubble.message;
  if (attachment?.type !== 'template' || attachment.payload.template_type !== 'notification_messages') return false;
  const { title, payload } = attachment.payload;
  const known = [...messenger.state.optIns].find(([, one]) => one.psid === psid && one.payload === payload);
  const token = known?.[0] ?? newDigits(19);
  const expiresAtMs = messenger.world.clock.nowMs() + 365 * dayMs;
  const optIn = { psid, payload, title, expiresAtMs, stopped: false, usedAtMs: known?.[1].usedAtMs ?? null };
  messenger.state.optIns.set(token, optIn);
  tellOptIn(messenger, token, optIn);
  messenger.changed();
  return true;
}

function tellOptIn(messenger: Messenger, token: string, optIn: OptIn): void {
  const optin = {
    type: 'notification_messages',
    payload: optIn.payload,
    notification_messages_token: token,
    notification_messages_timezone: 'Europe/Berlin',
    token_expiry_timestamp: optIn.expiresAtMs,
    user_token_status: 'NOT_REFRESHED',
    ...(optIn.stopped ? { notification_messages_status: 'STOP_NOTIFICATIONS' } : {}),
    title: optIn.title,
  };
  tell(messenger, 'messaging_optins', threadOf(messenger, optIn.psid), { optin });
}

/** What only the maker of this world can do: decide about templates, and stop messages as she can in Messenger. */
export function outreachLevers(messenger: Messenger): Route[] {
  const review: Handler = (call) => {
    const status = z.enum(['APPROVED', 'PENDING', 'REJECTED']);
    const shape = z.strictObject({ next: status.optional(), name: z.string().optional(), status: status.optional() });
    const asked = readJson(call, shape);
    if (asked.next) messenger.state.templateReview = asked.next;
    const named = messenger.state.utilityTemplates.filter(({ name }) => name === asked.name);
    if (asked.name && named.length === 0) throw new Refusal(404, `There is no template ${asked.name}.`);
    for (const template of named) if (asked.status) decide(messenger, template, asked.status);
    return answerJson({ templates: messenger.state.utilityTemplates });
  };
  const stop: Handler = (call) => {
    const { psid } = call.params;
    for (const [token, optIn] of messenger.state.optIns) {
      if (optIn.psid !== psid || optIn.stopped) continue;
      optIn.stopped = true;
      tellOptIn(messenger, token, optIn);
    }
    return answerJson({ ok: true });
  };
  return [
    { method: 'POST', pattern: '/control/templates', handler: review },
    { method: 'POST', pattern: '/control/threads/:psid/stop-notifications', handler: stop },
  ];
}
