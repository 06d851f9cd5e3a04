import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openShopPage, type ShopPage } from './stripe-page';

let all: ShopPage;
const complaints: string[] = [];

beforeAll(async () => {
  all = await openShopPage();
  all.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  all.page.on('pageerror', (error) => complaints.push(String(error)));
});
afterAll(() => all.close());

const options = { mode: 'payment', amount: 4900, currency: 'eur' };

async function openCheckout(elementsOptions: object, paymentOptions: object = {}): Promise<void> {
  const { page, shop } = all;
  await page.goto(`${shop.origin}/checkout`);
  await page.evaluate(`(async () => {
    window.stripe = await window.loaded;
    window.elements = stripe.elements(${JSON.stringify(elementsOptions)});
    window.payment = elements.create('payment', ${JSON.stringify(paymentOptions)});
    window.events = [];
    for (const name of ['ready', 'change', 'focus', 'loaderror']) {
      payment.on(name, (event) => events.push({ name, event }));
    }
    const ready = new Promise((resolve) => payment.once('ready', resolve));
    payment.mount('#payment');
    await ready;
  })()`);
}

async function typeCard(page: Page, number: string, code = '123'): Promise<void> {
  const frame = page.frameLocator('#payment iframe');
  await frame.getByLabel('Card number').pressSequentially(number);
  await frame.getByLabel('Expiration date').pressSequentially('1234');
  await frame.getByLabel('Security code').pressSequentially(code);
}

const intentSeen = z.looseObject({ id: z.string(), status: z.string() });
const outcomeShape = z.object({
  value: z
    .looseObject({
      confirmationToken: z.looseObject({ id: z.string() }).optional(),
      paymentIntent: intentSeen.optional(),
      error: z.looseObject({ type: z.string(), code: z.string().optional() }).optional(),
    })
    .optional(),
  name: z.string().optional(),
  message: z.string().optional(),
});

/** Runs in the page; answers `{value}`, or name and message of what was thrown. */
async function inPage(expression: string): Promise<z.output<typeof outcomeShape>> {
  const outcome: unknown = await all.page.evaluate(`(async () => {
    try { return { value: await (${expression}) } } catch (error) { return { name: error.name, message: error.message } }
  })()`);
  return outcomeShape.parse(outcome);
}

const tokenise = `stripe.createConfirmationToken({ elements, params: {
  payment_method_data: { billing_details: { name: 'Ada', address: { country: 'DE', postal_code: '10115' } } },
  shipping: { name: 'Ada', address: { line1: 'Hauptstraße 1', city: 'Berlin', country: 'DE' } },
  return_url: location.href,
} })`;

async function makeToken(): Promise<string> {
  const submitted = await inPage('elements.submit()');
  expect(submitted).toEqual({ value: { selectedPaymentMethod: 'card' } });
  const made = await inPage(tokenise);
  expect(made.value?.confirmationToken?.id, JSON.stringify(made)).toMatch(/^ctoken_/);
  return made.value?.confirmationToken?.id ?? '';
}

const automatic = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const } };

async function confirm(token: string, amount = options.amount) {
  const { stripe } = all.all;
  const intent = await stripe.paymentIntents.create({ amount, currency: 'eur', ...automatic });
  return stripe.paymentIntents.confirm(intent.id, { confirmation_token: token });
}

describe('Stripe.js of the double, under the CSP of a shop, through the real loader', () => {
  beforeEach(() => {
    complaints.length = 0;
  });

  it('takes a card in a frame of another origin and pays with it, and the shop never sees the number', async () => {
    await openCheckout(options);
    const frame = all.page.frameLocator('#payment iframe');
    await typeCard(all.page, '4242424242424242');
    expect(await frame.getByLabel('Card number').inputValue()).toBe('4242 4242 4242 4242');
    expect(await frame.getByLabel('Expiration date').inputValue()).toBe('12 / 34');
    expect(await frame.getByText('Visa', { exact: true }).isVisible()).toBe(true);
    const intent = await confirm(await makeToken());
    expect(intent.status).toBe('succeeded');
    const last = await inPage('events.at(-1)');
    expect(last.value).toMatchObject({
      name: 'change',
      event: { elementType: 'payment', complete: true, empty: false },
    });
    const toShop = all.all.world.wire.since(0).filter((entry) => entry.direction.endsWith('→ shop'));
    expect(toShop.length).toBeGreaterThan(0);
    expect(JSON.stringify(toShop)).not.toMatch(/4242 ?4242/);
    expect(complaints).toEqual([]);
  });

  it('grows with its content and says at the field what is wrong with it', async () => {
    await openCheckout(options);
    const height = () => all.page.locator('#payment iframe').evaluate((frame) => frame.getBoundingClientRect().height);
    const before = await height();
    await typeCard(all.page, '4242424242424241', '1');
    const refused = await inPage('elements.submit()');
    expect(refused.value?.error).toMatchObject({ type: 'validation_error', code: 'invalid_number' });
    const frame = all.page.frameLocator('#payment iframe');
    await frame.getByText('Your card number is invalid.').waitFor();
    await frame.getByText("Your card's security code is incomplete.").waitFor();
    await expect.poll(height).toBeGreaterThan(before);
    expect(await frame.getByLabel('Card number').getAttribute('aria-invalid')).toBe('true');
  });

  it('dresses the fields in the colours of the page and hides the country on request', async () => {
    await openCheckout(
      {
        ...options,
        appearance: {
          theme: 'night',
          variables: { colorBackground: '#101820', borderRadius: '12px' },
          rules: { '.Input': { borderWidth: '3px' } },
        },
      },
      { fields: { billingDetails: { address: { country: 'never' } } } },
    );
    const frame = all.page.frameLocator('#payment iframe');
    const styles = await frame.getByLabel('Card number').evaluate((input) => {
      const { backgroundColor, borderRadius, borderTopWidth } = getComputedStyle(input);
      return [backgroundColor, borderRadius, borderTopWidth];
    });
    expect(styles).toEqual(['rgb(16, 24, 32)', '12px', '3px']);
    expect(await frame.getByLabel('Country').isVisible()).toBe(false);
    await typeCard(all.page, '4242424242424242');
    await inPage('elements.submit()');
    const without = await inPage('stripe.createConfirmationToken({ elements })');
    expect(without).toMatchObject({ name: 'IntegrationError' });
    expect(without.message).toContain('billing_details.address.country');
  });

  for (const [button, status] of [
    ['Complete', 'succeeded'],
    ['Fail', 'requires_payment_method'],
    ['Cancel', 'requires_payment_method'],
  ] as const) {
    it(`shows the challenge of 3-D Secure; ${button} leads to ${status}`, async () => {
      await openCheckout(options);
      await typeCard(all.page, '4000000000003220');
      const intent = await confirm(await makeToken());
      expect(intent.next_action?.type).toBe('use_stripe_sdk');
      const acting = inPage(`stripe.handleNextAction({ clientSecret: '${intent.client_secret}' })`);
      const challenge = all.page.frameLocator('iframe[title="3D Secure authentication"]');
      await challenge.getByRole('button', { name: button }).click();
      const { value } = await acting;
      const after = await all.all.stripe.paymentIntents.retrieve(intent.id);
      expect(after.status).toBe(status);
      expect(await all.page.getByRole('dialog').count()).toBe(0);
      if (status === 'succeeded') expect(value?.paymentIntent?.status).toBe('succeeded');
      else expect(value?.error?.code).toBe('payment_intent_authentication_failure');
      expect(complaints).toEqual([]);
    });
  }

  it('hands back what the API says of a card that only looks right', async () => {
    await openCheckout(options);
    await typeCard(all.page, '4000000000000002');
    await expect(confirm(await makeToken())).rejects.toMatchObject({
      code: 'card_declined',
      decline_code: 'generic_decline',
    });
  });

  it('confirms on the client, too', async () => {
    await openCheckout(options);
    await typeCard(all.page, '4242424242424242');
    const intent = await all.all.stripe.paymentIntents.create({ amount: 4900, currency: 'eur', ...automatic });
    await inPage('elements.submit()');
    const done = await inPage(
      `stripe.confirmPayment({ elements, clientSecret: '${intent.client_secret}', redirect: 'if_required' })`,
    );
    expect(done.value?.paymentIntent).toMatchObject({ id: intent.id, status: 'succeeded' });
    expect(done.value?.paymentIntent).not.toHaveProperty('metadata');
    const again = await inPage(`stripe.retrievePaymentIntent('${intent.client_secret}')`);
    expect(again.value?.paymentIntent?.status).toBe('succeeded');
  });
});

describe('Stripe.js of the double punishes', () => {
  const refused = async (expression: string, words: string) => {
    const { name, message } = await inPage(expression);
    expect([name, message]).toEqual(['IntegrationError', expect.stringContaining(words)]);
  };

  it('a token without submit(), and one after the fields changed', async () => {
    await openCheckout(options);
    await refused(tokenise, 'elements.submit() must be called before');
    await typeCard(all.page, '4242424242424242');
    await makeToken();
    await refused(tokenise, 'elements.submit() must be called before');
    await inPage('elements.submit()');
    await all.page.frameLocator('#payment iframe').getByLabel('Security code').press('Backspace');
    await expect.poll(() => inPage('events.at(-1)')).toMatchObject({ value: { event: { complete: false } } });
    await refused(tokenise, 'elements.submit() must be called before');
  });

  it('a token of another amount or currency than the intent', async () => {
    await openCheckout(options);
    await typeCard(all.page, '4242424242424242');
    const token = await makeToken();
    await expect(confirm(token, 5000)).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      param: 'confirmation_token',
    });
    await inPage('elements.update({ amount: 5000 })');
    expect((await confirm(await makeToken(), 5000)).status).toBe('succeeded');
  });

  it('an element used after it was unmounted', async () => {
    await openCheckout(options);
    await typeCard(all.page, '4242424242424242');
    await inPage('elements.submit()');
    await inPage('payment.unmount()');
    await refused(tokenise, 'still mounted');
  });

  it('two Payment Elements, wrong options, other keys and wrong moments', async () => {
    await openCheckout(options);
    await refused(`elements.create('payment')`, 'Can only create one Element');
    await refused(`stripe.elements({ mode: 'payment', amount: 0, currency: 'eur' })`, 'amount');
    await refused(`stripe.elements({ mode: 'payment', amount: 100, currency: 'EUR' })`, 'lowercase');
    await refused(`elements.update({ clientSecret: 'pi_1_secret_2' })`, 'clientSecret cannot be updated');
    await refused(`Stripe('sk_test_1')`, 'secret key');
    await refused(`stripe.confirmPayment({ elements })`, 'return_url');
    const intent = await all.all.stripe.paymentIntents.create({ amount: 4900, currency: 'eur', ...automatic });
    await refused(`stripe.handleNextAction({ clientSecret: '${intent.client_secret}' })`, 'requires_action');
    const stranger = await inPage(`stripe.retrievePaymentIntent('${intent.id}_secret_wrong')`);
    expect(stranger.value?.error?.type).toBe('invalid_request_error');
  });
});
