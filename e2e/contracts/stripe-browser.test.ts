import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { automatic, confirm, inPage, makeToken, openCheckout, options, typeCard } from './stripe-checkout';
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

describe('Stripe.js of the double, under the CSP of a shop, through the real loader', () => {
  beforeEach(() => {
    complaints.length = 0;
  });

  it('takes a card in a frame of another origin and pays with it, and the shop never sees the number', async () => {
    await openCheckout(all, options);
    const frame = all.page.frameLocator('#payment iframe');
    await typeCard(all.page, '4242424242424242');
    expect(await frame.getByLabel('Card number').inputValue()).toBe('4242 4242 4242 4242');
    expect(await frame.getByLabel('Expiration date').inputValue()).toBe('12 / 34');
    expect(await frame.getByText('Visa', { exact: true }).isVisible()).toBe(true);
    const intent = await confirm(all, await makeToken(all));
    expect(intent.status).toBe('succeeded');
    const last = await inPage(all, 'events.at(-1)');
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
    await openCheckout(all, options);
    const height = () => all.page.locator('#payment iframe').evaluate((frame) => frame.getBoundingClientRect().height);
    const before = await height();
    await typeCard(all.page, '4242424242424241', '1');
    const refused = await inPage(all, 'elements.submit()');
    expect(refused.value?.error).toMatchObject({ type: 'validation_error', code: 'invalid_number' });
    const frame = all.page.frameLocator('#payment iframe');
    await frame.getByText('Your card number is invalid.').waitFor();
    await frame.getByText("Your card's security code is incomplete.").waitFor();
    await expect.poll(height).toBeGreaterThan(before);
    expect(await frame.getByLabel('Card number').getAttribute('aria-invalid')).toBe('true');
  });

  it('dresses the fields in the colours of the page and hides the country on request', async () => {
    await openCheckout(
      all,
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
    await inPage(all, 'elements.submit()');
    const without = await inPage(all, 'stripe.createConfirmationToken({ elements })');
    expect(without).toMatchObject({ name: 'IntegrationError' });
    expect(without.message).toContain('billing_details.address.country');
  });

  for (const [button, status] of [
    ['Complete', 'succeeded'],
    ['Fail', 'requires_payment_method'],
    ['Cancel', 'requires_payment_method'],
  ] as const) {
    it(`shows the challenge of 3-D Secure; ${button} leads to ${status}`, async () => {
      await openCheckout(all, options);
      await typeCard(all.page, '4000000000003220');
      const intent = await confirm(all, await makeToken(all));
      expect(intent.next_action?.type).toBe('use_stripe_sdk');
      const acting = inPage(all, `stripe.handleNextAction({ clientSecret: '${intent.client_secret}' })`);
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
    await openCheckout(all, options);
    await typeCard(all.page, '4000000000000002');
    await expect(confirm(all, await makeToken(all))).rejects.toMatchObject({
      code: 'card_declined',
      decline_code: 'generic_decline',
    });
  });

  it('confirms on the client, too', async () => {
    await openCheckout(all, options);
    await typeCard(all.page, '4242424242424242');
    const intent = await all.all.stripe.paymentIntents.create({ amount: 4900, currency: 'eur', ...automatic });
    await inPage(all, 'elements.submit()');
    const done = await inPage(
      all,
      `stripe.confirmPayment({ elements, clientSecret: '${intent.client_secret}', redirect: 'if_required' })`,
    );
    expect(done.value?.paymentIntent).toMatchObject({ id: intent.id, status: 'succeeded' });
    expect(done.value?.paymentIntent).not.toHaveProperty('metadata');
    const again = await inPage(all, `stripe.retrievePaymentIntent('${intent.client_secret}')`);
    expect(again.value?.paymentIntent?.status).toBe('succeeded');
  });
});
