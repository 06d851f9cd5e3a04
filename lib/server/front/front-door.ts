import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { CSP_OF_DATA, type CspHosts } from '@/lib/server/csp';
import { logProblem } from '@/lib/server/log';
import { marketOfRequest } from '@/lib/server/market-of-request';
import { countRequest } from '@/lib/server/request-counts';
import { isSameSite } from '@/lib/server/same-site';
import { type Address, internalPath, readAddress } from './address';
import { limitBody } from './body-limit';
import { checkForm } from './check-form';
import { createClientAddress } from './client-address';
import { ASK_AGAIN, cleanRequest, correctAnswer, SHOP_VARY, sayLater, setCommonHeaders } from './headers';
import type { KeptAssets } from './kept-assets';
import type { KeptPages, Versioned } from './kept-pages';
import type { KeptPictures } from './kept-pictures';
import { isForMachines, type MachineDoor } from './machine-door';
import { keepMarket, marketOfLink } from './market-link';
import { refuse } from './refuse';
import { sendPacked } from './send-packed';

export type FrontDoorOptions = {
  /** Next, or whoever answers what the door does not. */
  next: RequestListener;
  /** Takes the events of machines, without Next. */
  machines: MachineDoor;
  pages: KeptPages;
  /** The own script of those pages. */
  visit: Versioned;
  assets: KeptAssets;
  pictures: KeptPictures;
  ready: () => Promise<{ ready: boolean; facts: Record<string, unknown> }>;
  hosts: CspHosts;
  trustedProxies: string;
};

const BODY_LIMIT_BYTES = 1024 * 1024;
/** A machine may send a thousand events at once. */
const WEBHOOK_LIMIT_BYTES = 8 * 1024 * 1024;
const LIVE_PATH = '/admin/events';
/** What a phone's camera writes at most. */
const PICTURE_LIMIT_BYTES = 20 * 1024 * 1024;
/** A CSV file of 32 MB in a form. */
const IMPORT_LIMIT_BYTES = 33 * 1024 * 1024;
const FOREVER = 'public, max-age=31536000, immutable';
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
};

/** The server that stands before Next: it knows addresses, sizes, methods and headers, and no business. */
export function createFrontDoor(options: FrontDoorOptions): Server {
  const open = createDoor(options);
  const server = createServer({ ...LIMITS, keepAliveTimeout: 65_000 }, (request, response) => {
    open(request, response).catch((error: unknown) => {
      logProblem('front.failed', error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  server.maxHeadersCount = 100;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    const status = statusOfClientError(error.code);
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  });
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'));
  return server;
}

function statusOfClientError(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout';
  return '400 Bad Request';
}

function createDoor({
  next,
  machines,
  pages,
  visit,
  assets,
  pictures,
  ready,
  hosts,
  trustedProxies,
}: FrontDoorOptions) {
  const publicUrl = new URL(hosts.PUBLIC_URL);
  const clientAddress = createClientAddress(trustedProxies);

  return async function open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setCommonHeaders(response, publicUrl);
    if (countOf(request.rawHeaders, 'host') !== 1) return refuse(response, 400);
    const address = readAddress(request.url ?? '');
    const began = performance.now();
    // A desk's stream stays open for hours: it says nothing about how fast the shop answers.
    if (!('path' in address && address.path === LIVE_PATH))
      response.once('close', () => countRequest(address.is, response.statusCode, (performance.now() - began) / 1000));
    if (address.is === 'refused') return refuse(response, address.status);
    const allowed = methodsOf(address);
    if (!allowed.includes(request.method ?? '')) return refuse(response, 405, { allow: allowed.join(', ') });
    if (address.is === 'moved') return refuse(response, 308, { location: address.to });
    if (address.is === 'health') return sendJson(response, 200, { alive: true });
    if (address.is === 'ready') {
      const state = await ready();
      return sendJson(response, state.ready ? 200 : 503, state.facts, state.ready ? {} : { 'retry-after': '5' });
    }
    if (address.is === 'picture') return sendPicture(request, response, address.name);
    if (address.is === 'late')
      return sendScript(request, response, address, await pages.late(address.path, address.version));
    if (address.is === 'visit') return sendScript(request, response, address, visit);
    // Next would call another site's action an error of its own (500); under /api each door asks for itself.
    if (address.is === 'page' && request.method === 'POST' && !isFromOurSite(request, hosts.PUBLIC_URL))
      return refuse(response, 403);
    if (!limitBody(request, response, bodyLimitOf(address.path))) return;
    if (isForMachines(request.method, address.path)) return machines(request, response);
    if (address.is === 'asset' && (await sendAsset(request, response, address.path))) return;
    cleanRequest(request, clientAddress(request), publicUrl);
    const ofShop = address.is === 'kept' || address.is === 'shop';
    const linked = address.is === 'kept' ? marketOfLink(address.query) : null;
    if (linked) keepMarket(response, linked);
    const market = linked ?? marketOfRequest(request.headers.cookie, request.headers['accept-language']);
    const path = ofShop ? internalPath(market, address.path) : address.path;
    if (address.is === 'kept' && !isForRouter(request)) return sendPage(request, response, path);
    if (address.is === 'page') checkForm(request, response);
    correctAnswer(request, response, { internalPrefix: ofShop ? `/${market}` : null, isPage: address.is !== 'api' });
    request.url = path + address.query;
    next(request, response);
  };

  async function sendPage(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const page = await pages.get(path);
    response.setHeader('content-security-policy', page.csp);
    response.setHeader('cache-control', page.status === 200 ? ASK_AGAIN : 'no-store');
    const status = page.status >= 500 ? sayLater(response) : page.status;
    const headers = { 'content-type': 'text/html; charset=utf-8', vary: SHOP_VARY };
    sendPacked(request, response, { status, packed: page.packed, headers });
  }

  /** A picture's name never stands for another picture. */
  async function sendPicture(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const picture = await pictures.get(name).catch((error: unknown) => logProblem('pictures.unreachable', error));
    if (picture === undefined) return refuse(response, 503, { 'retry-after': '5' });
    if (picture === null) return refuse(response, 404);
    response.writeHead(200, {
      'content-type': picture.contentType,
      'content-length': picture.bytes.length,
      'cache-control': FOREVER,
      'content-security-policy': CSP_OF_DATA,
    });
    response.end(request.method === 'HEAD' ? undefined : picture.bytes);
  }

  async function sendAsset(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    const asset = await assets.get(path);
    if (!asset) return false;
    const headers = { 'content-type': asset.contentType, 'cache-control': FOREVER, vary: 'Accept-Encoding' };
    sendPacked(request, response, { status: 200, packed: asset.packed, headers });
    return true;
  }
}

/** What stays as it is may be kept by everybody; what took its place meanwhile, by nobody. */
function sendScript(
  request: IncomingMessage,
  response: ServerResponse,
  { version }: { version: string },
  script: Versioned | null,
): void {
  if (!script) {
    refuse(response, 404);
    return;
  }
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': script.version === version ? FOREVER : 'no-store',
    vary: 'Accept-Encoding',
  };
  sendPacked(request, response, { status: 200, packed: script.packed, headers });
}

/** Next's router in the browser asks for the same addresses and wants another form: never out of the kept pages. */
function isForRouter({ headers }: IncomingMessage): boolean {
  return headers.rsc !== undefined || headers['next-action'] !== undefined;
}

/** Forms of the shop post to /api; of the pages only the merchant's take a POST (server actions). */
function methodsOf(address: Address): readonly string[] {
  const takesForms = address.is === 'page' && /^\/(?:admin|sign-in)(?:\/|$)/.test(address.path);
  return takesForms || address.is === 'api' ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
}

function bodyLimitOf(path: string): number {
  if (path === '/api/pictures') return PICTURE_LIMIT_BYTES;
  if (path === '/api/imports') return IMPORT_LIMIT_BYTES;
  return /^\/api\/[a-z]+\/webhook$/.test(path) ? WEBHOOK_LIMIT_BYTES : BODY_LIMIT_BYTES;
}

function isFromOurSite({ headers }: IncomingMessage, publicUrl: string): boolean {
  const told = new Headers();
  for (const name of ['origin', 'sec-fetch-site']) {
    const value = headers[name];
    if (typeof value === 'string') told.set(name, value);
  }
  return isSameSite(told, publicUrl);
}

function countOf(rawHeaders: string[], name: string): number {
  return rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === name).length;
}

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  const body = JSON.stringify(value);
  const type = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(body), ...headers }).end(body);
}
