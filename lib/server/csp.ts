import type { Env } from './env';

/** The settings that decide which other hosts a page may speak to. */
export type CspHosts = Pick<
  Env,
  'PUBLIC_URL' | 'WEBVIEW_HOST_ORIGINS' | 'EXTENSIONS_SDK_URL' | 'STRIPE_JS_ORIGIN' | 'STRIPE_API_ORIGIN'
>;

/** Stripe's hosts beside the configured ones: its list in https://docs.stripe.com/security/guide#content-security-policy. */
const STRIPE_SCRIPTS = 'https://*.js.stripe.com';
const STRIPE_FRAMES = 'https://hooks.stripe.com';
const STRIPE_PICTURES = 'https://*.stripe.com';

/** The one room of the desk with a frame in it, which a form of its own may lead back to without a new page, and what stands in that. */
const SHOWS_PREVIEW = /^\/admin\/home(?:\/|$)/;
const PREVIEWS = '/shop/preview/home/';

/**
 * For a page that never changes: `scriptHashes` and `styleHashes` name everything inline in it ("sha256-…"). Nothing
 * else runs but files of this host and the Extensions SDK.
 */
export function cspOfKeptPage(hosts: CspHosts, scriptHashes: string[], styleHashes: string[]): string {
  return join(hosts, {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scriptHashes.map(quote), originOf(hosts.EXTENSIONS_SDK_URL)],
    'style-src': ["'self'", ...styleHashes.map(quote), ...(styleHashes.length > 0 ? ["'unsafe-hashes'"] : [])],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'frame-ancestors': hosts.WEBVIEW_HOST_ORIGINS,
  });
}

/** For a page made for one request: only scripts that carry its nonce run, and what those load. */
export function cspOfDynamicPage(hosts: CspHosts, nonce: string, path: string): string {
  const isShop = path === '/shop' || path.startsWith('/shop/');
  const isCheckout = isShop;
  const development = process.env.NODE_ENV === 'development';
  const stripe = [hosts.STRIPE_JS_ORIGIN, STRIPE_SCRIPTS];
  return join(hosts, {
    'default-src': ["'none'"],
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(isShop ? [originOf(hosts.EXTENSIONS_SDK_URL)] : []),
      ...(isCheckout ? stripe : []),
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    'style-src': ["'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:', ...(isCheckout ? [STRIPE_PICTURES] : ['blob:'])],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(isCheckout ? [hosts.STRIPE_API_ORIGIN] : []), ...(development ? ['ws:'] : [])],
    'frame-src': isCheckout
      ? [...stripe, hosts.STRIPE_API_ORIGIN, STRIPE_FRAMES]
      : [SHOWS_PREVIEW.test(path) ? "'self'" : "'none'"],
    'frame-ancestors': isShop
      ? [...(path.startsWith(PREVIEWS) ? ["'self'"] : []), ...hosts.WEBVIEW_HOST_ORIGINS]
      : ["'none'"],
  });
}

/** For answers that are no pages: data, pictures, refusals. */
export const CSP_OF_DATA = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function join(hosts: CspHosts, rules: Record<string, readonly string[]>): string {
  const always = {
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
  };
  const parts = Object.entries({ ...rules, ...always }).map(
    ([name, values]) => `${name} ${[...new Set(values)].join(' ')}`,
  );
  if (hosts.PUBLIC_URL.startsWith('https:')) parts.push('upgrade-insecure-requests');
  return parts.join('; ');
}

const quote = (hash: string) => `'${hash}'`;
const originOf = (url: string) => new URL(url).origin;
