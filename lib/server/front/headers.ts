import type { IncomingMessage, ServerResponse } from 'node:http';
import { CSP_OF_DATA } from '@/lib/server/csp';

/** What a page of the shop depends on beside its address. */
export const SHOP_VARY =
  'Accept-Encoding, Accept-Language, Cookie, RSC, Next-Router-State-Tree, Next-Router-Prefetch, Next-Router-Segment-Prefetch';

/** Kept by nobody without asking: the same address is another page in another language. */
export const ASK_AGAIN = 'private, no-cache';

const HSTS = 'max-age=63072000; includeSubDomains';
const NEXTS_OWN = /^(?:x-middleware-|x-nextjs-|x-invoke-|x-matched-path$|x-now-|x-next-|next-resume$)/;
const OURS_ALONE = ['content-security-policy', 'content-security-policy-report-only', 'x-nonce', 'forwarded'];

/**
 * Takes from a request what only those behind the door may say: Next's internal headers, a CSP (Next would read its
 * nonce from it), and who forwarded it. The host becomes the configured one, whatever the client called us.
 */
export function cleanRequest(request: IncomingMessage, client: string, publicUrl: URL): void {
  const { headers } = request;
  for (const name of Object.keys(headers)) {
    if (NEXTS_OWN.test(name) || OURS_ALONE.includes(name)) delete headers[name];
  }
  headers['x-forwarded-for'] = client;
  headers['x-kiosk-client-ip'] = client;
  headers.host = publicUrl.host;
  headers['x-forwarded-host'] = publicUrl.host;
  headers['x-forwarded-proto'] = publicUrl.protocol.slice(0, -1);
  delete headers['x-forwarded-port'];
  delete headers['x-real-ip'];
}

/** What every answer carries. */
export function setCommonHeaders(response: ServerResponse, publicUrl: URL): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin'); // with no-referrer a form would post "Origin: null"
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (publicUrl.protocol === 'https:') response.setHeader('strict-transport-security', HSTS);
}

const NEXTS_ANSWER_HEADERS = [
  'x-powered-by',
  'x-nextjs-cache',
  'x-nextjs-prerender',
  'x-nextjs-stale-time',
  'x-nextjs-postponed',
];

/**
 * Corrects Next's own headers at the last moment before they leave. `internalPrefix` ("/de"): of the shop's pages, whose
 * answers depend on cookie and language and must not name that address. A page that fails is promised for later.
 */
export function correctAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { internalPrefix, isPage }: { internalPrefix: string | null; isPage: boolean },
): void {
  const correct = (status: unknown): unknown => {
    if (response.headersSent) return status;
    for (const name of NEXTS_ANSWER_HEADERS) response.removeHeader(name);
    if (status === 405 && !response.hasHeader('allow')) {
      response.setHeader('allow', request.method === 'POST' ? 'GET, HEAD' : 'POST');
    }
    if (internalPrefix !== null) {
      const location = String(response.getHeader('location') ?? '');
      if (location.startsWith(`${internalPrefix}/shop`)) {
        response.setHeader('location', location.slice(internalPrefix.length));
      }
      response.setHeader('vary', SHOP_VARY);
      const kept = String(response.getHeader('cache-control') ?? '');
      if (/s-maxage|public/.test(kept)) response.setHeader('cache-control', ASK_AGAIN);
    }
    if (!response.hasHeader('content-security-policy')) response.setHeader('content-security-policy', CSP_OF_DATA);
    return status === 500 && isPage ? sayLater(response) : status;
  };
  response.writeHead = new Proxy(response.writeHead, {
    apply(writeHead, _, args) {
      const [status, ...rest] = args;
      return Reflect.apply(writeHead, response, [correct(status), ...rest]);
    },
  });
}

/** What fails now, mostly for want of a database, may work in a moment; the cause is in the log. */
export function sayLater(response: ServerResponse): number {
  response.setHeader('retry-after', '5');
  response.setHeader('cache-control', 'no-store');
  return 503;
}
