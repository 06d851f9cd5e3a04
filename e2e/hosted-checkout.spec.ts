import type { Page } from '@playwright/test';
import { expect, test as told } from './fixtures';
import { IN_MESSENGER } from './paypal-steps';
import {
  ADA_IN_BERLIN,
  addToCart,
  alertIn,
  buyByName,
  fillAddress,
  goToCheckout,
  orderButton,
  receiptIn,
  type Shop,
} from './steps';

// A script that is blocked is an error on the console of its own: what these stories are about.
const test = told.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
  quietConsole: async ({}, use) => {
    await use(undefined);
  },
});

test.describe("where Stripe's fields do not load, in the webview of a phone", () => {
  test.use({ userAgent: IN_MESSENGER });

  test('she pays on its own page, after one card was declined there', async ({ shopper: { page, psid }, world }) => {
    const shop = await orderOnStripesPage(page);
    await payThere(shop, '4000000000009995');
    await expect(shop.getByRole('alert')).toContainText('insufficient funds');
    expect(await world.charges()).toEqual([]);
    await payThere(shop, '4242424242424242');
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await world.charges()).toMatchObject([{ amount: 1690 + 490, refunded: false }]);
  });

  test('she leaves that page: nothing is charged, nobody pays there any more, and she orders anew', async ({
    shopper: { page, psid },
    world,
  }) => {
    const shop = await orderOnStripesPage(page);
    const address = await shop.locator(':root').evaluate(() => window.location.href);
    await shop.getByRole('link', { name: 'Back to the shop' }).click();
    await expect(alertIn(shop)).toContainText('Du hast bei Stripe abgebrochen. Es wurde nichts abgebucht');
    expect(await world.charges()).toEqual([]);
    expect((await page.request.get(address)).status()).toBe(410);
    await shop.getByRole('link', { name: 'Zurück zur Kasse' }).click();
    await orderButton(shop).click();
    await payThere(shop, '5555555555554444');
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await world.charges()).toHaveLength(1);
  });

  test('Stripe says everything twice, and she never comes back', async ({ shopper: { page, psid }, world }) => {
    for (const type of ['checkout.session.completed', 'payment_intent.succeeded', 'charge.succeeded'])
      await world.control('/control/faults', { match: `webhook:${type}`, kind: 'duplicate' });
    const shop = await orderOnStripesPage(page);
    await page.route('**/shop/checkout/return/**', (route) => route.abort());
    await payThere(shop, '4242424242424242');
    await world.receipts(psid, 1);
    expect(await world.charges()).toHaveLength(1);
  });
});

test.describe("where Stripe's fields do not load, on a desktop", () => {
  test('its page opens in a tab of its own, and the frame goes on by itself', async ({ shopper, world }) => {
    const { page, psid } = shopper;
    const tab = await orderInTab(page);
    await payThere(tab, '4242424242424242');
    await expect(tab.getByText('Bezahlt. Danke für deine Bestellung!')).toBeVisible();
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await world.charges()).toHaveLength(1);
  });

  test('she comes back in another browser that knows nothing of her', async ({ shopper, world, browser }) => {
    const { page, psid } = shopper;
    const tab = await orderInTab(page);
    const stranger = await browser.newContext({ locale: 'de-DE' });
    const elsewhere = await stranger.newPage();
    await elsewhere.goto(tab.url());
    await payThere(elsewhere, '4242424242424242');
    await expect(elsewhere.getByText('Bezahlt. Danke für deine Bestellung!')).toBeVisible();
    await elsewhere.getByRole('link', { name: 'Bestellung ansehen' }).click();
    await expect(elsewhere.getByText(/K-\d+/).first()).toBeVisible();
    await stranger.close();
    await world.receipts(psid, 1);
    expect(await world.charges()).toHaveLength(1);
  });
});

/** In the view itself, as a phone's Messenger shows it. */
async function orderOnStripesPage(page: Page): Promise<Shop> {
  const shop = await orderWithoutFields(page);
  await expect(payHeading(shop)).toBeVisible();
  return shop;
}

async function orderInTab(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await orderWithoutFields(page);
  const tab = await opened;
  await expect(payHeading(tab)).toBeVisible();
  return tab;
}

/** The script is blocked, as by a company's network. */
async function orderWithoutFields(page: Page): Promise<Shop> {
  await page.context().route('**/endive/stripe.js', (route) => route.abort());
  const { shop } = await buyByName(page, 'Sechs kleine Vögel');
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  await expect(shop.getByText('Die Kartenfelder laden hier nicht.')).toBeVisible();
  await shop.getByRole('radio', { name: 'Karte, auf der Seite von Stripe' }).check();
  await orderButton(shop).click();
  return shop;
}

function payHeading(view: Shop) {
  return view.getByRole('heading', { name: 'Pay €21.80' });
}

async function payThere(view: Shop, number: string): Promise<void> {
  await view.getByLabel('Card number').fill(number);
  await view.getByLabel('Expiration date').fill('12 / 34');
  await view.getByLabel('Security code').fill('123');
  await view.getByRole('button', { name: 'Pay' }).click();
}
