import { z } from 'zod';
import { asId, type MessageId, type Psid } from '@/lib/domain/ids';
import type { OutgoingMessage } from '@/lib/domain/messaging/outgoing-message';
import type { ThreadWay } from '@/lib/domain/messaging/window';
import type { MessageSender, SendProblem } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { callGraph, type GraphOptions } from './graph-api';
import { findPsid } from './person-ids';
import { sendProblemOf } from './send-problems';
import { toMetaMessage } from './templates';

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

/**
 * The Send API of Messenger on fetch. Nothing is tried twice here: whoever holds the outbox decides that.
 * Source: Messenger Platform docs, Send API, Sender Actions, User Profile API.
 */
export function createMessageSender(options: MessageSenderOptions): MessageSender {
  const { publicUrl, page } = options;
  const templates = { publicUrl, page, nativeShare: drawsShareButtons(options.version) };

  type Recipient = { id: Psid } | { comment_id: string };

  async function say(
    recipient: Recipient,
    message: OutgoingMessage,
    more: { how: ThreadWay; metadata?: string },
  ): Promise<Result<MessageId, SendProblem>> {
    const built = toMetaMessage(message, templates);
    if (!built.ok) return fail('rejected', { code: built.problem });
    const { how, metadata } = more;
    const tag = how.type === 'MESSAGE_TAG' ? { tag: how.tag } : {};
    const said = metadata === undefined ? built.value : { ...built.value, metadata };
    const answer = await callGraph(options, {
      method: 'POST',
      path: 'me/messages',
      json: { recipient, messaging_type: how.type, ...tag, message: said },
    });
    if (answer.is === 'not_sent') return fail('temporary');
    if (answer.is === 'lost') return fail('unknown');
    if (answer.is === 'error')
      return fail(sendProblemOf(answer.code, answer.subcode), { code: answer.code, subcode: answer.subcode });
    const sent = sentSchema.safeParse(answer.json);
    return sent.success ? succeed(asId<MessageId>(sent.data.message_id)) : fail('unknown');
  }

  return {
    send: (psid, message, metadata, how) => say({ id: psid }, message, { metadata, how }),
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
