import { randomUUID } from 'node:crypto';
import { z } from 'zod';

export type PaypalSettings = { apiOrigin: string; clientId: string; clientSecret: string };

/** One call. `requestId` names its purpose: PayPal does the same id's work once. */
export type PaypalCall = {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  /** Parts of a form, each sent as JSON of its own: where PayPal would take files beside them. */
  parts?: Record<string, unknown>;
  requestId?: string;
  timeoutMs: number;
};

/** "answer": PayPal spoke, whatever its status. "silence": nobody knows whether it was done. */
export type PaypalAnswer = { is: 'answer'; status: number; json: unknown } | { is: 'silence' };

const READ_TIMEOUT_MS = 5_000;
/** A page of 500 transactions comes to half a megabyte. */
const LIMIT_BYTES = 4 * 1024 * 1024;
/** A token is renewed this long before it lapses, so that none lapses on its way. */
const RENEW_BEFORE_MS = 60_000;

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/**
 * Speaks to PayPal's REST API: one access token for all calls, fetched once however many wait for it and renewed when it
 * is refused. No redirect is followed, nothing but JSON and no answer above 4 MB is read: such an answer counts as silence.
 * Source: developer.paypal.com/api/rest/authentication.
 */
export function createPaypalClient(settings: PaypalSettings) {
  const basic = Buffer.from(`${settings.clientId}:${settings.clientSecret}`).toString('base64');
  let token: { value: string; until: number } | null = null;
  let fetching: Promise<PaypalAnswer | { is: 'token'; value: string }> | null = null;

  const fetchToken = async () => {
    const answer = await send(`${settings.apiOrigin}/v1/oauth2/token`, READ_TIMEOUT_MS, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    });
    if (answer.is === 'silence' || answer.status !== 200) return answer;
    const found = tokenSchema.safeParse(answer.json);
    if (!found.success) return { is: 'silence' as const };
    const { access_token: value, expires_in: seconds } = found.data;
    token = { value, until: Date.now() + seconds * 1000 - RENEW_BEFORE_MS };
    return { is: 'token' as const, value };
  };
  const currentToken = async () => {
    if (token && token.until > Date.now()) return { is: 'token' as const, value: token.value };
    fetching ??= fetchToken().finally(() => {
      fetching = null;
    });
    return fetching;
  };

  return async function call(asked: PaypalCall): Promise<PaypalAnswer> {
    const first = await currentToken();
    if (first.is !== 'token') return first;
    const answer = await sendCall(settings.apiOrigin, asked, first.value);
    // Withdrawn before its time: nothing was done with it, so the call may be made again.
    if (answer.is !== 'answer' || answer.status !== 401) return answer;
    if (token?.value === first.value) token = null;
    const second = await currentToken();
    return second.is === 'token' ? sendCall(settings.apiOrigin, asked, second.value) : second;
  };
}

export type CallPaypal = ReturnType<typeof createPaypalClient>;

/** Whether PayPal answers and knows us: asks for an order that does not exist. */
export async function isPaypalReady(settings: PaypalSettings): Promise<boolean> {
  const path = '/v2/checkout/orders/0';
  const answer = await createPaypalClient(settings)({ method: 'GET', path, timeoutMs: READ_TIMEOUT_MS });
  return answer.is === 'answer' && answer.status !== 401 && answer.status !== 403 && answer.status < 500;
}

function sendCall(apiOrigin: string, asked: PaypalCall, token: string): Promise<PaypalAnswer> {
  const content = contentOf(asked);
  return send(apiOrigin + asked.path, asked.timeoutMs, {
    method: asked.method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      prefer: 'return=representation',
      ...(content ? { 'content-type': content.type } : {}),
      ...(asked.requestId === undefined ? {} : { 'paypal-request-id': asked.requestId }),
    },
    ...(content ? { body: content.body } : {}),
  });
}

function contentOf({ body, parts }: PaypalCall): { type: string; body: string } | null {
  if (body !== undefined) return { type: 'application/json', body: JSON.stringify(body) };
  if (!parts) return null;
  const boundary = `kiosk-${randomUUID()}`;
  const texts = Object.entries(parts).map(([name, value]) =>
    [
      `--${boundary}`,
      `content-disposition: form-data; name="${name}"`,
      'content-type: application/json',
      '',
      JSON.stringify(value),
      '',
    ].join('\r\n'),
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${texts.join('')}--${boundary}--\r\n` };
}

async function send(url: string, timeoutMs: number, init: RequestInit): Promise<PaypalAnswer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    if (!isReadable(response)) {
      await response.body?.cancel();
      return { is: 'silence' };
    }
    const text = await readCapped(response);
    if (text === null) return { is: 'silence' };
    return { is: 'answer', status: response.status, json: text === '' ? null : JSON.parse(text) };
  } catch (error) {
    if (isNetwork(error)) return { is: 'silence' };
    throw error;
  }
}

// Somebody in between speaks HTML, and nobody sends us elsewhere.
function isReadable({ status, headers }: Response): boolean {
  const type = headers.get('content-type');
  return (status < 300 || status >= 400) && (type === null || /^application\/(?:\w+\+)?json\b/i.test(type));
}

async function readCapped(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    size += value.length;
    chunks.push(value);
    if (size <= LIMIT_BYTES) continue;
    await reader.cancel();
    return null;
  }
}

// A cut line and a timeout, and an answer that is no JSON: somebody in between spoke.
function isNetwork(error: unknown): boolean {
  return error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException;
}
