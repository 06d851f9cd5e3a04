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
const madeSchema = z.object({ id: z.string().regex(/^\d{1,40}$/) });
const codeSchema = z.object({ uri: z.url({ protocol: /^https?$/ }).max(2048) });
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
 * The Send API of Messenger on fetch. No message is tried twice here: whoever holds the outbox decides that.
 * Source: Messenger Platform docs, Send API, Sender Actions, Personas API, User Profile API.
 */
export function createMessageSender(options: MessageSenderOptions): MessageSender {
  const { publicUrl, page } = options;
  const templates = { publicUrl, page, nativeShare: drawsShareButtons(options.version) };

  type Recipient = { id: Psid } | { comment_id: string } | { notification_messages_token: string };

  async function say(
    recipient: Recipient,
    message: OutgoingMessage,
    more: { how: ThreadWay; metadata?: string; personaId?: string | null | undefined },
  ): Promise<Result<MessageId, SendProblem>> {
    const { how, metadata, personaId } = more;
    const speaker = personaId ? { persona_id: personaId } : {};
    const built = how.type === 'UTILITY' ? succeed(utilityMessage(how.utility)) : toMetaMessage(message, templates);
    if (!built.ok) return fail('rejected', { code: built.problem });
    const said = metadata === undefined ? built.value : { ...built.value, metadata };
    const answer = await callGraph(options, {
      method: 'POST',
      path: 'me/messages',
      json: { recipient, ...messagingType(how), message: said, ...speaker },
    });
    if (answer.is === 'not_sent') return fail('temporary');
    if (answer.is === 'lost') return fail('unknown');
    if (answer.is === 'error')
      return fail(sendProblemOf(answer.code, answer.subcode), { code: answer.code, subcode: answer.subcode });
    const sent = sentSchema.safeParse(answer.json);
    return sent.success ? succeed(asId<MessageId>(sent.data.message_id)) : fail('unknown');
  }

  return {
    send(psid, message, metadata, how, personaId) {
      const recipient = how.type === 'TOKEN' ? { notification_messages_token: how.token } : { id: psid };
      return say(recipient, message, { metadata, how, personaId });
    },
    async makePersona(name, pictureUrl) {
      const json = { name, profile_picture_url: pictureUrl };
      const answer = await callGraph(options, { method: 'POST', path: 'me/personas', json });
      if (answer.is === 'error')
        return fail('persona_refused', { code: answer.code, ...(answer.subcode ? { subcode: answer.subcode } : {}) });
      const made = answer.is === 'ok' ? madeSchema.safeParse(answer.json) : null;
      return made?.success ? succeed(made.data.id) : fail('persona_unanswered');
    },
    replyToComment: (commentId, message) => say({ comment_id: commentId }, message, { how: { type: 'RESPONSE' } }),
    async messengerCode(ref) {
      const json = { type: 'standard', data: { ref }, image_size: 1000 };
      const answer = await callGraph(options, { method: 'POST', path: 'me/messenger_codes', json });
      if (answer.is === 'error') return fail('code_refused', { code: answer.code });
      const made = answer.is === 'ok' ? codeSchema.safeParse(answer.json) : null;
      return made?.success ? succeed(made.data.uri) : fail('code_unanswered');
    },
    async showTyping(psid) {
      // Only a courtesy: whether it worked matters to nobody.
      for (const action of ['mark_seen', 'typing_on'])
        await callGraph(
          { ...options, timeoutMs: 2_000 },
          { method: 'POST', path: 'me/messages', json: { recipient: { id: psid }, sender_action: action } },
        );
    },
    async profile(psid) {
      const ask = (fields: string, more?: { timeoutMs: number }) =>
        callGraph({ ...options, ...more }, { method: 'GET', path: psid, query: { fields } });
      // It is asked once in a lifetime, and decides her language: a connection that broke is not the last word. She waits
      // for her answer meanwhile, so the second question is a short one.
      const once = await ask('first_name,locale');
      const broke = once.is === 'lost' || once.is === 'not_sent';
      const first = broke ? await ask('first_name,locale', { timeoutMs: 2_000 }) : once;
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
