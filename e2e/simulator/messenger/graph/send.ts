import { type Answer, answerJson } from '../../world/exchange';
import { pageSays } from '../events';
import { newDigits, newMid } from '../ids';
import { findPerson, type Messenger, threadOf } from '../messenger';
import { optInOf } from '../opt-in';
import type { Thread } from '../state';
import { checkMessage } from './check-message';
import { GraphError, invalidParameter, knownErrors } from './errors';
import { type PageMessage, type SendBody, sendShape } from './message-shapes';
import { parseParams } from './parse';
import { countPrivateReply, countSending } from './rates';

const dayMs = 24 * 60 * 60 * 1000;
const typingMs = 20_000;

function checkKind(messenger: Messenger, body: SendBody): void {
  if (body.message && body.sender_action) throw knownErrors['message-and-action']();
  if (!body.message && !body.sender_action) throw invalidParameter('Param message or sender_action is required');
  if (messenger.world.era === '2016') return;
  if (body.message && !body.messaging_type) throw invalidParameter('Param messaging_type is required');
  const reaction = body.sender_action === 'react' || body.sender_action === 'unreact';
  if (reaction && !body.payload) throw invalidParameter('Param payload is required');
  if (body.messaging_type === 'MESSAGE_TAG' && body.tag !== 'HUMAN_AGENT' && body.tag !== 'CUSTOMER_FEEDBACK') {
    // POST_PURCHASE_UPDATE, ACCOUNT_UPDATE and CONFIRMED_EVENT_UPDATE ended on 27 April 2026.
    throw knownErrors['bad-parameter']();
  }
  if ((body.messaging_type === 'UTILITY') !== (body.message?.template !== undefined)) {
    throw invalidParameter('messaging_type UTILITY goes with a template, and with nothing else');
  }
}

function checkWindow(messenger: Messenger, thread: Thread, body: SendBody): void {
  if (body.messaging_type === 'UTILITY' || 'notification_messages_token' in body.recipient) return;
  const ageOf = (atMs: number | null) => (atMs === null ? Infinity : messenger.world.clock.nowMs() - atMs);
  const limit = body.tag === 'HUMAN_AGENT' ? 7 * dayMs : dayMs;
  // A Click-to-Messenger ad opens seven days.
  if (ageOf(thread.lastActedAtMs) > limit && ageOf(thread.adActedAtMs) > 7 * dayMs)
    throw knownErrors['outside-window']();
}

function checkReceiptNumber(messenger: Messenger, message: PageMessage): void {
  if (message.attachment?.type !== 'template') return;
  const template = message.attachment.payload;
  if (template.template_type !== 'receipt') return;
  if (messenger.state.orderNumbers.has(template.order_number)) {
    throw invalidParameter(
      `Param message[attachment][payload][order_number]: ${template.order_number} was used before`,
    );
  }
  messenger.state.orderNumbers.add(template.order_number);
}

/** Media by id must be known; media sent as reusable gets an id that comes back in the answer. */
function keepAttachment(messenger: Messenger, message: PageMessage): string | null {
  if (!message.attachment || message.attachment.type === 'template') return null;
  const { url, attachment_id: id, is_reusable: reusable } = message.attachment.payload;
  if (id && !messenger.state.attachments.has(id)) throw knownErrors['bad-attachment']();
  if (!url || !reusable) return null;
  const newId = newDigits(16);
  messenger.state.attachments.set(newId, url);
  return newId;
}

function performAction(messenger: Messenger, thread: Thread, body: SendBody): void {
  if (body.sender_action === 'typing_on') {
    thread.typingUntilMs = messenger.world.clock.nowMs() + typingMs;
    setTimeout(() => messenger.changed(), typingMs + 50).unref();
  }
  if (body.sender_action === 'typing_off') thread.typingUntilMs = 0;
  messenger.changed();
}

/**
 * A private reply lands in the thread of whoever wrote the comment, once and within a week (reference B.2). Plugin guests, and comments of nobody here, have
 * no thread in this world: the call is taken and nobody sees it.
 */
function answerElsewhere(messenger: Messenger, body: SendBody): Answer {
  const mid = newMid(messenger.world.era, messenger.world.clock.nowMs());
  const comment = 'comment_id' in body.recipient ? messenger.state.comments.get(body.recipient.comment_id) : undefined;
  if (comment?.answered) throw new GraphError(10900, '(#10900) Activity already replied to');
  if (comment && messenger.world.clock.nowMs() - comment.atMs > 7 * dayMs) throw knownErrors['outside-window']();
  if ('comment_id' in body.recipient) countPrivateReply(messenger.state.sentAtMs, messenger.world.clock.nowMs());
  if (comment && body.message) {
    comment.answered = true;
    return answerJson({ recipient_id: comment.psid, message_id: pageSays(messenger, comment.psid, body.message).mid });
  }
  if ('user_ref' in body.recipient) return answerJson({ message_id: mid });
  return answerJson({ recipient_id: messenger.state.lastShown, message_id: mid });
}

/** `POST /me/messages`: says something in a thread, or shows an action. */
export function sendMessage(messenger: Messenger, value: unknown): Answer {
  const { state, world } = messenger;
  const body = parseParams(sendShape, value);
  checkKind(messenger, body);
  const { message } = body;
  if (message) {
    countSending(state.sentAtMs, world.clock.nowMs(), message);
    checkMessage(message, {
      era: world.era,
      domains: state.profile.whitelisted_domains ?? [],
      utilityTemplates: state.utilityTemplates,
      catalogue: state.catalogue,
    });
  }
  if (body.persona_id && !state.personas.has(body.persona_id)) throw invalidParameter('Invalid persona_id');
  const byToken = 'notification_messages_token' in body.recipient ? optInOf(messenger, body.recipient) : null;
  if (!byToken && !('id' in body.recipient)) return answerElsewhere(messenger, body);
  const psid = byToken?.psid ?? ('id' in body.recipient ? body.recipient.id : '');
  if (!findPerson(messenger, psid)) throw knownErrors['no-such-user']();
  const thread = threadOf(messenger, psid);
  if (thread.blocked) throw knownErrors['person-unavailable']();
  if (thread.ownerAppId !== null) throw knownErrors['not-thread-owner']();
  checkWindow(messenger, thread, body);
  if (!message) {
    performAction(messenger, thread, body);
    return answerJson({ recipient_id: psid });
  }
  checkReceiptNumber(messenger, message);
  const attachmentId = keepAttachment(messenger, message);
  if (byToken) byToken.usedAtMs = world.clock.nowMs();
  const bubble = pageSays(messenger, psid, message);
  const persona = state.personas.get(body.persona_id ?? '');
  if (persona) bubble.persona = persona;
  const extra = attachmentId ? { attachment_id: attachmentId } : {};
  return answerJson({ recipient_id: psid, message_id: bubble.mid, ...extra });
}
