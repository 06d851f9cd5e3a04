import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFrontDoor } from './front-door';
import { createInside } from './inside';
import type { KeptAssets } from './kept-assets';
import { createKeptPages, type KeptPages } from './kept-pages';
import { createKeptPictures, type KeptPictures } from './kept-pictures';
import type { MachineDoor } from './machine-door';
import { pack } from './packed';

const hosts = {
  PUBLIC_URL: 'http://shop.example',
  WEBVIEW_HOST_ORIGINS: ['https://www.messenger.com'],
  EXTENSIONS_SDK_URL: 'https://connect.example/sdk.js',
  STRIPE_JS_ORIGIN: 'https://js.stripe.com',
  STRIPE_API_ORIGIN: 'https://api.stripe.com',
};
const PICTURE = `${'a'.repeat(22)}-640.avif`;
const pictures: KeptPictures = createKeptPictures(async () => ({
  get: async (name) => {
    if (name.startsWith('broken')) throw new Error('the bucket is away');
    return name === PICTURE ? { bytes: new Uint8Array([1, 2, 3]), contentType: 'image/avif' } : null;
  },
}));
const VISIT_VERSION = 'a'.repeat(16);
const noAssets: KeptAssets = { get: async () => null };
const PAGE =
  '<!DOCTYPE html><html><head><script src="/_next/a.js" async=""></script></head><body>HELLO<script>1</script><script>self.__next_f.push("HELLO")</script></body></html>';

let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
let price: number;
let pages: KeptPages;
let server: Server;
let port: number;
let databaseIsUp: boolean;

/** What stands behind the door: a static page at the shop's internal addresses, and an echo. */
const next: RequestListener = (request, response) => {
  if (request.url === '/api/enough') {
    // As a web stream over the request is cancelled.
    const reader = Readable.toWeb(request).getReader();
    reader.read().then(() => {
      response.writeHead(413).end();
      return reader.cancel();
    }, response.destroy);
    return;
  }
  buffer(request).then(
    (body) => {
      const url = request.url ?? '';
      seen.push({ method: request.method ?? '', url, headers: request.headers, body: body.toString() });
      response.setHeader('x-powered-by', 'Next.js');
      if (!databaseIsUp) return void response.writeHead(500, { 'content-type': 'text/html' }).end('broken');
      if (/\/shop(\/products\/[^/]+)?$/.test(url) && request.headers.rsc === undefined) {
        const gone = url.endsWith('/gone');
        response.writeHead(gone ? 404 : 200, {
          'content-type': 'text/html',
          'cache-control': gone ? 'no-store' : 's-maxage=31536000',
        });
        response.end(PAGE.replaceAll('HELLO', `${url} at ${price}`));
        return;
      }
      if (url.startsWith('/api/posted') && request.method !== 'POST') return void response.writeHead(405).end();
      if (url.includes('/elsewhere')) {
        response.setHeader('location', url.replace('elsewhere', 'cart'));
        return void response.writeHead(307).end();
      }
      response.setHeader('cache-control', 's-maxage=31536000');
      response.end(`behind: ${url}`);
    },
    () => response.destroy(),
  );
};

const machines: MachineDoor = async (request, response) => {
  response.writeHead(200).end(`machine: ${(await buffer(request)).toString()}`);
};

beforeEach(async () => {
  seen = [];
  price = 10;
  databaseIsUp = true;
  const visit = { version: VISIT_VERSION, packed: await pack(Buffer.from('visit()'), 4) };
  pages = createKeptPages(createInside(next), hosts, async () => null, visit);
  const ready = async () => ({ ready: databaseIsUp, facts: { database: databaseIsUp ? 'ok' : 'down' } });
  server = createFrontDoor({
    next,
    machines,
    pages,
    visit,
    assets: noAssets,
    pictures,
    ready,
    hosts,
    trustedProxies: '',
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer; text: string };

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Answer> {
  const asked = httpRequest({ port, host: '127.0.0.1', path, method, headers, agent: false });
  asked.end(body);
  const [answer]: IncomingMessage[] = await once(asked, 'response');
  if (!answer) throw new Error('no answer');
  const received = await buffer(answer);
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: received, text: received.toString() };
}

/** Bytes as they are on the wire, for what no client would send; answers the first line. */
async function askRaw(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  const answer = await buffer(socket);
  return answer.toString().split('\r\n')[0] ?? '';
}

describe('a page of the shop', () => {
  it('comes in the language of the cookie, else of the browser, at one address and without a redirect', async () => {
    expect((await ask('/shop', { 'accept-language': 'de-DE' })).text).toContain('/de/shop at 10');
    expect((await ask('/shop', { 'accept-language': 'de-DE', cookie: 'kiosk_market=en-US' })).text).toContain(
      '/en-US/shop at',
    );
    expect((await ask('/shop')).text).toContain('/en/shop at');
  });

  it('is shown in the market that a link of a feed names, and from then on', async () => {
    const linked = await ask('/shop/products/cup?market=en-US', { 'accept-language': 'de-DE' });
    expect(linked.text).toContain('/en-US/shop/products/cup at');
    expect(linked.headers['set-cookie']).toEqual([
      expect.stringMatching(/^kiosk_market=en-US; Path=\/; .*Secure; HttpOnly/),
    ]);
    const invented = await ask('/shop/products/cup?market=xx%0d%0aset-cookie:a=b', { 'accept-language': 'de-DE' });
    expect(invented.text).toContain('/de/shop/products/cup at');
    expect(invented.headers['set-cookie']).toBeUndefined();
  });

  it('is made once for all who ask, and not at all for who has it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask('/shop?ref=ad', { 'accept-encoding': 'br' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(seen).toHaveLength(1);
    const etag = String(answers[0]?.headers.etag);
    const again = await ask('/shop', { 'if-none-match': etag, 'accept-encoding': 'br' });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
  });

  it('comes as small as the browser can read it', async () => {
    const [br, gzip, plain, neither] = await Promise.all(
      ['gzip, deflate, br', 'gzip', '', 'br;q=0, gzip;q=0'].map((value) => ask('/shop', { 'accept-encoding': value })),
    );
    expect(br?.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br?.body ?? '').toString()).toBe(plain?.text);
    expect(gunzipSync(gzip?.body ?? '').toString()).toBe(plain?.text);
    expect(plain?.headers['content-encoding']).toBeUndefined();
    expect(neither?.headers['content-encoding']).toBeUndefined();
    expect(plain?.headers.vary).toMatch(/Accept-Encoding.*Accept-Language.*Cookie/);
  });

  it('names its inline scripts in the CSP and lets its own script start the others', async () => {
    const { headers, text } = await ask('/shop');
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+' https:\/\/connect.example;/);
    expect(headers['content-security-policy']).toContain('frame-ancestors https://www.messenger.com');
    expect(text).toContain('<script type="text/late" src="/_next/a.js"></script>');
    const own = /src="(\/_visit-[^"]+)"/.exec(text)?.[1] ?? '';
    const script = await ask(own);
    expect([script.text, script.headers['cache-control']]).toEqual(['visit()', 'public, max-age=31536000, immutable']);
    const older = await ask(`/_visit-${'0'.repeat(16)}.js`);
    expect([older.text, older.headers['cache-control']]).toEqual(['visit()', 'no-store']);
  });

  it('sends its data after it, as it was when the page went out, also when the page has changed', async () => {
    const address = /src="(\/_late\/shop\/en-[^"]+)"/.exec((await ask('/shop')).text)?.[1] ?? '';
    const first = await ask(address);
    expect(first.text).toBe('self.__next_f.push("/en/shop at 10");');
    expect(first.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    price = 20;
    await pages.drop([], async () => undefined);
    await ask('/shop');
    expect((await ask(address)).text).toBe(first.text);
  });

  it('gives data of a version that it never had as it is now, to be kept by nobody', async () => {
    const { text, headers } = await ask(`/_late/shop/de-${'0'.repeat(16)}.js`);
    expect([text, headers['cache-control']]).toEqual(['self.__next_f.push("/de/shop at 10");', 'no-store']);
  });

  it('is made anew after a change that names it, and a list after every change', async () => {
    await Promise.all(['/shop', '/shop/products/a', '/shop/products/b'].map((path) => ask(path)));
    price = 20;
    await pages.drop(['a'], async () => undefined);
    expect((await ask('/shop/products/a')).text).toContain('at 20');
    expect((await ask('/shop')).text).toContain('at 20');
    expect((await ask('/shop/products/b')).text).toContain('at 10');
    await pages.drop([], async () => undefined);
    expect((await ask('/shop/products/b')).text).toContain('at 20');
  });

  it('waits with making a page until Next forgot the old one', async () => {
    await ask('/shop');
    let forget = () => undefined as undefined;
    const forgotten = new Promise<void>((resolve) => {
      forget = () => void resolve();
    });
    const dropping = pages.drop([], () => forgotten);
    const asking = ask('/shop');
    price = 20;
    forget();
    await dropping;
    expect((await asking).text).toContain('at 20');
  });

  it('is not kept when it is an error, so that nobody fills the memory with addresses', async () => {
    const answer = await ask('/shop/products/gone');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-security-policy']).toContain('sha256-');
    await ask('/shop/products/gone');
    expect(seen).toHaveLength(2);
    expect(pages.size()).toBe(0);
  });

  it('goes out as it last was while it cannot be made anew', async () => {
    await ask('/shop');
    databaseIsUp = false;
    await pages.drop([], async () => undefined);
    const meanwhile = await ask('/shop');
    expect([meanwhile.status, meanwhile.text]).toEqual([200, expect.stringContaining('at 10')]);
    databaseIsUp = true;
    price = 20;
    expect((await ask('/shop')).text).toContain('at 20');
  });

  it('that was never made is promised for later while it cannot be made, as is a page for one person', async () => {
    databaseIsUp = false;
    for (const path of ['/shop/products/new', '/shop/cart', '/admin/orders']) {
      const answer = await ask(path);
      expect([answer.status, answer.headers['retry-after'], answer.headers['cache-control']], path).toEqual([
        503,
        '5',
        'no-store',
      ]);
    }
    expect(pages.size()).toBe(0);
  });

  it('is kept apart from what Next’s router asks for at the same address', async () => {
    await ask('/shop');
    const flight = await ask('/shop', { rsc: '1', 'accept-language': 'de' });
    expect(flight.text).toBe('behind: /de/shop');
    expect(flight.headers['cache-control']).toBe('private, no-cache');
    expect(flight.headers.vary).toContain('RSC');
    expect((await ask('/shop')).text).toContain('HELLO'.replaceAll('HELLO', '/en/shop at'));
  });

  it('answers HEAD like GET, without the body', async () => {
    const head = await ask('/shop', {}, 'HEAD');
    const get = await ask('/shop');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      get.headers['content-length'],
    ]);
  });
});

describe('a request', () => {
  it('is handed on with a clean address, the configured host and the true client', async () => {
    const { headers } = await ask('/shop/cart?nxtPlocale=de&q=1', {
      'x-middleware-subrequest': 'proxy:proxy',
      'content-security-policy': "script-src 'nonce-mine'",
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      'x-kiosk-client-ip': '6.6.6.6',
      'accept-language': 'de',
    });
    expect(seen[0]?.url).toBe('/de/shop/cart?q=1');
    expect(seen[0]?.headers).toMatchObject({
      host: 'shop.example',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'shop.example',
      'x-kiosk-client-ip': '127.0.0.1',
    });
    expect(Object.keys(seen[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(['x-middleware-subrequest']));
    expect(seen[0]?.headers['content-security-policy']).toBeUndefined();
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS'])(
    'with %s at a page of the shop is not allowed',
    async (method) => {
      const answer = await ask('/shop/cart', { 'content-length': '0' }, method);
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
      expect(seen).toEqual([]);
    },
  );

  it('reaches a door under /api as it was sent, whatever its method', async () => {
    const answer = await ask('/api/cart', { 'accept-language': 'de' }, 'POST', 'quantity=1');
    expect(answer.text).toBe('behind: /api/cart');
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/cart', body: 'quantity=1' });
    expect((await ask('/admin/orders', { origin: hosts.PUBLIC_URL }, 'POST', 'x')).status).toBe(200);
  });

  it.each(['/de/shop', '/.env', '/shop/..%2fadmin', '/shop.rsc', '/api/front/revalidate'])(
    'for %s finds nothing',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
      expect(seen).toEqual([]);
    },
  );

  it('of Messenger with events is answered without Next; its handshake and the doors beside it are not', async () => {
    expect((await ask('/api/messenger/webhook', {}, 'POST', '{}')).text).toBe('machine: {}');
    expect(seen).toHaveLength(0);
    await ask('/api/messenger/webhook?hub.mode=subscribe');
    await ask('/api/stripe/webhook', {}, 'POST', '{}');
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /api/messenger/webhook?hub.mode=subscribe',
      'POST /api/stripe/webhook',
    ]);
  });

  it('is told which methods a door has, and never the internal address', async () => {
    const put = await ask('/api/cart', { 'content-length': '0' }, 'PUT');
    expect([put.status, put.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
    const get = await ask('/api/posted');
    expect([get.status, get.headers.allow]).toEqual([405, 'POST']);
    expect((await ask('/shop/elsewhere', { 'accept-language': 'de' })).headers.location).toBe('/shop/cart');
  });

  it('with a form that cannot be read is refused, with a whole one is handed on as it came', async () => {
    const ours = { origin: hosts.PUBLIC_URL };
    const type = { 'content-type': 'multipart/form-data; boundary=b', ...ours };
    const whole = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n';
    expect((await ask('/sign-in', type, 'POST', 'garbage')).status).toBe(400);
    expect((await ask('/sign-in', { 'content-type': 'multipart/form-data', ...ours }, 'POST', whole)).status).toBe(400);
    expect((await ask('/sign-in', type, 'POST', whole)).status).toBe(200);
    expect(seen.map(({ body }) => body)).toEqual([whole]);
  });

  it.each<Record<string, string>>([
    {},
    { origin: 'null' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ])('of another site, a form to a page as %j, goes no further', async (headers) => {
    expect((await ask('/admin/orders', headers, 'POST', 'x')).status).toBe(403);
    expect(seen).toEqual([]);
  });

  it('is told where an address with a slash at its end has gone', async () => {
    const answer = await ask('/shop/cart/');
    expect([answer.status, answer.headers.location]).toEqual([308, '/shop/cart']);
  });
});

describe('a body', () => {
  it('that announces too much is refused before it is read', async () => {
    expect((await ask('/api/cart', { 'content-length': String(1024 * 1024 + 1) }, 'POST')).status).toBe(413);
    expect(seen).toEqual([]);
  });

  it('of exactly the limit goes through', async () => {
    const answer = await ask('/api/cart', {}, 'POST', 'x'.repeat(1024 * 1024));
    expect(answer.status).toBe(200);
    expect(seen[0]?.body).toHaveLength(1024 * 1024);
  });

  it('of a webhook may be eight times as long', async () => {
    const batch = 'x'.repeat(2 * 1024 * 1024);
    expect((await ask('/api/messenger/webhook', {}, 'POST', batch)).status).toBe(200);
    const tooLong = { 'content-length': String(8 * 1024 * 1024 + 1) };
    expect((await ask('/api/messenger/webhook', tooLong, 'POST')).status).toBe(413);
  });

  it('without an end is cut at the limit', async () => {
    const chunk = 'x'.repeat(65_536);
    const asked = httpRequest({ port, host: '127.0.0.1', path: '/api/cart', method: 'POST', agent: false });
    let sent = 0;
    let answered = false;
    asked.on('error', () => undefined); // the line is cut in the end
    const pour = () => {
      while (!answered && asked.write(chunk)) sent += chunk.length;
      if (!answered) asked.once('drain', pour);
    };
    pour();
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    answered = true;
    expect(answer?.statusCode).toBe(413);
    expect(sent).toBeLessThan(50 * 1024 * 1024);
    answer?.resume();
    await once(asked, 'close');
  });
});

describe('a body that goes on after the answer', () => {
  it('holds no line open', async () => {
    const answer = await askRaw('POST /api/enough HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n');
    expect(answer).toContain('413');
  });
});

describe('a broken request', () => {
  it.each([
    ['two hosts', 'GET /shop HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', '400'],
    ['no host', 'GET /shop HTTP/1.1\r\n\r\n', '400'],
    ['another form of address', 'GET http://evil.example/shop HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', '400'],
    [
      'length and chunks',
      'POST /api/cart HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
    ['two lengths', 'POST /api/cart HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd', '400'],
    ['a long address', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, '431'],
    ['many cookies', `GET /shop HTTP/1.1\r\nHost: a\r\nCookie: ${'a=b; '.repeat(4_000)}\r\n\r\n`, '431'],
    ['an upgrade', 'GET /api/x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n', '400'],
    ['nonsense', 'NONSENSE\r\n\r\n', '400'],
  ])('with %s is sent away', async (_, bytes, status) => {
    const withoutReuse = bytes.includes('Connection:')
      ? bytes
      : bytes.replace('\r\nHost: b', '\r\nConnection: close\r\nHost: b');
    expect(await askRaw(withoutReuse)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(seen).toEqual([]);
  });

  it('does not keep others waiting, however many dawdle', async () => {
    const slow = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    for (const socket of slow) socket.write('GET /shop HTTP/1.1\r\nHo');
    expect((await ask('/shop')).status).toBe(200);
    for (const socket of slow) socket.destroy();
    expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(30_000);
  });
});

describe('the monitors’ doors', () => {
  it('say that the shop lives, and whether it can serve', async () => {
    expect([(await ask('/api/health')).status, (await ask('/api/ready')).status]).toEqual([200, 200]);
    databaseIsUp = false;
    const answer = await ask('/api/ready');
    expect([answer.status, answer.headers['retry-after'], JSON.parse(answer.text)]).toEqual([
      503,
      '5',
      { database: 'down' },
    ]);
    expect((await ask('/api/health')).status).toBe(200);
    expect(seen).toEqual([]);
  });
});

describe('uploaded pictures', () => {
  it('go out for good, and nothing else of the store does', async () => {
    const picture = await ask(`/pictures/${PICTURE}`);
    expect([picture.status, picture.headers['content-type'], picture.body.length]).toEqual([200, 'image/avif', 3]);
    expect(picture.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(picture.headers['content-security-policy']).toMatch(/default-src 'none'/);
    expect((await ask(`/pictures/${PICTURE}`, {}, 'HEAD')).body.length).toBe(0);
    for (const name of ['x', 'secret.env', `${'b'.repeat(22)}-640.avif`, `${'a'.repeat(22)}-641.avif`])
      expect((await ask(`/pictures/${name}`)).status, name).toBe(404);
    expect((await ask(`/pictures/${PICTURE}`, {}, 'POST')).status).toBe(405);
    expect(seen).toEqual([]);
  });

  it('are promised for later when the store is away', async () => {
    const answer = await ask(`/pictures/${'broken'.padEnd(22, 'x')}-640.avif`);
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
  });
});
