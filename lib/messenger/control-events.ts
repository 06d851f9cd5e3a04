import { z } from 'zod';
import type { EventContent } from '@/lib/domain/messaging/incoming-event';
import { maskCardNumbers } from '@/lib/domain/messaging/mask-cards';

const appId = z
  .union([z.string(), z.number()])
  .transform((id) => String(id).slice(0, 40))
  .nullish()
  .transform((id) => id ?? null)
  .catch(null);
const said = z
  .string()
  .transform((text) =>
    maskCardNumbers(
      text
        .slice(0, 1000)
        .replaceAll('\u0000', '')
        .replace(/\p{Cs}/gu, '\ufffd'),
    ),
  )
  .nullish()
  .transform((text) => text ?? '')
  .catch('');
const control = z.object({ new_owner_app_id: appId, requested_owner_app_id: appId, metadata: said });

const CHANGES = {
  pass_thread_control: 'passed',
  take_thread_control: 'taken',
  request_thread_control: 'requested',
} as const;

/**
 * Who leads the thread from now on, or who asks to; null for an event of another kind.
 * Source: Messenger Platform docs, Conversation Routing (the Handover Protocol until September 2025); reference A.10.
 */
export function readThreadControl(event: Record<string, unknown>): EventContent | null {
  for (const [key, change] of Object.entries(CHANGES)) {
    const read = key in event ? control.safeParse(event[key]) : null;
    if (!read?.success) continue;
    const { new_owner_app_id, requested_owner_app_id, metadata } = read.data;
    return {
      kind: 'thread_control',
      change,
      appId: change === 'requested' ? requested_owner_app_id : new_owner_app_id,
      metadata,
    };
  }
  return null;
}
