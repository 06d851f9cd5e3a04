import { createHmac } from 'node:crypto';
import { z } from 'zod';

export type GraphOptions = {
  origin: string;
  version: string;
  pageAccessToken: string;
  appSecret: string;
  /** For the whole call, in milliseconds: 7 s unless told. */
  timeoutMs?: number;
};

/** What came back. `error`: Meta refused, by code. `lost`: no answer that can be read; the call may have worked. */
export type GraphAnswer =
  | { is: 'ok'; json: unknown }
  | { is: 'error'; code: number; subcode: number | null }
  | { is: 'not_sent' }
  | { is: 'lost' };

const MAX_BYTES = 1_000_000;
const errorSchema = z.object({ error: z.object({ code: z.int(), error_subcode: z.int().optional() }) });
// The connection was never made, so nothing can have arrived.
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ENETUNREACH']);

/**
 * One call of the Graph API with the Page's token and its `appsecret_proof`. No redirects, at most 1 MB, 7 s.
 * Source: Graph API docs, "Secure Graph API Calls" and "Error Handling": code and subcode decide, never the HTTP status.
 */
export async function callGraph(
  options: GraphOptions,
  call: {
    method: 'GET' | 'POST';
    path: string;
    query?: Record<string, string>;
    json?: unknown;
    /** The Marketing API takes forms. */
    form?: Record<string, string>;
    /** Only to find out whether Meta takes such a call. */
    withoutProof?: boolean;
  },
): Promise<GraphAnswer> {
  const url = new URL(`/${options.version}/${call.path}`, options.origin);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  url.searchParams.set('access_token', options.pageAccessToken);
  if (!call.withoutProof)
    url.searchParams.set('appsecret_proof', appSecretProof(options.appSecret, options.pageAccessToken));
  try {
    const response = await fetch(url, {
      method: call.method,
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs ?? 7_000),
      ...(call.form ? { body: new URLSearchParams(call.form) } : {}),
      ...(call.json === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(call.json) }),
    });
    if (!isReadable(response)) {
      await response.body?.cancel();
      return { is: 'lost' };
    }
    const json: unknown = JSON.parse(await readCapped(response));
    const refused = errorSchema.safeParse(json);
    if (refused.success) {
      const { code, error_subcode: subcode } = refused.data.error;
      return { is: 'error', code, subcode: subcode ?? null };
    }
    return response.ok ? { is: 'ok', json } : { is: 'lost' };
  } catch (error) {
    return { is: NEVER_CONNECTED.has(causeOf(error)) ? 'not_sent' : 'lost' };
  }
}

/** Lower-case hex HMAC-SHA256 of the token, keyed with the app secret. */
export function appSecretProof(appSecret: string, accessToken: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

// Graph answers JSON, now and then under its old name of a script; never HTML, never from elsewhere.
function isReadable({ status, headers }: Response): boolean {
  const type = headers.get('content-type') ?? '';
  return (status < 300 || status >= 400) && /^(?:application\/json|text\/javascript)\b/i.test(type);
}

async function readCapped(response: Response): Promise<string> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Error('the answer is longer than any Graph answer');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const parsed = z.object({ code: z.string() }).safeParse(cause);
  return parsed.success ? parsed.data.code : '';
}
