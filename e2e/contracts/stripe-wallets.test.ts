import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirm, inPage, openCheckout, options } from './stripe-checkout';
import { openShopPage, type ShopPage } from './stripe-page';

let all: ShopPage;
const complaints: string[] = [];

beforeAll(async () => {
  all = await openShopPage();
  all.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  all.page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(() => all.close());

/** A page with the row of wallets, which answers a tap by `onClick`. */
async function openRow(onClick = "event.resolve({ business: { name: 'Kiosk' } })"): Promise<void> {
  await all.all.pull('payments', { wallets: ['applePay', 'googlePay'] });
  await openCheckout(all, options);
  await all.page.evaluate(`(async () => {
    window.group = stripe.elements(${JSON.stringify(options)});
    window.row = group.create('expressCheckout', { buttonHeight: 48 });
    window.said = [];
    row.on('click', (event) => { ${onClick} });
    row.on('confirm', (event) => { window.agreed = event; said.push('confirm') });
    row.on('cancel', () => said.push('cancel'));
    const ready = new Promise((resolve) => row.once('ready', resolve));
    row.mount('#second');
    await ready;
  })()`);
}
const frame = () => all.page.frameLocator('iframe[title="Secure express checkout frame"]');
const tap = (name: string) => frame().getByRole('button', { name }).click();
const said = () => all.page.evaluate('said');
const token = 'stripe.createConfirmationToken({ elements: group, params: { return_url: location.href } })';

describe('the Express Checkout Element of the double', () => {
  beforeEach(() => {
    complaints.length = 0;
  });

  it('pays with the card behind a wallet after she agreed in its sheet', async () => {
    await openRow();
    await tap('Buy with Apple Pay');
    await frame().getByText('Pay Kiosk €49.00').waitFor();
    await tap('Pay with Apple Pay');
    await expect.poll(said).toEqual(['confirm']);
    expect(await inPage(all, 'group.submit()')).toEqual({ value: { selectedPaymentMethod: 'express_checkout' } });
    const made = await inPage(all, token);
    const intent = await confirm(all, made.value?.confirmationToken?.id ?? '');
    const charge = await all.all.stripe.charges.retrieve(String(intent.latest_charge));
    expect(charge.payment_method_details?.card?.wallet).toMatchObject({ type: 'apple_pay', dynamic_last4: '4242' });
    await expect.poll(() => frame().getByRole('dialog').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('closes the sheet when she leaves it, or when the page says that it failed', async () => {
    await openRow();
    await tap('Buy with Google Pay');
    await tap('Cancel');
    await expect.poll(said).toEqual(['cancel']);
    await tap('Buy with Google Pay');
    await tap('Pay with Google Pay');
    await expect.poll(said).toEqual(['cancel', 'confirm']);
    await all.page.evaluate("agreed.paymentFailed({ reason: 'fail' })");
    await expect.poll(() => frame().getByRole('dialog').count()).toBe(0);
  });

  it('shows no sheet when the tap is answered later than a second', async () => {
    await openRow('window.late = event');
    await tap('Buy with Apple Pay');
    await expect.poll(said, { timeout: 5_000 }).toEqual(['cancel']);
    expect((await inPage(all, 'late.resolve({})')).name).toBe('IntegrationError');
    expect(await frame().getByRole('dialog').count()).toBe(0);
    expect(complaints.join()).toContain('within 1 second');
  });

  it('makes no token without submit(), and none before she agreed', async () => {
    await openRow();
    expect((await inPage(all, token)).message).toContain('elements.submit() must be called before');
    await tap('Buy with Apple Pay');
    await tap('Pay with Apple Pay');
    await expect.poll(said).toEqual(['confirm']);
    expect((await inPage(all, token)).message).toContain('elements.submit() must be called before');
  });
});
