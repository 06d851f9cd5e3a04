import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  ADA_IN_BERLIN,
  addToCart,
  buyByName,
  CARDS,
  fillAddress,
  fillCard,
  goToCheckout,
  orderButton,
  receiptIn,
  webview,
} from './steps';
import type { World } from './world';

const BOOK = 'Was die Möwe weiß';
/** How our server asks the provider to charge. */
const CONFIRMING = 'POST /v1/payment_intents/pi_';

test.describe('one purchase stays one', () => {
  test('though she taps the order button twice', async ({ shopper: { page, psid }, world }) => {
    const shop = await readyToOrder(page);
    await orderButton(shop).dblclick();
    await expect(receiptIn(page)).toBeVisible();
    await isChargedOnce(world, psid);
  });

  test('though she reloads while it is being paid', async ({ shopper: { page, psid }, world }) => {
    const shop = await readyToOrder(page);
    await orderUntilBankIsAsked(shop, world);
    await reload(shop);
    await expect(receiptIn(page)).toBeVisible({ timeout: 20_000 });
    await isChargedOnce(world, psid);
  });

  test('though she pays in two windows', async ({ shopper: { page, psid }, world, browser }) => {
    const shop = await readyToOrder(page);
    // A window of its own with the same cookies: of two tabs of one, the covered one draws nothing and takes no tap.
    const context = await browser.newContext({ locale: 'de-DE', storageState: await page.context().storageState() });
    const other = await context.newPage();
    await other.goto(page.url());
    const second = webview(other);
    // The second phone shows the same webview; she leads it to the same checkout.
    await second.getByRole('link', { name: /^Warenkorb/ }).click();
    await goToCheckout(second);
    await fillCard(second, CARDS.mastercard);

    // Both are tapped while the provider still works: else the slower page may have heard by then that all is paid.
    for (const one of [shop, second]) await orderButton(one).click({ trial: true });
    await world.control('/control/faults', { match: CONFIRMING, kind: 'delay', delayMs: 3_000, times: 1 });
    await Promise.all([orderButton(shop).click(), orderButton(second).click()]);
    await expect(receiptIn(page)).toBeVisible({ timeout: 20_000 });
    await isChargedOnce(world, psid);
    await context.close();
  });

  test('though she closes the webview as soon as she has tapped', async ({ shopper: { page, psid }, world }) => {
    const shop = await readyToOrder(page);
    await orderUntilBankIsAsked(shop, world);
    await page.getByRole('button', { name: 'Close webview' }).click();
    await expect(receiptIn(page)).toBeVisible({ timeout: 20_000 });
    await isChargedOnce(world, psid);
  });

  test("though the provider's answer is lost on the way", async ({ shopper: { page, psid }, world }) => {
    const shop = await readyToOrder(page);
    await world.control('/control/faults', { match: CONFIRMING, kind: 'drop-after', times: 1 });
    await orderButton(shop).click();
    await expect(receiptIn(page)).toBeVisible({ timeout: 20_000 });
    await isChargedOnce(world, psid);
  });
});

async function readyToOrder(page: Page): Promise<FrameLocator> {
  const { shop } = await buyByName(page, BOOK);
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  await fillCard(shop, CARDS.visa);
  return shop;
}

/** Taps, and returns while the provider still works on it: shorter than the shop's lease, after which its sweeper takes over. */
async function orderUntilBankIsAsked(shop: FrameLocator, world: World): Promise<void> {
  await world.control('/control/faults', { match: CONFIRMING, kind: 'delay', delayMs: 2_000, times: 1 });
  const since = await world.newestWireId();
  await orderButton(shop).click();
  await world.untilAsked('/confirm', since);
}

/** As she does it: the page in the webview, not the messenger around it. In a moment, since the page that is told goes. */
async function reload(shop: FrameLocator): Promise<void> {
  await shop.locator('body').evaluate(() => void setTimeout(() => window.location.reload()));
}

async function isChargedOnce(world: World, psid: string): Promise<void> {
  const [receipt] = await world.receipts(psid, 1);
  expect(await world.charges()).toMatchObject([
    { amount: Math.round((receipt?.summary.total ?? 0) * 100), refunded: false },
  ]);
}
