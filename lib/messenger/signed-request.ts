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
  const opened = openSigned(signedRequest, options.appSecrets);
  if (!opened.ok) return opened;
  const { json, signature } = opened.value;
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

const personSchema = z.object({
  user_id: z.union([z.string().regex(/^\d{1,40}$/), z.int().min(0)]),
  issued_at: z.int().min(0),
});

/**
 * Tells about whom Meta speaks when it asks for an erasure or says that somebody cut the app off: her id as the app knows
 * her, and when it was signed. No age is too old: Meta may be late, and what is done twice does nothing more.
 * Problems: those of `readSignedRequest` but "wrong_page" and "stale_request".
 * Source: Meta's "Data Deletion Request Callback" and "Deauthorize Callback".
 */
export function readPersonRequest(
  signedRequest: string,
  options: Pick<SignedRequestOptions, 'appSecrets' | 'now' | 'maxAheadSeconds'>,
): Result<{ asid: string; issuedAt: Date }, Exclude<SignedRequestProblem, 'wrong_page' | 'stale_request'>> {
  const opened = openSigned(signedRequest, options.appSecrets);
  if (!opened.ok) return opened;
  const { json } = opened.value;
  const payload = personSchema.safeParse(json.plain);
  const exact = z.object({ user_id: z.coerce.string() }).safeParse(json.exact);
  if (!payload.success || !exact.success) return fail('malformed');
  const issuedAt = new Date(payload.data.issued_at * 1000);
  const aheadMs = issuedAt.getTime() - options.now.getTime();
  if (aheadMs > (options.maxAheadSeconds ?? 60) * 1000) return fail('future_request');
  return succeed({ asid: exact.data.user_id, issuedAt });
}

type Opened = { json: { plain: unknown; exact: unknown }; signature: string };

function openSigned(
  signedRequest: string,
  appSecrets: readonly string[],
): Result<Opened, 'malformed' | 'bad_signature' | 'bad_algorithm'> {
  const parts = signedRequest.length <= MAX_LENGTH ? signedRequest.split('.') : [];
  const [signature, encoded] = parts;
  if (parts.length !== 2 || !signature || !encoded || !parts.every((part) => BASE64URL.test(part)))
    return fail('malformed');
  if (!appSecrets.some((secret) => signs(secret, encoded, signature))) return fail('bad_signature');
  const json = decode(encoded);
  if (json === null) return fail('malformed');
  if (!z.object({ algorithm: z.literal('HMAC-SHA256') }).safeParse(json.plain).success)
    return fail(z.looseObject({}).safeParse(json.plain).success ? 'bad_algorithm' : 'malformed');
  return succeed({ json, signature });
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
