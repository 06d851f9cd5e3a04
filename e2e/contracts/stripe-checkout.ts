import type { Page } from 'playwright';
import { expect } from 'vitest';
import { z } from 'zod';
import type { ShopPage } from './stripe-page';

export const options = { mode: 'payment', amount: 4900, currency: 'eur' };

export async function openCheckout(all: ShopPage, elementsOptions: object, paymentOptions: object = {}): Promise<void> {
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

export async function typeCard(page: Page, number: string, code = '123'): Promise<void> {
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
export async function inPage(all: ShopPage, expression: string): Promise<z.output<typeof outcomeShape>> {
  const outcome: unknown = await all.page.evaluate(`(async () => {
    try { return { value: await (${expression}) } } catch (error) { return { name: error.name, message: error.message } }
  })()`);
  return outcomeShape.parse(outcome);
}

export const tokenise = `stripe.createConfirmationToken({ elements, params: {
  payment_method_data: { billing_details: { name: 'Ada', address: { country: 'DE', postal_code: '10115' } } },
  shipping: { name: 'Ada', address: { line1: 'Hauptstraße 1', city: 'Berlin', country: 'DE' } },
  return_url: location.href,
} })`;

export async function makeToken(all: ShopPage): Promise<string> {
  const submitted = await inPage(all, 'elements.submit()');
  expect(submitted).toEqual({ value: { selectedPaymentMethod: 'card' } });
  const made = await inPage(all, tokenise);
  expect(made.value?.confirmationToken?.id, JSON.stringify(made)).toMatch(/^ctoken_/);
  return made.value?.confirmationToken?.id ?? '';
}

export const automatic = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const } };

export async function confirm(all: ShopPage, token: string, amount = options.amount) {
  const { stripe } = all.all;
  const intent = await stripe.paymentIntents.create({ amount, currency: 'eur', ...automatic });
  return stripe.paymentIntents.confirm(intent.id, { confirmation_token: token });
}
