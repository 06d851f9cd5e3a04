import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { newRequestId } from './buyer';
import { expect, test } from './doors';
import type { Answer, HttpClient } from './http-client';
import { signedRequest } from './machines';

/** What an answer says, without what differs from one request to the next. */
function sameFor(html: string, ids: string[]): string {
  return ids.reduce((text, id) => text.replaceAll(id, 'ID'), html).replace(/nonce(="|\\?":\\?")[^"\\]*/g, 'nonce');
}

test('row 32: nobody reads or moves what is another shopper’s; it is as absent as what never was [7×sg 10×sg]', async ({
  newBuyer,
  database,
  unchanged,
}) => {
  const goods = await database.addGoods();
  const her = newBuyer();
  const { orderId, order } = await her.buy(goods);
  await her.put(goods, 2);
  const thief = newBuyer();
  await thief.put(await database.addGoods());

  expect((await her.get(`/shop/orders/${orderId}`)).text).toContain('Ada Muster');
  await unchanged(async () => {
    const nobodys = 'A'.repeat(orderId.length);
    const [taken, absent] = await Promise.all([orderId, nobodys].map((id) => thief.get(`/shop/orders/${id}`)));
    expect([taken?.status, absent?.status]).toEqual([404, 404]);
    expect(taken?.text).not.toContain('Ada');
    expect(sameFor(taken?.text ?? '', [orderId, nobodys])).toBe(sameFor(absent?.text ?? '', [orderId, nobodys]));

    const { requestId } = order;
    const look = (client: HttpClient, id: string) => client.get(`/api/checkout/attempt?requestId=${id}`);
    expect((await look(her, requestId)).json).toMatchObject({ is: 'paid', orderId });
    expect((await look(thief, requestId)).text).toBe((await look(thief, newRequestId())).text);
    expect((await look(thief, requestId)).status).toBe(404);
    expect((await thief.post('/api/checkout/cancel', { requestId })).status).toBe(404);

    const [attempt] = await database.rows<{ id: string }>('select attempt_id as id from orders where id = $1', [
      orderId,
    ]);
    const quote = { market: 'en-US', country: 'US', attemptId: attempt?.id };
    expect((await thief.post('/api/checkout/quote', quote)).status).toBe(404);
    const claim = {
      way: 'messenger',
      requestId,
      agreedTotal: order.agreedTotal,
      details: order.details,
      shippingOptionId: 'standard',
      chargeId: 'ch_1',
      fbPaymentId: '',
    };
    expect((await thief.confirm(claim)).status).toBe(404);

    // Its page, its papers and its end are hers alone.
    expect((await thief.get(`/shop/orders/${orderId}/invoice`)).status).toBe(404);
    expect((await her.get(`/shop/orders/${orderId}/invoice`)).status).toBe(200);
    for (const door of ['/api/orders/cancel', '/api/orders/invoice'])
      expect((await thief.postForm(door, { orderId })).status, door).toBe(404);

    // The variant is everybody's, the line is hers.
    const set = { action: 'set', variantId: goods.variantId, quantity: '9' };
    expect((await thief.postForm('/api/cart', set)).status).toBe(404);
    expect((await her.get('/api/cart/summary')).json).toEqual({ pieces: 2 });
  });
});

test('row 8: the same key with another body is refused, and a foreign key crosses nothing', async ({
  newBuyer,
  database,
  world,
}) => {
  const goods = await database.addGoods();
  const [her, him] = [newBuyer(), newBuyer()];
  const { order, orderId } = await her.buy(goods);
  const other = { ...order, details: { ...order.details, email: 'else@example.com' } };
  const reused = await her.confirm(other);
  expect([reused.status, reused.problem]).toEqual([422, 'key_reused']);
  expect((await her.confirm(order)).json).toMatchObject({ is: 'paid', orderId });

  await him.put(goods);
  const his = await him.confirm({ ...order, confirmationToken: await him.token() });
  expect(his.json).toMatchObject({ is: 'paid' });
  expect(his.text).not.toContain(orderId);
  expect(await world.charges()).toHaveLength(2);
});

const MERCHANT_PAGES = [
  '/admin',
  '/admin/orders',
  '/admin/products',
  '/admin/orders/1',
  '/admin/orders/1/packing-slip',
  '/admin/orders/labels',
  '/admin/orders/books',
  '/admin/products/1',
  '/admin/products/1/stock',
  '/admin/products/new',
  '/admin/products/import',
  '/admin/products/import/1',
  '/admin/products/export',
  '/admin/collections',
  '/admin/collections/new',
  '/admin/collections/x',
  '/admin/home',
  '/admin/home/new/hero',
  '/admin/home/x',
  '/admin/sessions',
  '/admin/security',
  '/admin/staff',
  '/admin/audit',
  '/admin/audit/export',
  '/admin/settings',
  '/admin/payments',
  '/admin/discounts',
  '/admin/discounts/new',
  '/admin/discounts/1',
  '/admin/disputes',
  '/admin/disputes/1',
  '/admin/people',
  '/admin/people/1',
  '/admin/people/replies',
  '/admin/links',
  '/admin/ads',
  '/admin/ads/new',
  '/admin/invoices/1',
];

test('rows 33 and 36: merchant pages lead everybody else to the sign-in, however they are asked', async ({
  newBuyer,
  stranger,
  database,
  unchanged,
}) => {
  const shopper = newBuyer();
  const { orderId } = await shopper.buy(await database.addGoods({ title: 'Secret of the house' }));
  const forged = { cookie: 'kiosk-merchant.session_token=abc.def; kiosk_session=x' };
  const guises: Record<string, Record<string, string>> = {
    plain: {},
    'a merchant’s cookie, made up': forged,
    middleware: { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    proxy: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    router: { rsc: '1' },
    'router with state': { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D' },
    prefetch: { rsc: '1', 'next-router-prefetch': '1', purpose: 'prefetch' },
    segment: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    'other host': { 'x-forwarded-host': 'evil.example', 'x-original-url': '/shop', 'x-rewrite-url': '/shop' },
    invoked: { 'x-invoke-path': '/shop', 'x-matched-path': '/shop', 'x-nextjs-data': '1' },
  };
  const odd = ['/ADMIN', '/admin/', '//admin', '/admin%2forders', '/%61dmin', '/admin/orders.rsc', '/shop/../admin'];
  const queries = ['?_rsc=1', '?nxtPpath=admin', '?__nextLocale=de'];
  const asked = [...MERCHANT_PAGES, ...odd, ...queries.map((query) => `/admin/orders${query}`)];
  await unchanged(async () => {
    for (const [name, headers] of Object.entries(guises)) {
      for (const path of asked) {
        const answer = await stranger.get(path, headers);
        const told = `${name}: ${path} → ${answer.status}`;
        expect([200, 303, 307, 308, 404], told).toContain(answer.status);
        expect(answer.text, told).not.toMatch(/Ada Muster|ada@example\.com|Secret of the house|K-\d{4}/);
        expect(answer.text, told).not.toContain(orderId);
        // A page that was streamed says the redirect in its text.
        const ways = [answer.headers.location ?? '', answer.text].join(' ');
        if (answer.status !== 404) expect(ways, told).toMatch(/\/sign-in|\/admin|NEXT_REDIRECT/);
        expect(String(answer.headers.location ?? ''), told).not.toContain('evil.example');
      }
    }
    expect((await shopper.get('/admin/orders')).headers.location).toBe('/sign-in?next=%2Fadmin%2Forders');
  });
});

test('row 37: server actions called by nobody, with nothing and of an old build are refused', async ({
  stranger,
  newBuyer,
  database,
  unchanged,
}) => {
  const shopper = newBuyer();
  await shopper.put(await database.addGoods());
  await unchanged(async () => {
    for (const client of [stranger, shopper]) {
      for (const path of ['/admin', '/admin/products/1', '/sign-in', '/sign-in/first-owner']) {
        for (const action of ['', 'x', '0'.repeat(42), `${'f'.repeat(42)}`, '__proto__', '../../etc']) {
          for (const body of ['[]', 'null', '["$F1"]', '[{"role":"owner","price":"0"}]', '{', '']) {
            const headers = { ...client.ours, 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' };
            const answer = await client.send('POST', path, { body, headers });
            expect([303, 400, 404, 405, 409], `${path} ${action} ${body}`).toContain(answer.status);
          }
        }
      }
    }
  });
});

const manifestSchema = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) });
const FOREIGN: Record<string, string>[] = [
  { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  { origin: 'null' },
  {},
];
/** Actions that somebody without a sign-in may call, in order to get one. */
const PUBLIC_ACTIONS = [
  'signIn',
  'enterByPasskey',
  'giveCode',
  'becomeFirstOwner',
  'join',
  'askForNewPassword',
  'chooseNewPassword',
];

test('row 37: the merchant’s true actions, called directly by nobody, a shopper and another site, do nothing [13×sg 14×sg 18×sg]', async ({
  stranger,
  newBuyer,
  database,
  unchanged,
}) => {
  const goods = await database.addGoods();
  const shopper = newBuyer();
  await shopper.put(goods);
  const manifest = await readFile('.next/server/server-reference-manifest.json', 'utf8');
  const actions = Object.entries(manifestSchema.parse(JSON.parse(manifest)).node);
  const merchants = actions.filter(([, { exportedName }]) => !PUBLIC_ACTIONS.includes(exportedName));
  expect(merchants.length).toBeGreaterThanOrEqual(3);
  const fields = {
    variantId: goods.variantId,
    difference: '-5',
    reason: 'counted',
    EUR: '0,01',
    version: '1',
    role: 'owner',
  };
  const parts = [...prefixed(fields), ['0', '[{"is":"ready"},"$K1"]']].map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const call = (client: HttpClient, id: string, from: Record<string, string>) =>
    client.send('POST', '/admin/products/1', {
      body: `${parts.join('')}--x--\r\n`,
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'next-action': id, ...from },
    });
  await unchanged(async () => {
    for (const client of [stranger, shopper]) {
      for (const [id, { exportedName }] of merchants) {
        const answer = await call(client, id, client.ours);
        expect(answer.status, exportedName).toBeLessThan(400);
        expect(answer.headers['x-action-redirect'], exportedName).toEqual(expect.stringMatching(/^\/sign-in/));
      }
      for (const [id, { exportedName }] of actions) {
        for (const from of FOREIGN) expect((await call(client, id, from)).status, exportedName).toBe(403);
      }
    }
  });
});

/** As React sends the form that is an action's second argument. */
function prefixed(fields: Record<string, string>): [string, string][] {
  return Object.entries(fields).map(([name, value]) => [`1_${name}`, value]);
}

test('row 38: another site changes nothing, whatever it says about itself [2×sg 3×sg 4×sg 6×sg]', async ({
  newBuyer,
  world,
  database,
  unchanged,
}) => {
  const goods = await database.addGoods();
  const her = newBuyer();
  const bought = await her.buy(goods);
  await her.put(goods);
  const order = await her.order();
  const json = { 'content-type': 'application/json' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const doors: [path: string, body: string, type: Record<string, string>][] = [
    ['/api/cart', new URLSearchParams({ action: 'add', slug: goods.slug, quantity: '5' }).toString(), form],
    ['/api/cart', new URLSearchParams({ action: 'remove', variantId: goods.variantId }).toString(), form],
    ['/api/checkout/quote', JSON.stringify({ country: 'DE', details: { email: 'x@example.com' } }), json],
    ['/api/checkout/open', JSON.stringify({ market: 'en-US', requestId: newRequestId() }), json],
    ['/api/checkout/confirm', JSON.stringify(order), json],
    ['/api/checkout/cancel', JSON.stringify({ requestId: order.requestId }), json],
    ['/api/checkout/open-in-browser', '{}', json],
    ['/api/checkout/hand-off', new URLSearchParams({ token: 'x'.repeat(60) }).toString(), form],
    ['/api/checkout/returned', JSON.stringify({ token: 'x'.repeat(60), gaveUp: true }), json],
    ['/api/checkout/kept-cards', JSON.stringify({ action: 'forget', cardId: 'x' }), json],
    ['/api/orders/cancel', new URLSearchParams({ orderId: bought.orderId }).toString(), form],
    ['/api/orders/invoice', new URLSearchParams({ orderId: bought.orderId }).toString(), form],
    ['/api/share', JSON.stringify({ slug: goods.slug }), json],
    ['/api/webview/sign-in', JSON.stringify({ signedRequest: signedRequest(await world.newPerson({})) }), json],
    ['/api/auth/sign-in/email', JSON.stringify({ email: 'a@b.de', password: 'x' }), json],
    ['/api/auth/sign-out', '{}', json],
    ['/api/passkeys/sign-in', '', form],
    ['/api/passkeys/add', '', form],
  ];
  const evil = 'https://evil.example';
  const strangers: Record<string, Record<string, string>> = {
    'foreign Origin': { origin: evil },
    'foreign Origin that says it is ours': { origin: evil, 'sec-fetch-site': 'same-origin' },
    'our name inside theirs': { origin: `${world.shopOrigin}.evil.example` },
    'another port': { origin: world.messengerOrigin },
    'another scheme': { origin: world.shopOrigin.replace('http:', 'https:') },
    'Origin null': { origin: 'null' },
    'Origin null, same-origin': { origin: 'null', 'sec-fetch-site': 'same-origin' },
    'no Origin and no Sec-Fetch-Site': {},
    'cross-site': { 'sec-fetch-site': 'cross-site' },
    'cross-site with our Origin': { origin: world.shopOrigin, 'sec-fetch-site': 'cross-site' },
    'same-site': { 'sec-fetch-site': 'same-site' },
    none: { 'sec-fetch-site': 'none' },
    'forged X-Forwarded-Host': { origin: evil, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    'forged Host': { origin: evil, host: 'evil.example' },
    'forged Forwarded': { origin: evil, forwarded: 'host=evil.example;proto=https' },
  };
  await unchanged(async () => {
    for (const [name, headers] of Object.entries(strangers)) {
      for (const [path, body, type] of doors) {
        const answer = await her.send('POST', path, { body, headers: { ...type, ...headers } });
        expect([answer.status, answer.problem], `${name}: ${path}`).toEqual([403, 'cross_site']);
        expect(answer.headers['access-control-allow-origin'], name).toBeUndefined();
      }
    }
    // From our own page, but as a form of another site could send it.
    for (const [path, body, type] of doors.filter(([, , type]) => type === json)) {
      for (const wrong of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
        const headers = { ...her.ours, 'content-type': wrong };
        const answer = await her.send('POST', path, { body, headers });
        expect([answer.status, answer.problem], `${wrong}: ${path} ${type}`).toEqual([415, 'unsupported_type']);
      }
    }
    // And by a link or a picture: nothing that changes answers a GET.
    for (const path of new Set(doors.map(([path]) => path))) {
      const answer = await her.get(`${path}?action=add&slug=${goods.slug}&quantity=1`, her.ours);
      expect([404, 405], path).toContain(answer.status);
    }
  });
  expect((await her.get('/api/cart/summary')).json).toEqual({ pieces: 1 });
  expect((await her.confirm(order)).json).toMatchObject({ is: 'paid' });
});

/** Next sends its router on to the same address with a mark of its own: nothing of hers is in that answer. */
async function follow(client: HttpClient, path: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await client.get(path, headers);
  return answer.status === 307 ? client.get(String(answer.headers.location), headers) : answer;
}

test('row 64: what is hers is kept by nobody, and the next one at the same address sees nothing of it', async ({
  newBuyer,
  stranger,
  database,
}) => {
  const her = newBuyer();
  const { orderId } = await her.buy(await database.addGoods());
  await her.put(await database.addGoods({ title: 'Only in her cart' }));
  const personal = ['/shop/cart', '/shop/checkout', '/shop/orders', `/shop/orders/${orderId}`];
  const guises: Record<string, string>[] = [{}, { rsc: '1' }, { 'x-nextjs-data': '1' }, { vary: '*' }];
  for (const path of [...personal, '/api/cart/summary']) {
    for (const headers of guises) {
      for (const query of ['', '?_rsc=abc']) {
        const hers = await follow(her, path + query, headers);
        const told = `${path}${query} ${JSON.stringify(headers)} → ${hers.status}`;
        expect(`${told}: ${hers.headers['cache-control']}`).toMatch(/private.*no-store/);
        const next = await follow(stranger, path + query, headers);
        expect(next.text, path).not.toMatch(/Ada Muster|ada@example\.com|Only in her cart|Hauptstr/);
      }
    }
  }
});
