import { z } from 'zod';
import type { EventContent } from '@/lib/domain/messaging/incoming-event';

const short = z.union([z.string(), z.number()]).transform((value) => String(value).slice(0, 512));

// The members are those of the sister event of WhatsApp: not confirmed for Messenger, so read leniently.
const templateStatus = z.object({
  field: z.literal('message_template_status_update'),
  value: z.object({
    event: short,
    message_template_name: short,
    message_template_language: short,
  }),
});

const optIn = z.object({
  type: z.literal('notification_messages'),
  payload: short.nullish().catch(null),
  title: short.nullish().catch(null),
  notification_messages_token: short,
  token_expiry_timestamp: z.coerce.number().nullish().catch(null),
  notification_messages_status: short.nullish().catch(null),
});

/** What a change says of a utility template, or null for another change. Source: reference A.3, template status. */
export function readTemplateStatus(value: unknown): EventContent | null {
  const read = templateStatus.safeParse(value);
  if (!read.success) return null;
  const { event, message_template_name: name, message_template_language: language } = read.data.value;
  return { kind: 'template_status', name, language, status: event.toUpperCase() };
}

/** The marketing-message opt-in, or its end, or null for another opt-in. Source: reference A.8. */
export function readOptIn(value: unknown): EventContent | null {
  const read = optIn.safeParse(value);
  if (!read.success) return null;
  const { payload, title, notification_messages_token: token } = read.data;
  return {
    kind: 'opt_in',
    payload: payload ?? '',
    title: title ?? '',
    token,
    expiresAtMs: read.data.token_expiry_timestamp ?? null,
    // Meta's documents write it with a space and with an underscore.
    stopped: /^STOP[ _]/i.test(read.data.notification_messages_status ?? ''),
  };
}
