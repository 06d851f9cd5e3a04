import { MARKET_IDS, type MarketId } from '@/lib/domain/market';

/** What the front door makes of the address of a request: `path` is canonical, so that nobody behind reads it otherwise. */
export type Address =
  | { is: 'refused'; status: 400 | 404 }
  | { is: 'moved'; to: string }
  | { is: 'health' }
  | { is: 'ready' }
  | { is: 'picture'; name: string }
  | { is: 'late'; path: string; version: string }
  | { is: 'visit'; version: string }
  | { is: 'kept' | 'shop' | 'page' | 'api' | 'asset'; path: string; query: string };

const NEXTS_OWN_QUERY = /^(?:nxt[PI]|__next|__n_|_nextDataReq|nextInternal)/i;
const KEPT = /^\/shop(?:\/(?:collections|products|legal)\/[^/]+)?$/;
/** The dynamic forms of Next's pages that a browser never asks for by address. */
const NEXTS_OWN_ENDING = /\.(?:rsc|segments|prefetch)(?:\/|$)/i;
const INTERNAL_PREFIXES: readonly string[] = MARKET_IDS.map((id) => id.toLowerCase());

/**
 * Reads a request's target. Refused: another form than a path, a path that could be read in two ways (encoded or doubled
 * slashes, dots, control characters), hidden files, and the internal addresses of the markets and of Next.
 */
export function readAddress(target: string): Address {
  if (!target.startsWith('/')) return { is: 'refused', status: 400 };
  const [rawPath = '/', ...rest] = target.split('?');
  if (rawPath.includes('//') || /[\\#]/.test(rawPath)) return { is: 'refused', status: 404 };
  const segments = decodeSegments(rawPath);
  if (!segments || segments.some((segment) => !isPlain(segment))) return { is: 'refused', status: 404 };
  const path = `/${segments.map(encodeURIComponent).join('/')}`;
  if (rawPath.endsWith('/') && path !== '/') return { is: 'moved', to: path };
  const query = cleanQuery(rest.join('?'));
  return classify(segments, path, query);
}

function decodeSegments(rawPath: string): string[] | null {
  try {
    return rawPath.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return null; // not an encoding at all
  }
}

function isPlain(segment: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !segment.startsWith('.') && !/[/\\\u0000-\u001f\u007f]/.test(segment) && segment.length <= 500;
}

function classify(segments: string[], path: string, query: string): Address {
  const [first = ''] = segments;
  if (INTERNAL_PREFIXES.includes(first.toLowerCase()) || NEXTS_OWN_ENDING.test(path))
    return { is: 'refused', status: 404 };
  if (path === '/') return { is: 'moved', to: '/shop' };
  if (path === '/api/health') return { is: 'health' };
  if (path === '/api/ready') return { is: 'ready' };
  if (path === INSIDE_PATH) return { is: 'refused', status: 404 };
  if (first === 'api') return { is: 'api', path, query };
  if (first === '_next' && segments[1] === 'static') return { is: 'asset', path, query };
  if (first === 'pictures' && segments.length === 2) return { is: 'picture', name: segments[1] ?? '' };
  if (`/${first}` === LATE_PREFIX) return lateData(path);
  const [, version] = VISIT.exec(path) ?? [];
  if (version !== undefined) return { is: 'visit', version };
  if (first === 'shop') return { is: KEPT.test(path) ? 'kept' : 'shop', path, query };
  return { is: 'page', path, query };
}

/** The late data of kept pages: `/_late/shop/de-0123456789abcdef.js`. The market is said, so that the answer is everybody's. */
const LATE_PREFIX = '/_late';
const LATE = /^\/_late(\/shop(?:\/.+)?)\/([a-zA-Z-]+)-([0-9a-f]{16})\.js$/;

/** Where the late data of an internal path (`/de/shop`) is asked for. */
export function lateAddress(path: string, version: string): string {
  const [, market = '', page = ''] = /^\/([^/]+)(\/.+)$/.exec(path) ?? [];
  return `${LATE_PREFIX}${page}/${market}-${version}.js`;
}

function lateData(path: string): Address {
  const [, page = '', market = '', version = ''] = LATE.exec(path) ?? [];
  const isKept = MARKET_IDS.some((id) => id === market) && KEPT.test(page);
  return isKept ? { is: 'late', path: `/${market}${page}`, version } : { is: 'refused', status: 404 };
}

/** The own script of the kept pages. */
const VISIT = /^\/_visit-([0-9a-f]{16})\.js$/;

export function visitAddress(version: string): string {
  return `/_visit-${version}.js`;
}

/** The door inside, by which the catalogue's pages are made anew: nobody outside reaches it. */
export const INSIDE_PATH = '/api/front/revalidate';

function cleanQuery(query: string): string {
  if (!query) return '';
  const kept = query.split('&').filter((part) => !NEXTS_OWN_QUERY.test(part));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

/** Where Next keeps the page of a shop address: `/shop/cart` in the German market is `/de/shop/cart`. */
export function internalPath(market: MarketId, path: string): string {
  return `/${market}${path}`;
}
