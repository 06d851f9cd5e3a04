import { ADA, newRequestId } from './buyer';
import { expect, test } from './doors';
import { demoAccounts } from './simulator/accounts';

/** Quantities that are none, as a form writes them. */
const NO_QUANTITIES = [
  '-1',
  '0',
  '1.5',
  '1e9',
  '1e999',
  '100',
  '1000000',
  'NaN',
  '',
  ' 2',
  '0x2',
  '٣',
  '9007199254740993',
];

test('row 1: a lower total, price, tax or discount is never believed', async ({ newBuyer, database, unchanged }) => {
  const goods = await database.addGoods();
  const buyer = newBuyer();
  await buyer.put(goods, 2);
  const order = await buyer.order();
  const { agreedTotal } = order;
  await unchanged(async () => {
    for (const amountMinor of [0, 1, agreedTotal.amountMinor - 1, agreedTotal.amountMinor + 1]) {
      const answer = await buyer.confirm({ ...order, agreedTotal: { ...agreedTotal, amountMinor } });
      expect([answer.status, answer.problem]).toEqual([409, 'price_changed']);
      expect(answer.json).toMatchObject({ detail: { quote: { total: agreedTotal } } });
    }
    const told: object[] = [
      { price: 1 },
      { total: 1 },
      { tax: 0 },
      { discount: 999 },
      { quote: { total: { amountMinor: 1, currency: 'EUR' } } },
      { agreedTotal: { ...agreedTotal, discount: 1 } },
      { role: 'owner' },
      { shopperId: 'x' },
      { details: { ...ADA, price: 1 } },
      { details: { ...ADA, address: { ...ADA.address, shippingMinor: 0 } } },
    ];
    for (const more of told) {
      const answer = await buyer.confirm({ ...order, ...more });
      expect([answer.status, answer.problem], JSON.stringify(more)).toEqual([422, 'invalid']);
    }
  });
  expect((await buyer.confirm(order)).json).toMatchObject({ is: 'paid' });
});

test('rows 2 and 17: quantities that are none, a cart beyond its limits, names without an end', async ({
  newBuyer,
  database,
  unchanged,
}) => {
  const goods = await database.addGoods({ stock: 1_000_000 });
  const buyer = newBuyer();
  await buyer.put(goods, 1);
  await unchanged(async () => {
    for (const quantity of NO_QUANTITIES) {
      const added = await buyer.add(goods, quantity);
      expect([added.status, added.problem], `add ${quantity}`).toEqual([422, 'invalid']);
      if (quantity === '0') continue; // that is how a line is removed
      const set = { action: 'set', variantId: goods.variantId, quantity };
      expect((await buyer.postForm('/api/cart', set)).status, `set ${quantity}`).toBe(422);
    }
    for (const quantity of [-1, 0, 1.5, [1], true, null, {}])
      expect((await buyer.post('/api/cart', { action: 'add', slug: goods.slug, quantity })).status).toBe(415);
    const twice: [string, string][] = [
      ['action', 'add'],
      ['slug', goods.slug],
      ['quantity', '1'],
      ['quantity', '9'],
    ];
    expect((await buyer.postForm('/api/cart', twice)).status).toBe(422);
    const ninetyNine = await buyer.add(goods, 99);
    expect([ninetyNine.status, ninetyNine.problem]).toEqual([422, 'too_many']);
  });

  // Forty-nine more lines fit, a fiftieth does not.
  for (let line = 0; line < 49; line += 1) await buyer.put(await database.addGoods());
  const last = await database.addGoods();
  await unchanged(async () => {
    const answer = await buyer.add(last);
    expect([answer.status, answer.problem]).toEqual([422, 'too_many']);
    const order = await buyer.order();
    for (const [field, value] of [
      ['name', 'N'.repeat(500)],
      ['street1', 'S'.repeat(20_000)],
      ['city', ''],
      ['postalCode', '1'],
      ['country', 'XX'],
    ]) {
      const address = { ...ADA.address, [String(field)]: value };
      expect((await buyer.confirm({ ...order, details: { ...ADA, address } })).status, field).toBe(422);
    }
    for (const email of ['', 'x', 'a@b', `${'a'.repeat(300)}@example.com`, 'a@example.com\r\nBcc: all@example.com'])
      expect((await buyer.confirm({ ...order, details: { ...ADA, email } })).status, email).toBe(422);
  });
});

test('row 3: bodies that are no bodies', async ({ newBuyer, database, unchanged }) => {
  const buyer = newBuyer();
  await buyer.put(await database.addGoods());
  const order = await buyer.order();
  const whole = JSON.stringify(order);
  const deep = 100_000;
  const bodies: Record<string, [body: string, status: number]> = {
    null: ['null', 422],
    one: ['1', 422],
    list: ['[]', 422],
    text: ['"x"', 422],
    empty: ['', 400],
    'half of it': [whole.slice(0, -5), 400],
    NaN: [whole.replace(/"amountMinor":\d+/, '"amountMinor":NaN'), 400],
    '1e999': [whole.replace(/"amountMinor":\d+/, '"amountMinor":1e999'), 422],
    'beyond 2^53': [whole.replace(/"amountMinor":\d+/, '"amountMinor":9007199254740993'), 422],
    'a number as text': [whole.replace(/"amountMinor":(\d+)/, '"amountMinor":"$1"'), 422],
    'a list as a number': [whole.replace(/"amountMinor":(\d+)/, '"amountMinor":[$1]'), 422],
    'doubled keys': [whole.replace('{', '{"way":"card",'), 400],
    'a hundred thousand levels': [`${'['.repeat(deep)}${']'.repeat(deep)}`, 413],
    'thirty thousand levels': [`${'['.repeat(30_000)}${']'.repeat(30_000)}`, 400],
    'half a surrogate pair': [whole.replace('Ada', '\\ud800'), 422],
    NUL: [whole.replace('Ada', '\\u0000'), 422],
    'a raw NUL': [whole.replace('Ada', '\u0000'), 400],
    'a prototype': [whole.replace('{', '{"constructor":{"prototype":{"way":"card"}},'), 422],
    'a byte order mark': [`\ufeff${whole}`, 400],
  };
  await unchanged(async () => {
    for (const path of ['confirm', 'quote', 'open', 'cancel'].map((door) => `/api/checkout/${door}`)) {
      for (const [name, [body, status]] of Object.entries(bodies)) {
        const answer = await buyer.postText(path, body);
        const told = `${path}: ${name} → ${answer.status} ${answer.problem}`;
        if (path.endsWith('confirm')) expect(answer.status, told).toBe(status);
        else expect([400, 413, 422], told).toContain(answer.status);
      }
    }
    const latin1 = { ...buyer.ours, 'content-type': 'application/json' };
    const notText = await buyer.send('POST', '/api/checkout/confirm', {
      body: Buffer.from([0x7b, 0xff]),
      headers: latin1,
    });
    expect(notText.status).toBe(400);
  });
  // A key of that name is nobody's business; the rest stands.
  const proto = await buyer.postText('/api/checkout/confirm', whole.replace('{', '{"__proto__":{"way":"x"},'));
  expect(proto.json).toMatchObject({ is: 'paid' });
});

test('row 9: a cart that changes while 3-D Secure is open: charge = attempt = order, the new cart stays', async ({
  newBuyer,
  database,
  world,
}) => {
  const goods = await database.addGoods({ stock: 20 });
  const buyer = newBuyer();
  await buyer.put(goods, 2);
  const order = await buyer.order({ card: 'pm_card_threeDSecureRequired' });
  expect((await buyer.confirm(order)).json).toMatchObject({ is: 'authentication_required' });
  await buyer.put(goods, 3);
  const [attempt] = await database.rows<{ payment: string; amount: number }>(
    'select provider_payment_id as payment, amount_minor as amount from payment_attempts where dialog_request_id = $1',
    [order.requestId],
  );
  expect(attempt?.amount).toBe(order.agreedTotal.amountMinor);
  const headers = { authorization: `Bearer ${demoAccounts.stripe.secretKey}` };
  const intent = await fetch(`${world.stripeOrigin}/v1/payment_intents/${attempt?.payment}`, { headers });
  const [, source] = /"source":"(\w+)"|challenge\/(\w+)/.exec(await intent.text())?.filter(Boolean) ?? [];
  const body = new URLSearchParams({ result: 'complete' });
  const bank = await fetch(`${world.stripeOrigin}/challenge/${source}`, { method: 'POST', body, redirect: 'manual' });
  expect(bank.status).toBeLessThan(400);

  const look = async () => (await buyer.get(`/api/checkout/attempt?requestId=${order.requestId}`)).json;
  await expect.poll(look).toMatchObject({ is: 'paid' });
  expect(await world.charges()).toMatchObject([{ amount: order.agreedTotal.amountMinor }]);
  expect(await database.stockOf(goods)).toEqual({ available: 18, held: 0, sold: 2 });
  expect((await buyer.get('/api/cart/summary')).json).toEqual({ pieces: 3 });
});

test('row 10: paying what was cancelled is over, and charges nothing', async ({ newBuyer, database, world }) => {
  const goods = await database.addGoods({ stock: 3 });
  const buyer = newBuyer();
  await buyer.put(goods, 3);
  const order = await buyer.order({ card: 'pm_card_threeDSecureRequired' });
  expect((await buyer.confirm(order)).json).toMatchObject({ is: 'authentication_required' });
  expect(await database.stockOf(goods)).toEqual({ available: 0, held: 3, sold: 0 });
  const cancelled = await buyer.post('/api/checkout/cancel', { requestId: order.requestId });
  expect(cancelled.json).toEqual({ is: 'over', end: 'cancelled' });
  expect(await buyer.confirm(order)).toMatchObject({ status: 410, json: { problem: 'attempt_over' } });
  expect(await world.charges()).toEqual([]);
  expect(await database.stockOf(goods)).toEqual({ available: 3, held: 0, sold: 0 });
});

test('row 11: the page that one returns to believes nothing that its address says', async ({
  newBuyer,
  database,
  unchanged,
}) => {
  const buyer = newBuyer();
  await buyer.put(await database.addGoods());
  const order = await buyer.order({ card: 'pm_card_threeDSecureRequired' });
  await buyer.confirm(order);
  const thief = newBuyer();
  await unchanged(async () => {
    for (const client of [buyer, thief]) {
      for (const address of [
        'stripe',
        'stripe?redirect_status=succeeded',
        'stripe?payment_intent=pi_1&redirect_status=succeeded',
        'stripe?back=guessed',
        'paypal',
        'paypal?token=5O190127TN364715T&PayerID=QYR5Z8XDVJNXQ',
        'paypal?back=guessed&token=5O190127TN364715T',
      ]) {
        const page = await client.get(`/shop/checkout/return/${address}`);
        expect(page.status).toBe(200);
        expect(page.text).not.toMatch(/K-\d{4}/);
      }
      expect((await client.get('/shop/checkout/return/klarna')).status).toBe(404);
    }
    const look = await buyer.get(`/api/checkout/attempt?requestId=${order.requestId}&redirect_status=succeeded`);
    expect(look.json).toMatchObject({ is: 'authentication_required' });
  });
  await buyer.post('/api/checkout/cancel', { requestId: order.requestId });
});

test('row 12: another currency, a currency of nowhere, a country that it does not hold for', async ({
  newBuyer,
  database,
  unchanged,
}) => {
  const buyer = newBuyer();
  await buyer.put(await database.addGoods());
  const order = await buyer.order();
  await unchanged(async () => {
    const amountMinor = order.agreedTotal.amountMinor;
    for (const currency of ['JPY', 'eur', 'XXX', '', null])
      expect((await buyer.confirm({ ...order, agreedTotal: { amountMinor, currency } })).status).toBe(422);
    const dollars = await buyer.confirm({ ...order, agreedTotal: { amountMinor, currency: 'USD' } });
    expect([dollars.status, dollars.problem]).toEqual([409, 'price_changed']);
    for (const market of ['en-US', 'de-CH', 'EUR', ''])
      expect((await buyer.confirm({ ...order, market })).status, market).toBe(422);
    const quote = await buyer.post('/api/checkout/quote', { market: 'de', country: 'US' });
    expect([quote.status, quote.problem]).toEqual([422, 'not_delivered_there']);
    const dialog = await buyer.post('/api/checkout/open', { market: 'de', requestId: newRequestId() });
    expect([dialog.status, dialog.problem]).toEqual([422, 'not_in_dialog']);
  });
});

test('row 13: paying without a cart, without a session, without a key', async ({ newBuyer, database, unchanged }) => {
  const buyer = newBuyer();
  const goods = await database.addGoods();
  await buyer.put(goods);
  const order = await buyer.order();
  await buyer.postForm('/api/cart', { action: 'remove', variantId: goods.variantId });
  await unchanged(async () => {
    const empty = await buyer.confirm(order);
    expect([empty.status, empty.problem]).toEqual([409, 'cart_empty']);
    const nobody = newBuyer();
    const unknown = await nobody.confirm(order);
    expect([unknown.status, unknown.problem]).toEqual([401, 'no_session']);
    const { requestId, ...keyless } = order;
    for (const key of [undefined, '', 'short', 'x'.repeat(65), `${requestId}!`, [requestId]])
      expect((await buyer.confirm({ ...keyless, requestId: key })).status).toBe(422);
    for (const confirmationToken of ['', 'tok_1', 'ctoken_', 'ctoken_../../v1/refunds', `ctoken_${'a'.repeat(300)}`])
      expect((await buyer.confirm({ ...order, confirmationToken })).status, confirmationToken).toBe(422);
    for (const shippingOptionId of ['free', 'constructor', ''])
      expect([409, 422]).toContain((await buyer.confirm({ ...order, shippingOptionId })).status);
  });
});

test('row 14: what is hidden, archived, deleted or never was cannot be bought', async ({
  newBuyer,
  database,
  unchanged,
}) => {
  const buyer = newBuyer();
  const hidden = await database.addGoods({ status: 'draft' });
  const archived = await database.addGoods({ status: 'archived' });
  const goods = await database.addGoods();
  await buyer.put(goods);
  await unchanged(async () => {
    for (const { slug } of [hidden, archived, { slug: 'never-was' }, { slug: '../admin' }]) {
      const answer = await buyer.postForm('/api/cart', { action: 'add', slug, quantity: '1' });
      expect([answer.status, answer.problem], slug).toEqual([422, 'not_for_sale']);
    }
    for (const variantId of [hidden.variantId, archived.variantId, 'never-was']) {
      const answer = await buyer.postForm('/api/cart', { action: 'set', variantId, quantity: '1' });
      expect([answer.status, answer.problem], variantId).toEqual([404, 'not_found']);
    }
  });
  expect((await buyer.get(`/shop/products/${hidden.slug}`)).status).toBe(404);

  // Withdrawn while it lay in the cart: said before any money moves.
  const order = await buyer.order();
  await database.rows(`update products set status = 'archived' where slug = $1`, [goods.slug]);
  await unchanged(async () => {
    const answer = await buyer.confirm(order);
    expect([answer.status, answer.problem]).toEqual([422, 'not_for_sale']);
  });
});
