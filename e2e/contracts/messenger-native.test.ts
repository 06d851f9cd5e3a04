import { decrypt, generateKey, readMessage } from 'openpgp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ada, type Bench, callJson, openBench, readVector } from './messenger-fixtures';

const outbound = z.object({ request: z.object({ json: z.record(z.string(), z.unknown()) }) });
const inbound = z.object({ body: z.unknown(), expect: z.object({ json_body: z.unknown() }) });
const screen = z.object({
  dialog: z
    .object({
      id: z.string(),
      purpose: z.string(),
      state: z.string(),
      problem: z.string().nullable(),
      lines: z.array(z.object({ label: z.string(), amount: z.string() })),
      total: z.object({ amount: z.string() }),
      shippingOptions: z.array(z.object({ id: z.string(), amount: z.string() })),
      addresses: z.array(z.object({ id: z.string(), region: z.string() })),
    })
    .nullable(),
});
type Dialog = NonNullable<z.infer<typeof screen>['dialog']>;
const event = z.object({
  entry: z.tuple([z.object({ messaging: z.tuple([z.record(z.string(), z.unknown())]) })]),
});

let bench: Bench;
beforeEach(async () => {
  bench = await openBench({ era: '2016' });
  await bench.greet();
  await bench.settled();
  await bench.graph('/v2.10/me/messenger_profile', { payment_settings: { privacy_url: 'https://shop.example.com/privacy' } });
});
afterEach(() => bench.close());

const told = () =>
  bench.shop.received.flatMap(({ raw }) => {
    const read = event.safeParse(JSON.parse(raw));
    return read.success ? [read.data.entry[0].messaging[0]] : [];
  });
const toldOf = (kind: string) => told().filter((one) => kind in one);
const bodyOf = (file: string) => event.parse(readVector(`inbound/${file}.json`, inbound).body).entry[0].messaging[0];
const answers = (file: string) => ({ status: 200, body: JSON.stringify(readVector(`inbound/${file}.json`, inbound).expect.json_body) });

/** What the shop will say to the next questions; everything else it acknowledges as before. */
function reply(...replies: { status: number; body?: string }[]): void {
  bench.shop.replies.push(...replies);
}

async function send(file: string): Promise<string> {
  const { json } = readVector(`outbound/${file}.json`, outbound).request;
  const sent = await bench.graph('/v2.6/me/messages', { messaging_type: 'RESPONSE', ...json });
  await bench.settled();
  return z.object({ message_id: z.string() }).parse(sent.json).message_id;
}
const tap = (mid: string) => bench.lever(`threads/${ada}/tap`, { button: { mid, card: 0, button: 0 } });
const dialogNow = async () => screen.parse((await callJson(`${bench.origin}/screen?psid=${ada}`)).json).dialog;
async function dialogThat(fits: (dialog: Dialog) => boolean): Promise<Dialog> {
  let found: Dialog | null = null;
  await expect.poll(async () => {
    found = await dialogNow();
    return found !== null && fits(found);
  }).toBe(true);
  if (!found) throw new Error('there is no dialog');
  return found;
}
const act = async (what: object) => callJson(`${bench.origin}/screen/dialog/${(await dialogNow())?.id}`, { json: what });
const charges = async () =>
  z
    .object({ charges: z.array(z.object({ id: z.string(), amount: z.number(), metadata: z.record(z.string(), z.string()) })) })
    .parse((await callJson(`${bench.simulator.origins.stripe}/control/stripe/charges`)).json).charges;
const keysOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, keysOf(member)]))
    : typeof value;

const flexible = async () => {
  const mid = await send('buy-flexible');
  reply(answers('checkout-update'));
  expect((await tap(mid)).status).toBe(200);
  return dialogThat(({ state, shippingOptions }) => state === 'choosing' && shippingOptions.length === 2);
};

describe('the Buy button with a flexible amount', () => {
  it('asks, adds, asks for leave, charges and tells, in the recorded forms', async () => {
    const open = await flexible();
    expect(open.lines).toEqual([
      { label: 'Canvas tote', amount: '24.00' },
      { label: 'Shipping', amount: '4.95' },
      { label: 'Tax', amount: '1.98' },
    ]);
    expect(open.total.amount).toBe('30.93');
    await act({ chooseShipping: 'exp' });
    expect((await dialogNow())?.total.amount).toBe('40.93');
    await act({ chooseShipping: 'std' });
    reply(answers('pre-checkout-accept'));
    await act({ pay: true });
    await bench.settled();
    expect((await dialogThat(({ state }) => state === 'done')).problem).toBeNull();

    expect(keysOf(toldOf('checkout_update')[0])).toEqual(keysOf(bodyOf('checkout-update')));
    expect(toldOf('pre_checkout')[0]).toMatchObject({ pre_checkout: { amount: { currency: 'USD', amount: '30.93' } } });
    const paid = toldOf('payment')[0];
    expect(keysOf(paid)).toEqual(keysOf(bodyOf('payment-stripe')));
    expect(paid).toMatchObject({
      payment: { payload: 'CHECKOUT:ord_1001', shipping_option_id: 'std', amount: { amount: '30.93' } },
    });
    expect(await charges()).toMatchObject([{ amount: 3093, metadata: { payload: 'CHECKOUT:ord_1001' } }]);
  });

  it('asks again for another address, and cannot be paid where nothing is sent', async () => {
    const open = await flexible();
    reply(answers('checkout-update-unserved'));
    await act({ chooseAddress: open.addresses.find(({ region }) => region === 'OR')?.id });
    const unserved = await dialogThat(({ problem }) => problem !== null);
    expect(unserved).toMatchObject({ problem: 'The shop does not ship to this address.', total: { amount: '24.00' } });
    expect((await act({ pay: true })).status).toBe(409);
  });

  it.each([
    ['no JSON', { status: 200, body: 'EVENT_RECEIVED' }, /cannot be read/],
    ['no list', { status: 200, body: '{"shipping":{}}' }, /cannot be read/],
    ['an amount with three decimals', { status: 200, body: '{"shipping":[{"option_id":"a","option_title":"A","price_list":[{"label":"S","amount":"1.999"}]}]}' }, /cannot be read/],
    ['a failure', { status: 503 }, /did not answer/],
  ])('takes %s for no way to send it', async (_what, said, sentence) => {
    const mid = await send('buy-flexible');
    reply(said);
    await tap(mid);
    expect((await dialogThat(({ problem }) => problem !== null)).problem).toMatch(sentence);
    expect((await act({ pay: true })).status).toBe(409);
  });

  it.each([
    ['false', answers('pre-checkout-refuse'), /could not take this order/],
    ['something else', { status: 200, body: '{"success":"yes"}' }, /cannot be read/],
    ['nothing readable', { status: 200, body: 'OK' }, /cannot be read/],
    ['a failure', { status: 500 }, /did not answer/],
  ])('charges nothing when the shop answers %s', async (_what, said, sentence) => {
    await flexible();
    reply(said);
    await act({ pay: true });
    expect((await dialogThat(({ state }) => state === 'failed')).problem).toMatch(sentence);
    expect(await charges()).toEqual([]);
    expect(toldOf('payment')).toEqual([]);
  });
});

it('with a fixed amount the shop is not asked about sending, and no way to send is told', async () => {
  const mid = await send('buy-fixed');
  await tap(mid);
  expect((await dialogThat(({ state }) => state === 'choosing')).total.amount).toBe('30.93');
  reply(answers('pre-checkout-accept'));
  await act({ pay: true });
  await bench.settled();
  expect(toldOf('checkout_update')).toEqual([]);
  expect(toldOf('payment')).toHaveLength(1);
  expect(JSON.stringify(toldOf('payment')[0])).not.toContain('shipping_option_id');
});

it('a test payment moves nothing and always bears the same ids', async () => {
  const mid = await send('buy-test');
  for (const times of [1, 2]) {
    await tap(mid);
    await dialogThat(({ state }) => state === 'choosing');
    reply(answers('pre-checkout-accept'));
    await act({ pay: true });
    await bench.settled();
    expect(toldOf('payment')).toHaveLength(times);
    await expect.poll(dialogNow, { timeout: 5000 }).toBeNull();
  }
  const credential = { provider_type: 'stripe', charge_id: 'test_charge_id_12345', fb_payment_id: 'test_payment_id_12345' };
  expect(toldOf('payment')).toMatchObject([{ payment: { payment_credential: credential } }, { payment: { payment_credential: credential } }]);
  expect(await charges()).toEqual([]);
});

it('a Page without a linked account gets a card of one use, encrypted to its key', async () => {
  const { privateKey, publicKey } = await generateKey({ type: 'rsa', rsaBits: 4096, userIDs: [{ name: 'Fixture' }], format: 'object' });
  await bench.graph('/v2.10/me/messenger_profile', { payment_settings: { public_key: publicKey.armor() } });
  await bench.lever('payments', { credential: 'token' });
  await flexible();
  reply(answers('pre-checkout-accept'));
  await act({ pay: true });
  await bench.settled();
  const [paid] = toldOf('payment');
  expect(keysOf(paid)).toEqual(keysOf(bodyOf('payment-token')));
  const { tokenized_card } = z
    .object({ payment: z.object({ payment_credential: z.object({ tokenized_card: z.string() }) }) })
    .parse(paid).payment.payment_credential;
  const { data } = await decrypt({ message: await readMessage({ armoredMessage: tokenized_card }), decryptionKeys: privateKey });
  expect(data).toBe('4111111111111111');
  expect(await charges()).toEqual([]);
}, 30_000);

it('is brought until the shop acknowledges it, and was charged once', async () => {
  await flexible();
  await bench.lever('faults', { match: 'webhook:messaging_payments', kind: 'drop-after', times: 2 });
  reply(answers('pre-checkout-accept'));
  await act({ pay: true });
  await bench.settled();
  expect(toldOf('payment')).toHaveLength(3);
  expect(await charges()).toHaveLength(1);
});

it('is not drawn by the clients of today, and not without a privacy address', async () => {
  const mid = await send('buy-fixed');
  await bench.lever('profile', { era: 'current' });
  expect((await tap(mid)).status).toBe(409);
  expect((await bench.graph('/v26.0/me/messenger_profile?fields=payment_settings')).status).toBe(400);
});
