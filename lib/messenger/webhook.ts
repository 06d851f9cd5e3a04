import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { IncomingEvent } from '@/lib/domain/messaging/incoming-event';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { parseExactJson } from './exact-json';
import { readChange, readThreadEvent } from './thread-event';

const SIGNATURE = /^sha256=([0-9a-f]{64})$/;
const CHALLENGE = /^\d{1,40}$/;

/**
 * Answers Meta's question whether this address is ours: the challenge to echo, as text/plain. Problem: "forbidden" for a
 * wrong token, a member that is missing or comes twice, a challenge that is not a row of digits.
 * Source: Messenger Platform docs, Webhooks, "Verification Requests".
 */
export function readHandshake(query: URLSearchParams, verifyTokens: readonly string[]): Result<string, 'forbidden'> {
  const [mode, token, challenge] = ['hub.mode', 'hub.verify_token', 'hub.challenge'].map((name) => {
    const values = query.getAll(name);
    return values.length === 1 ? values[0] : undefined;
  });
  if (mode !== 'subscribe' || token === undefined || challenge === undefined || !CHALLENGE.test(challenge))
    return fail('forbidden');
  return verifyTokens.some((accepted) => sameText(accepted, token)) ? succeed(challenge) : fail('forbidden');
}

/**
 * Whether the body carries Meta's signature: `X-Hub-Signature-256` over the bytes as received, made with one of the
 * accepted app secrets. The SHA-1 header of 2016 never counts. Constant time, throws at no input.
 */
export function isSignedByMeta(rawBody: Uint8Array, header: string | null, appSecrets: readonly string[]): boolean {
  const given = SIGNATURE.exec(header ?? '')?.[1];
  if (!given) return false;
  const signature = Buffer.from(given, 'hex');
  return appSecrets.some((secret) => timingSafeEqual(createHmac('sha256', secret).update(rawBody).digest(), signature));
}

// What is left out gets its default before it can become a fault: an event may come in thousands, and faults are slow.
const list = z.array(z.unknown()).default([]).catch([]);
const envelopeSchema = z.object({ object: z.literal('page'), entry: list });
const entrySchema = z.object({
  id: z.coerce.string(),
  messaging: list,
  standby: list,
  changes: list,
});

/**
 * Every event of every entry, in order. What cannot be read is left out and harms no other; kinds unknown today come
 * back as "other", events of a foreign Page without their content. Problems: "malformed" (no JSON); "not_a_page".
 * Source: Messenger Platform docs, Webhook Reference, "Event Notifications".
 */
export function readWebhook(rawBody: Uint8Array, pageId: string): Result<IncomingEvent[], 'malformed' | 'not_a_page'> {
  let json: unknown;
  try {
    json = parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return fail('malformed');
  }
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) return fail('not_a_page');

  const events: IncomingEvent[] = [];
  for (const candidate of envelope.data.entry) {
    const entry = entrySchema.safeParse(candidate);
    if (!entry.success) continue;
    const { id, messaging, standby, changes } = entry.data;
    for (const event of messaging) keep(events, readThreadEvent(event, { entryId: id, pageId, standby: false }));
    for (const event of standby) keep(events, readThreadEvent(event, { entryId: id, pageId, standby: true }));
    for (const change of changes) keep(events, readChange(change, id));
  }
  return succeed(events);
}

function keep(events: IncomingEvent[], event: IncomingEvent | null): void {
  if (event) events.push(event);
}

function sameText(a: string, b: string): boolean {
  // Both through a hash first: equal lengths for the comparison, whatever was sent.
  const [left, right] = [a, b].map((text) => createHmac('sha256', 'kiosk').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
