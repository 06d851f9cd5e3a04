import { expect, test } from './doors';
import { sendBytes } from './http-client';

const statusOf = (said: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0);
const MEGABYTE = 1024 * 1024;

test('row 56: a body without end, of 60 MB or of another length than it said is cut at the limit', async ({
  world,
  stranger,
  unchanged,
}) => {
  const { host } = new URL(world.shopOrigin);
  const head = (path: string, more: string[]) =>
    [
      `POST ${path} HTTP/1.1`,
      `Host: ${host}`,
      `Origin: ${world.shopOrigin}`,
      'Sec-Fetch-Site: same-origin',
      'Content-Type: application/json',
      ...more,
      '',
      '',
    ].join('\r\n');
  const doors = [
    '/api/checkout/quote',
    '/api/webview/sign-in',
    '/api/stripe/webhook',
    '/api/messenger/webhook',
    '/sign-in',
  ];
  await unchanged(async () => {
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(MEGABYTE, 0x20), Buffer.from('\r\n')]);
    const knock = async (path: string) => {
      // Refused before a byte of it was sent; and in the middle of what never ends. Then the line is cut.
      const announced = await sendBytes(world.shopOrigin, [head(path, [`Content-Length: ${60 * MEGABYTE}`])]);
      expect(statusOf(announced), `${path}: 60 MB announced`).toBe(413);
      const endless = [head(path, ['Transfer-Encoding: chunked']), ...Array<Buffer>(12).fill(chunk)];
      expect(statusOf(await sendBytes(world.shopOrigin, endless)), `${path}: chunks without end`).toBe(413);
    };
    await Promise.all(doors.map(knock));
    const lie = head('/api/checkout/quote', ['Content-Length: 2', 'Connection: close']);
    expect(statusOf(await sendBytes(world.shopOrigin, [lie, '{"country":"DE"}']))).toBe(400);
    const both = head('/api/checkout/quote', ['Content-Length: 2', 'Transfer-Encoding: chunked', 'Connection: close']);
    expect(statusOf(await sendBytes(world.shopOrigin, [both, '0\r\n\r\n']))).toBe(400);
    const hosts = head('/api/checkout/quote', ['Host: evil.example', 'Content-Length: 2', 'Connection: close']);
    expect(statusOf(await sendBytes(world.shopOrigin, [hosts, '{}']))).toBe(400);
    expect((await stranger.get('/shop', { 'x-long': 'x'.repeat(20_000) })).status).toBe(431);
  });
  expect((await stranger.get('/api/health')).status).toBe(200);
});

test('row 57: malformed forms and unknown actions are the sender’s fault, not ours', async ({
  stranger,
  newBuyer,
  database,
  unchanged,
}) => {
  const shopper = newBuyer();
  await shopper.put(await database.addGoods());
  const multipart = 'multipart/form-data; boundary=x';
  const field = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n--x--\r\n`;
  const bodies: Record<string, [type: string, body: string]> = {
    'no boundary': ['multipart/form-data', field('a')],
    'empty boundary': ['multipart/form-data; boundary=', field('a')],
    'no end': [multipart, '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
    'no parts': [multipart, 'nonsense'],
    empty: [multipart, ''],
    'no action': [multipart, field('a')],
    'unknown action': [multipart, field(`$ACTION_ID_${'0'.repeat(42)}`)],
    'action without its facts': [multipart, field('$ACTION_REF_1')],
    'action of a prototype': [multipart, field('$ACTION_ID___proto__')],
    'form that is none': ['application/x-www-form-urlencoded', '%E0%A4%A'],
    'no type': ['', 'a=1'],
  };
  await unchanged(async () => {
    for (const client of [stranger, shopper]) {
      for (const path of [
        '/sign-in',
        '/sign-in/first-owner',
        '/admin',
        '/admin/orders',
        '/admin/products/1',
        '/nowhere',
      ]) {
        for (const [name, [type, body]] of Object.entries(bodies)) {
          for (const action of [undefined, 'x', '0'.repeat(42)]) {
            const headers = { ...client.ours, 'content-type': type, ...(action ? { 'next-action': action } : {}) };
            const answer = await client.send('POST', path, { body, headers });
            // 200 and 303 only where the page itself would answer a GET so: nothing was run.
            expect([200, 303, 307, 400, 404, 405, 409, 415], `${path} ${name} ${action}`).toContain(answer.status);
          }
        }
      }
      for (const [name, [type, body]] of Object.entries(bodies)) {
        const answer = await client.send('POST', '/api/cart', {
          body,
          headers: { ...client.ours, 'content-type': type },
        });
        expect([400, 415, 422], `/api/cart ${name}`).toContain(answer.status);
      }
    }
  });
});

test('row 58: methods that nothing takes are answered with those that it does', async ({ stranger, unchanged }) => {
  const paths = [
    '/shop',
    '/shop/cart',
    '/shop/orders/x',
    '/admin',
    '/sign-in',
    '/api/cart',
    '/api/cart/summary',
    '/api/checkout/confirm',
    '/api/stripe/webhook',
    '/api/auth/sign-in/email',
    '/api/health',
    '/api/ready',
    '/api/metrics',
    '/api',
    '/api/nowhere',
    '/_next/static/x.js',
    '/nowhere',
  ];
  await unchanged(async () => {
    for (const path of paths) {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND']) {
        const answer = await stranger.send(method, path, { headers: stranger.ours });
        const told = `${method} ${path} → ${answer.status}`;
        expect([404, 405, ...(method === 'OPTIONS' ? [200, 204] : [])], told).toContain(answer.status);
        if (answer.status === 405) expect(answer.headers.allow, told).toMatch(/GET|POST/);
      }
    }
    for (const path of ['/shop', '/shop/cart', '/shop/products/x'])
      expect((await stranger.send('POST', path, { body: 'a=1', headers: stranger.ours })).status, path).toBe(405);
  });
});

test('row 67: nothing lies about, and nothing says what it is made with', async ({ stranger, newBuyer }) => {
  for (const path of [
    '/.env',
    '/.git/config',
    '/.next/BUILD_ID',
    '/package.json',
    '/dist/start.js',
    '/_next/static/../../package.json',
    '/_next/static/chunks/main.js.map',
    '/_next/webpack-hmr',
    '/_next/image?url=%2Fdemo%2Fx.webp&w=640&q=75',
    '/_next/data/x/shop.json',
    '/__nextjs_original-stack-frame',
    '/api/front/revalidate',
    '/api/debug',
    '/de/shop',
    '/en-US/shop/cart',
    '/_error',
    '/404.rsc',
  ]) {
    const answer = await stranger.get(path);
    expect([400, 404], path).toContain(answer.status);
  }
  const pages = ['/shop', '/shop/cart', '/shop/nowhere', '/sign-in', '/api/cart/summary', '/api/nowhere', '/nowhere'];
  for (const path of pages) {
    const answer = await newBuyer().get(path);
    expect(answer.headers['x-powered-by'] ?? answer.headers.server, path).toBeUndefined();
    expect(
      Object.keys(answer.headers).filter((name) => /^x-(nextjs|middleware)/.test(name)),
      path,
    ).toEqual([]);
    expect(answer.headers['x-content-type-options'], path).toBe('nosniff');
    expect(answer.headers['content-security-policy'], path).toMatch(/object-src 'none'|default-src 'none'/);
    expect(answer.text, path).not.toMatch(/node_modules|at \w+ \(|postgres:\/\//);
  }
  for (const authorization of ['', 'Bearer x', 'Basic Og=='])
    expect((await stranger.get('/api/metrics?token=kiosk-demo-metrics-token', { authorization })).status).toBe(401);
});
