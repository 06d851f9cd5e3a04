import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { automatic, confirm, inPage, makeToken, openCheckout, options, tokenise, typeCard } from './stripe-checkout';
import { openShopPage, type ShopPage } from './stripe-page';

let all: ShopPage;

beforeAll(async () => {
  all = await openShopPage();
});
afterAll(() => all.close());

describe('what the page learns of its surroundings', () => {
  const readyOf = (type: string) => `new Promise((resolve) => {
    const element = elements.create('${type}');
    element.on('ready', (event) => resolve({ available: event.availablePaymentMethods }));
    element.mount('#second');
  })`;

  it('no wallets in a webview, and those that a test lets exist', async () => {
    await openCheckout(all, options);
    expect((await inPage(all, readyOf('expressCheckout'))).value?.available).toBe(undefined);
    await all.all.pull('payments', { wallets: ['applePay'] });
    const some = await inPage(all, readyOf('expressCheckout'));
    expect(some.value?.available).toEqual({ applePay: true, googlePay: false, link: false });
  });

  it('that the frame did not come', async () => {
    await openCheckout(all, options);
    await all.all.pull('faults', { match: 'GET /frame/payment', kind: 'status', status: 503 });
    await all.page.clock.install();
    const failed = inPage(
      all,
      `new Promise((resolve) => {
      payment.on('loaderror', ({ error }) => resolve({ error }));
      payment.mount('#payment');
    })`,
    );
    await all.page.locator('#payment iframe').waitFor();
    await expect.poll(() => all.page.frames().some((frame) => frame.url().endsWith('/frame/payment'))).toBe(true);
    const advancing = setInterval(() => void all.page.clock.fastForward(9_000), 200);
    expect((await failed).value?.error?.type).toBe('api_connection_error');
    clearInterval(advancing);
  });

  it('payments and disputes on the dashboard', async () => {
    const { page } = all;
    await openCheckout(all, options);
    await typeCard(page, '4242424242424242');
    const intent = await confirm(all, await makeToken(all));
    await page.goto(`${all.all.double.origin}/dashboard`);
    const row = page.getByRole('row').filter({ hasText: intent.id });
    await row.getByRole('button', { name: 'Open a dispute' }).click();
    await row.getByText('Disputed').waitFor();
    await row.getByRole('button', { name: 'Close as won' }).click();
    await expect.poll(async () => (await all.all.stripe.disputes.list()).data[0]?.status).toBe('won');
  });
});

describe('Stripe.js of the double punishes', () => {
  const refused = async (expression: string, words: string) => {
    const { name, message } = await inPage(all, expression);
    expect([name, message]).toEqual(['IntegrationError', expect.stringContaining(words)]);
  };

  it('a token without submit(), and one after the fields changed', async () => {
    await openCheckout(all, options);
    await refused(tokenise, 'elements.submit() must be called before');
    await typeCard(all.page, '4242424242424242');
    await makeToken(all);
    await refused(tokenise, 'elements.submit() must be called before');
    await inPage(all, 'elements.submit()');
    await all.page.frameLocator('#payment iframe').getByLabel('Security code').press('Backspace');
    await expect.poll(() => inPage(all, 'events.at(-1)')).toMatchObject({ value: { event: { complete: false } } });
    await refused(tokenise, 'elements.submit() must be called before');
  });

  it('a token of another amount or currency than the intent', async () => {
    await openCheckout(all, options);
    await typeCard(all.page, '4242424242424242');
    const token = await makeToken(all);
    await expect(confirm(all, token, 5000)).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      param: 'confirmation_token',
    });
    await inPage(all, 'elements.update({ amount: 5000 })');
    expect((await confirm(all, await makeToken(all), 5000)).status).toBe('succeeded');
  });

  it('an element used after it was unmounted', async () => {
    await openCheckout(all, options);
    await typeCard(all.page, '4242424242424242');
    await inPage(all, 'elements.submit()');
    await inPage(all, 'payment.unmount()');
    await refused(tokenise, 'still mounted');
  });

  it('two Payment Elements, wrong options, other keys and wrong moments', async () => {
    await openCheckout(all, options);
    await refused(`elements.create('payment')`, 'Can only create one Element');
    await refused(`stripe.elements({ mode: 'payment', amount: 0, currency: 'eur' })`, 'amount');
    await refused(`stripe.elements({ mode: 'payment', amount: 100, currency: 'EUR' })`, 'lowercase');
    await refused(`elements.update({ clientSecret: 'pi_1_secret_2' })`, 'clientSecret cannot be updated');
    await refused(`Stripe('sk_test_1')`, 'secret key');
    await refused(`stripe.confirmPayment({ elements })`, 'return_url');
    const intent = await all.all.stripe.paymentIntents.create({ amount: 4900, currency: 'eur', ...automatic });
    await refused(`stripe.handleNextAction({ clientSecret: '${intent.client_secret}' })`, 'requires_action');
    const stranger = await inPage(all, `stripe.retrievePaymentIntent('${intent.id}_secret_wrong')`);
    expect(stranger.value?.error?.type).toBe('invalid_request_error');
  });
});
