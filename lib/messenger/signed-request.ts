import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { asId } from '@/lib/domain/ids';
import type { ThreadContext } from '@/lib/domain/messaging/thread-context';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { parseExactJson } from './exact-json';

export type SignedRequestProblem =
  | 'malformed'
  | 'bad_signature'
  | 'bad_algorithm'
  | 'wrong_page'
  | 'stale_request'
  | 'future_request';

export type SignedRequestOptions = {
  /** All that are accepted at the moment, newest first. */
  appSecrets: readonly string[];
  pageId: string;
  now: Date;
  maxAgeSeconds?: number;
  maxAheadSeconds?: number;
};

const MAX_LENGTH = 8_192;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

const payloadSchema = z.object({
  algorithm: z.string().optional(),
  issued_at: z.int().min(0),
  page_id: z.union([z.number(), z.string()]),
  psid: z.string().regex(/^\d{1,40}$/),
  thread_type: z.enum(['USER_TO_PAGE', 'USER_TO_USER', 'GROUP']),
  tid: z.string().min(1).max(100),
});

/**
 * Tells who opened the webview, from the signed request that the Extensions SDK hands over.
 * Problems: "malformed"; "bad_signature"; "bad_algorithm" (anything but HMAC-SHA256); "wrong_page"; "stale_request" when
 * signed more than `maxAgeSeconds` (300) ago; "future_request" when more than `maxAheadSeconds` (60) ahead of our clock.
 * Source: Messenger Platform docs, Thread Context, "Validating the signed_request".
 */
export function readSignedRequest(
  signedRequest: string,
  options: SignedRequestOptions,
): Result<ThreadContext, SignedRequestProblem> {
  const parts = signedRequest.length <= MAX_LENGTH ? signedRequest.split('.') : [];
  const [signature, encoded] = parts;
  if (parts.length !== 2 || !signature || !encoded || !parts.every((part) => BASE64URL.test(part)))
    return fail('malformed');
  if (!options.appSecrets.some((secret) => signs(secret, encoded, signature))) return fail('bad_signature');

  const json = decode(encoded);
  if (json === null) return fail('malformed');
  if (!z.object({ algorithm: z.literal('HMAC-SHA256') }).safeParse(json.plain).success) {
    return fail(z.looseObject({}).safeParse(json.plain).success ? 'bad_algorithm' : 'malformed');
  }
  const payload = payloadSchema.safeParse(json.plain);
  // The Page's id may exceed what a number holds: its digits come from the exact reading.
  const exact = z.object({ page_id: z.coerce.string() }).safeParse(json.exact);
  if (!payload.success || !exact.success) return fail('malformed');
  if (exact.data.page_id !== options.pageId) return fail('wrong_page');

  const { issued_at: issuedAtSeconds, psid, thread_type: threadType, tid } = payload.data;
  const ageSeconds = Math.floor(options.now.getTime() / 1000) - issuedAtSeconds;
  if (ageSeconds > (options.maxAgeSeconds ?? 300)) return fail('stale_request');
  if (ageSeconds < -(options.maxAheadSeconds ?? 60)) return fail('future_request');
  return succeed({
    psid: asId(psid),
    pageId: asId(options.pageId),
    threadType,
    threadId: tid,
    issuedAt: new Date(issuedAtSeconds * 1000),
    signature,
  });
}

// Compared in its encoded form: the last character of base64url has two spare bits, and decoded they would let one
// signed request pass under four names, each of them "not used before".
function signs(secret: string, encoded: string, signature: string): boolean {
  const expected = Buffer.from(createHmac('sha256', secret).update(encoded).digest('base64url'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function decode(encoded: string): { plain: unknown; exact: unknown } | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64url'));
    return { plain: JSON.parse(text), exact: parseExactJson(text) };
  } catch {
    return null;
  }
}
