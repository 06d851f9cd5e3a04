import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ada, ben, type Bench, callJson, fixtureAccounts, openBench, readVector } from './messenger-fixtures';
import { loadPage, sendButton, tapButton } from './messenger-page';

const vector = readVector(
  'sdk/payment-request.json',
  z.object({
    methodData: z.array(z.record(z.string(), z.unknown())),
    paymentDetails: z.record(z.string(), z.unknown()),
    additionalOptions: z.record(z.string(), z.unknown()),
    events: z.array(z.object({ type: z.string(), updateWith: z.unknown().optional(), target: z.record(z.string(), z.unknown()).optional() })),
    show: z.object({ resolves: z.record(z.string(), z.unknown()) }),
  }),
);
const updates = new Map(vector.events.map((event) => [event.type, event.updateWith]));

const dialogShape = z.object({
  id: z.string(),
  state: z.string(),
  problem: z.string().nullable(),
  total: z.object({ amount: z.string() }),
  lines: z.array(z.object({ label: z.string() })),
  shippingOptions: z.array(z.object({ id: z.string(), selected: z.boolean() })),
  addresses: z.array(z.object({ id: z.string(), region: z.string() })),
  cards: z.array(z.object({ id: z.string(), brand: z.string(), disabledReason: z.string().optional() })),
  chosenCardId: z.string().nullable(),
  confirmationText: z.string().nullable(),
});
type Dialog = z.infer<typeof dialogShape>;

type Request = EventTarget & {
  canMakePayment: () => Promise<boolean>;
  show: () => Promise<Record<string, unknown>>;
  shippingAddress: { region: string } | null;
  shippingOption: string | null;
};

let bench: Bench;
let webviewId: string;
let makeRequest: (details?: unknown, method?: unknown) => Request;

beforeAll(async () => {
  bench = await openBench({ era: '2016' });
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.lever('reset', {});
  await bench.greet();
  await bench.graph('/v26.0/me/messenger_profile', { whitelisted_domains: [bench.shop.origin] });
  webviewId = (await tapButton(bench, await sendButton(bench, { messenger_extensions: true }))).id;
  const page = await loadPage(bench, webviewId);
  await page.ready;
  makeRequest = (details = vector.paymentDetails, method = vector.methodData) =>
    Reflect.construct(page.sdk.member('PaymentRequest'), [method, details, vector.additionalOptions]);
});

async function dialog(): Promise<Dialog | null> {
  const screen = await callJson(`${bench.origin}/screen?psid=${ada}`);
  return z.object({ dialog: dialogShape.nullable() }).parse(screen.json).dialog;
}

/** The sheet once it is as wished; the page and the server talk meanwhile. */
async function dialogThat(wish: (dialog: Dialog) => boolean): Promise<Dialog> {
  return expect.poll(dialog, { timeout: 5000, interval: 10 }).toSatisfy((now: Dialog | null) => now !== null && wish(now)).then(async () => {
    const now = await dialog();
    if (!now) throw new Error('The sheet closed meanwhile.');
    return now;
  });
}

const choosing = (now: Dialog) => now.state === 'choosing';

async function act(what: unknown) {
  const open = await dialog();
  return callJson(`${bench.origin}/screen/dialog/${open?.id}`, { json: what });
}

/** Prices as the vector's shop does. */
function listen(request: Request): string[] {
  const heard: string[] = [];
  for (const type of ['shippingaddresschange', 'shippingoptionchange', 'checkoutcancel']) {
    request.addEventListener(type, (event) => {
      heard.push(type);
      const updateWith: unknown = Reflect.get(event, 'updateWith');
      if (updates.get(type) && typeof updateWith === 'function') updateWith(Promise.resolve(updates.get(type)));
    });
  }
  return heard;
}

async function chargesAtStripe() {
  const answer = await fetch(`${bench.simulator.origins.stripe}/v1/charges`, {
    headers: { authorization: `Bearer ${fixtureAccounts.stripe.secretKey}` },
  });
  const charge = z.object({ id: z.string(), amount: z.number(), currency: z.string(), paid: z.boolean(), metadata: z.record(z.string(), z.string()) });
  return z.object({ data: z.array(charge) }).parse(await answer.json()).data;
}

describe('the payment sheet of 2016', () => {
  it('prices each address and option anew, charges, and tells the page last', async () => {
    const request = makeRequest({ ...vector.paymentDetails, id: 'attempt-7' });
    const heard = listen(request);
    expect(await request.canMakePayment()).toBe(true);
    const shown = request.show();
    const first = await dialogThat(choosing);
    expect(first.addresses.map((address) => address.region)).toEqual(['CA', 'OR']);
    expect(request.shippingAddress).toMatchObject({ region: 'CA', country: 'US' });
    expect(Object.keys(request.shippingAddress ?? {}).sort()).toEqual(
      Object.keys(z.record(z.string(), z.unknown()).parse(vector.events[0]?.target?.shippingAddress)).sort(),
    );

    await act({ chooseShipping: 'exp' });
    const dearer = await dialogThat((now) => choosing(now) && now.total.amount === '40.93');
    expect(dearer.shippingOptions).toEqual([
      expect.objectContaining({ id: 'std', selected: false }),
      expect.objectContaining({ id: 'exp', selected: true }),
    ]);
    expect((await act({ pay: true })).status).toBe(200);
    const response = await shown;
    expect(heard).toEqual(['shippingaddresschange', 'shippingoptionchange']);

    const { complete, ...data } = response;
    expect(Object.keys(data).sort()).toEqual(Object.keys(vector.show.resolves).sort());
    const details = z.object({ provider_type: z.string(), charge_id: z.string(), fb_payment_id: z.string(), amount: z.unknown() });
    const { charge_id: chargeId, fb_payment_id: fbPaymentId, amount } = details.parse(data.details);
    expect({ ...data, details: amount, shippingAddress: null }).toEqual({
      requestId: 'attempt-7',
      methodName: 'fb',
      details: { currency: 'USD', amount: '40.93' },
      shippingAddress: null,
      shippingOption: 'exp',
      payerName: 'Ada Linwood',
      payerEmail: 'ada.linwood@example.com',
      payerPhone: null,
    });
    expect(await chargesAtStripe()).toEqual([
      { id: chargeId, amount: 4093, currency: 'usd', paid: true, metadata: { request_id: 'attempt-7', fb_payment_id: fbPaymentId } },
    ]);

    expect(await dialog()).toMatchObject({ state: 'paying' });
    if (typeof complete !== 'function') throw new Error('The response cannot be completed.');
    await complete('success');
    expect(await dialog()).toMatchObject({ state: 'done', confirmationText: 'Thank you!' });
  });

  it('lets her take another card after a decline, with no charge for the first', async () => {
    await bench.lever('payments', { nextCard: 'declined' });
    const request = makeRequest();
    listen(request);
    const shown = request.show();
    const first = await dialogThat(choosing);
    await act({ pay: true });
    const declined = await dialogThat((now) => now.problem !== null);
    expect(declined).toMatchObject({ state: 'choosing', chosenCardId: null });
    expect(await chargesAtStripe()).toEqual([]);
    expect((await act({ chooseCard: first.chosenCardId })).status).toBe(409);
    // She may change her mind: the wallet first, then another card. What she chose last is charged, once.
    expect((await act({ chooseCard: declined.cards.find((card) => card.brand === 'paypal')?.id })).status).toBe(200);
    expect((await act({ chooseCard: declined.cards.find((card) => card.brand === 'amex')?.id })).status).toBe(200);
    await act({ pay: true });
    await shown;
    expect(await chargesAtStripe()).toHaveLength(1);
  });

  it('rejects and says so when she leaves', async () => {
    const request = makeRequest();
    const heard = listen(request);
    const shown = request.show().then(
      () => 'paid',
      (error: unknown) => z.object({ name: z.string() }).parse(error).name,
    );
    await dialogThat(choosing);
    await act({ cancel: true });
    expect(await shown).toBe('AbortError');
    expect(heard).toContain('checkoutcancel');
    expect(await dialog()).toBeNull();
    expect(await request.canMakePayment()).toBe(true);
  });

  it('takes one request at a time', async () => {
    const request = makeRequest();
    listen(request);
    const shown = request.show().catch(() => 'left');
    await dialogThat(choosing);
    await expect(makeRequest().canMakePayment()).rejects.toMatchObject({ name: 'InvalidStateError' });
    await act({ cancel: true });
    await shown;
  });

  it('cannot be paid for an address that the shop does not serve', async () => {
    const request = makeRequest();
    request.addEventListener('shippingaddresschange', (event) => {
      const updateWith: unknown = Reflect.get(event, 'updateWith');
      const given = { ...vector.paymentDetails, shippingOptions: request.shippingAddress?.region === 'OR' ? vector.paymentDetails.shippingOptions : [] };
      if (typeof updateWith === 'function') updateWith(given);
    });
    const shown = request.show();
    const unserved = await dialogThat((now) => now.problem !== null);
    expect((await act({ pay: true })).status).toBe(409);
    await act({ chooseAddress: unserved.addresses.find((address) => address.region === 'OR')?.id });
    await dialogThat((now) => choosing(now) && now.problem === null);
    await act({ pay: true });
    expect(await shown).toMatchObject({ shippingAddress: { region: 'OR' } });
  });

  it.each([
    ['the webview is closed right after paying', async () => callJson(`${bench.origin}/screen/webview/${webviewId}/close`, { json: {} }), {}],
    ['its answer gets lost', async () => undefined, { nextAnswer: 'lost' }],
  ])('has charged although %s', async (_how, then, lever) => {
    await bench.lever('payments', lever);
    const request = makeRequest({ ...vector.paymentDetails, id: 'attempt-8' });
    listen(request);
    const shown = request.show().then(() => 'told', () => 'never told');
    await dialogThat(choosing);
    await act({ pay: true });
    await then();
    expect((await chargesAtStripe()).map((charge) => charge.metadata.request_id)).toEqual(['attempt-8']);
    if ('nextAnswer' in lever) await act({ cancel: true });
    expect(['told', 'never told']).toContain(await shown);
  });

  it('belongs to its own webview: no other one may follow, price or complete it', async () => {
    const request = makeRequest();
    listen(request);
    const shown = request.show().catch(() => 'left');
    const open = await dialogThat(choosing);
    await bench.lever(`threads/${ben}/text`, { text: 'hello' });
    const mid = await sendButton(bench, { messenger_extensions: true }, ben);
    const other = await tapButton(bench, mid, ben);
    for (const method of ['paymentNext', 'paymentUpdate', 'paymentComplete']) {
      const call = { messengerExtensions: 'call', id: 1, method, args: { dialogId: open.id, after: 0, details: null } };
      const json = { origin: bench.shop.origin, call };
      const answer = await callJson(`${bench.origin}/screen/webview/${other.id}/sdk`, { json });
      expect(answer.json).toMatchObject({ ok: false, code: 2018154 });
    }
    await act({ cancel: true });
    await shown;
  });

  const inEuro = JSON.parse(JSON.stringify(vector.paymentDetails).replaceAll('USD', 'EUR'));
  it.each([
    ['another currency', () => makeRequest(inEuro)],
    ['another Page', () => makeRequest(undefined, [{ supportedMethods: ['fb'], data: { merchantFBPageId: '1', termsUrl: 'https://shop.example.com' } }])],
    ['ten thousand dollars and a cent', () => makeRequest({ total: { amount: { currency: 'USD', value: '10000.01' } } })],
  ])('is not offered for %s', async (_what, request) => {
    expect(await request().canMakePayment()).toBe(false);
  });

  it('is not offered on a desktop, nor today', async () => {
    await bench.lever('host', { kind: 'facebook-frame' });
    expect(await makeRequest().canMakePayment()).toBe(false);
    await bench.lever('host', { kind: 'ios' });
    await bench.lever('profile', { era: 'current' });
    expect(await makeRequest().canMakePayment()).toBe(false);
    await expect(makeRequest().show()).rejects.toMatchObject({ code: 2071010 });
  });
});

it('hands over her data in their positions, once the Page has a privacy address', async () => {
  const page = await loadPage(bench, webviewId);
  await page.ready;
  const ask = () => page.sdk.call('requestPaymentCredentials', (success, error) => [success, error]);
  expect((await ask()).slice(0, 2)).toEqual(['error', 24002]);
  await bench.graph('/v26.0/me/messenger_profile', { payment_settings: { privacy_url: 'https://shop.example.com/privacy' } });
  const wanted = readVector('sdk/legacy-payment.json', z.object({ requestPaymentCredentials: z.object({ success_args: z.array(z.unknown()) }) }));
  const asked = ask();
  await dialogThat(choosing);
  await act({ pay: true });
  const given = await asked;
  const [, , , , address] = wanted.requestPaymentCredentials.success_args;
  expect(given.slice(0, 4)).toEqual(['Ada Linwood', 'ada.linwood@example.com', 'Visa', '4242']);
  expect(Object.keys(z.record(z.string(), z.unknown()).parse(given[4]))).toEqual(Object.keys(z.record(z.string(), z.unknown()).parse(address)));
  const left = ask();
  await dialogThat(choosing);
  await act({ cancel: true });
  expect((await left).slice(0, 2)).toEqual(['error', 24001]);
});
