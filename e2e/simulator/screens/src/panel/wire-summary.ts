import { z } from 'zod';
import type { WireEntry } from '@/e2e/simulator/world/wire';

const record = z.record(z.string(), z.unknown());
const EVENT_FRAME = ['sender', 'recipient', 'timestamp', 'seq'];

const spoken = z.object({
  object: z.string().optional(),
  type: z.string().optional(),
  entry: z.array(z.object({ messaging: z.array(record).default([]) })).optional(),
  sender_action: z.string().optional(),
  message: z
    .object({
      text: z.string().optional(),
      attachment: z
        .object({ type: z.string(), payload: z.object({ template_type: z.string().optional() }).optional() })
        .optional(),
    })
    .optional(),
});

function clipped(text: string): string {
  return text.length > 48 ? `“${text.slice(0, 47)}…”` : `“${text}”`;
}

function eventName(event: Record<string, unknown>): string {
  const name = Object.keys(event).find((key) => !EVENT_FRAME.includes(key)) ?? 'event';
  const message = z.object({ text: z.string().optional(), is_echo: z.boolean().optional() }).safeParse(event[name]);
  if (!message.success) return name;
  const word = message.data.is_echo ? 'echo' : name;
  return message.data.text === undefined ? word : `${word} ${clipped(message.data.text)}`;
}

/** What a body is about, in a few words, so that ten webhooks in a row are not ten equal lines; or nothing. */
export function summaryOf(entry: WireEntry): string {
  if (!entry.requestBody.startsWith('{')) return '';
  let body: unknown;
  try {
    body = JSON.parse(entry.requestBody);
  } catch {
    return 'broken JSON';
  }
  const read = spoken.safeParse(body);
  if (!read.success) return '';
  const { object, type, entry: batch, sender_action: action, message } = read.data;
  if (batch) return batch.flatMap((one) => one.messaging.map(eventName)).join(' + ');
  if (object === 'event' && type) return type;
  if (action) return action;
  if (message?.text !== undefined) return clipped(message.text);
  const attachment = message?.attachment;
  return attachment ? `${attachment.payload?.template_type ?? ''} ${attachment.type}`.trim() : '';
}
