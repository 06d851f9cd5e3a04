import { z } from 'zod';
import { asId, type MessageId, type Psid } from '@/lib/domain/ids';
import type { OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import type { ThreadWay } from '@/lib/domain/messaging/window';
import type { MessageSender, SendProblem } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { callGraph, type GraphOptions } from './graph-api';
import { findPsid } from './person-ids';
import { sendProblemOf } from './send-problems';
import { toMetaMessage, utilityMessage } from './templates';

export type MessageSenderOptions = GraphOptions & { publicUrl: string; page: { id: string; linksUrl: string } };

// Share buttons were drawn until Graph v4.0 (July 2019).
const LAST_MAJOR_WITH_SHARE = 3;

const sentSchema = z.object({ message_id: z.string().min(1).max(300) });
const profileSchema = z.object({
  first_name: z.string().max(200).nullish().catch(null),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}([_-][A-Z]{2})?$/)
    .nullish()
    .catch(null),
});

/** Whether this Graph version knows Messenger's own share button. Source: Messenger Platform changelog, v4.0. */
export function drawsShareButtons(version: string): boolean {
  return Number(/^v(\d+)/.exec(version)?.[1]) <= LAST_MAJOR_WITH_SHARE;
}

// Advertising by token is an update like others; the token itself is what opens the way.
function messagingType(how: ThreadWay): Record<string, string> {
  if (how.type === 'TOKEN') return { messaging_type: 'UPDATE' };
  return how.type === 'MESSAGE_TAG' ? { messaging_type: how.type, tag: how.tag } : { messaging_type: how.type };
}

/**
 * The Send API of Messenger on fetch. Nothing is tried twice here: whoever holds the outbox decides that.
 * Source: Messenger Platform docs, Send API, Sender Actions, User Profile API.
 */
export function createMessageSender(options: MessageSenderOptions): MessageSender {
  const { publicUrl, page } = options;
  const templates = { publicUrl, page, nativeShare: drawsShareButtons(options.version) };

  type Recipient = { id: Psid } | { comment_id: string } | { notification_messages_token: string };

  async function say(
    recipient: Recipient,
    message: OutgoingMessage,
    more: { how: ThreadWay; metadata?: string },
  ): Promise<Result<MessageId, SendProblem>> {
    const { how, metadata } = more;
    const built = how.type === 'UTILITY' ? succeed(utilityMessage(how.utility)) : toMetaMessage(message, templates);
    if (!built.ok) return fail('rejected', { code: built.problem });
    const said = metadata === undefined ? built.value : { ...built.value, metadata };
    const answer = await callGraph(options, {
      method: 'POST',
      path: 'me/messages',
      json: { recipient, ...messagingType(how), message: said },
    });
    if (answer.is === 'not_sent') return fail('temporary');
    if (answer.is === 'lost') return fail('unknown');
    if (answer.is === 'error')
      return fail(sendProblemOf(answer.code, answer.subcode), { code: answer.code, subcode: answer.subcode });
    const sent = sentSchema.safeParse(answer.json);
    return sent.success ? succeed(asId<MessageId>(sent.data.message_id)) : fail('unknown');
  }

  return {
    send: (psid, message, metadata, how) =>
      say(how.type === 'TOKEN' ? { notification_messages_token: how.token } : { id: psid }, message, { metadata, how }),
    replyToComment: (commentId, message) => say({ comment_id: commentId }, message, { how: { type: 'RESPONSE' } }),
    async showTyping(psid) {
      // Only a courtesy: whether it worked matters to nobody.
      for (const action of ['mark_seen', 'typing_on'])
        await callGraph(
          { ...options, timeoutMs: 2_000 },
          { method: 'POST', path: 'me/messages', json: { recipient: { id: psid }, sender_action: action } },
        );
    },
    async profile(psid) {
      const ask = (fields: string) => callGraph(options, { method: 'GET', path: psid, query: { fields } });
      const first = await ask('first_name,locale');
      // The locale needs a permission of its own, and without it Meta may refuse the whole question.
      const answer = first.is === 'error' ? await ask('first_name') : first;
      const profile = answer.is === 'ok' ? profileSchema.safeParse(answer.json) : null;
      return profile?.success
        ? { firstName: profile.data.first_name ?? null, locale: profile.data.locale ?? null }
        : null;
    },
    psidOfAppPerson: (asid) => findPsid(options, asid),
  };
}
