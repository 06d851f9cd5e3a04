import { ADA } from './buyer';
import { expect, test } from './doors';

const SQL = [
  "' or '1'='1",
  "'; drop table orders; --",
  '1) union select password from merchants --',
  '\\',
  '%',
  '$1',
  'pg_sleep(5)',
];
const SCRIPT = `<script>window.hurt=1</script>"><img src=x onerror=hurt()>{{7*7}}\${7*7}`;

test('row 45: SQL in any parameter, header, cookie or field makes no difference', async ({
  stranger,
  newBuyer,
  database,
  unchanged,
}) => {
  const buyer = newBuyer();
  const goods = await database.addGoods();
  await buyer.put(goods);
  const order = await buyer.order();
  await unchanged(async () => {
    for (const text of SQL) {
      const encoded = encodeURIComponent(text);
      for (const path of [
        `/shop/search?q=${encoded}&collection=${encoded}&page=${encoded}`,
        `/shop/products/${encoded}`,
        `/shop/collections/${encoded}?sort=${encoded}`,
        `/shop/orders/${encoded}`,
        `/shop/cart?problem=${encoded}`,
        `/api/checkout/attempt?requestId=${encoded}`,
        `/sign-in/first-owner?token=${encoded}`,
        `/api/messenger/webhook?hub.mode=${encoded}&hub.verify_token=${encoded}`,
      ]) {
        const answer = await buyer.get(path, { 'accept-language': text, 'user-agent': text, 'x-forwarded-for': text });
        expect([200, 403, 404], `${path} → ${answer.status}`).toContain(answer.status);
        expect(answer.text).not.toMatch(/syntax error|PG::|relation "/);
      }
      const cookie = `kiosk_session=${encoded}; kiosk_guest=${encoded}; kiosk_market=${encoded}`;
      expect((await stranger.get('/api/cart/summary', { cookie })).json).toEqual({ pieces: 0 });
      const add = await buyer.postForm('/api/cart', {
        action: 'add',
        slug: text,
        quantity: '1',
        [`option.${text}`]: text,
      });
      expect(add.status, text).toBe(422);
      const set = await buyer.postForm('/api/cart', { action: 'set', variantId: text, quantity: '1' });
      expect(set.status, text).toBe(404);
      expect((await buyer.confirm({ ...order, requestId: text })).status, text).toBe(422);
      const signIn = await buyer.post('/api/auth/sign-in/email', { email: text, password: text });
      expect([400, 401, 422, 429], text).toContain(signIn.status);
    }
  });
});

test('row 46: script in names and addresses is text on every page, under a policy that would not run it', async ({
  newBuyer,
  database,
}) => {
  const goods = await database.addGoods({ title: SCRIPT });
  const buyer = newBuyer();
  await buyer.put(goods);
  const address = { ...ADA.address, name: SCRIPT, street1: SCRIPT, city: SCRIPT };
  const paid = await buyer.confirm({ ...(await buyer.order()), details: { ...ADA, address } });
  expect(paid.json).toMatchObject({ is: 'paid' });
  await buyer.put(goods);
  const [order] = await database.rows<{ id: string }>('select id from orders order by placed_at desc limit 1');
  const pages = [
    '/shop/cart',
    '/shop/checkout',
    '/shop/orders',
    `/shop/orders/${order?.id}`,
    `/shop/products/${goods.slug}`,
    `/shop/search?q=${encodeURIComponent(SCRIPT)}`,
    `/shop/cart?problem=${encodeURIComponent(SCRIPT)}`,
  ];
  for (const path of pages) {
    for (const headers of [{ 'accept-language': 'de' }, { 'accept-language': 'en' }]) {
      const page = await buyer.get(path, headers);
      expect(page.status, path).toBe(200);
      expect(page.text, path).not.toContain('<script>window.hurt');
      expect(page.text, path).not.toMatch(/<img src=x/);
      const policy = String(page.headers['content-security-policy']);
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
      expect(scripts, path).toMatch(/'(nonce|sha256)-/);
      expect(scripts, path).not.toMatch(/unsafe-inline|unsafe-eval|\*(\s|$)/);
      expect(policy, path).toMatch(/object-src 'none'/);
      expect(policy, path).toMatch(/base-uri 'none'/);
    }
  }
  expect((await buyer.get(`/shop/orders/${order?.id}`)).text).toContain('&lt;script&gt;window.hurt');
});

test('row 47: no way leads on to another site or into a script', async ({ newBuyer, database, unchanged }) => {
  const buyer = newBuyer();
  const goods = await database.addGoods();
  await unchanged(async () => {
    for (const returnTo of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'https://evil.example/shop',
      '/\\evil.example',
      '/shop//evil.example',
      '/shop/../admin',
      '/shop\r\nset-cookie: a=b',
      '/shop?next=//evil.example',
    ]) {
      const answer = await buyer.postForm('/api/cart', { action: 'add', slug: goods.slug, quantity: '1', returnTo });
      expect([answer.status, answer.problem], returnTo).toEqual([422, 'invalid']);
      expect(answer.headers.location).toBeUndefined();
    }
    for (const next of ['//evil.example', 'https://evil.example', 'javascript:alert(1)']) {
      const query = `next=${encodeURIComponent(next)}&returnTo=${encodeURIComponent(next)}&callbackURL=${encodeURIComponent(next)}`;
      for (const path of ['/sign-in', '/admin', '/shop/cart', '/shop/checkout/return/stripe']) {
        const answer = await buyer.get(`${path}?${query}`);
        expect(String(answer.headers.location ?? ''), path).not.toMatch(/evil|javascript/);
        expect(answer.text, path).not.toMatch(/href="(?:javascript:|https?:\/\/evil|\/\/evil)/);
      }
    }
  });
});
