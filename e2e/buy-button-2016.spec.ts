import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  ADA_IN_AMERICA,
  addToCart,
  alertIn,
  askFor,
  conversation,
  fillAddress,
  goToCheckout,
  orderButton,
  paymentSheet,
  receiptIn,
  webview,
} from './steps';

const PAD = ['Wochenblock', 'OO-DE-WEEK'] as const;
const PAD_NAME = 'Week Pad';
const PAYMENT = 'webhook:messaging_payments';
// How often Messenger brings an event in these stories, before it gives up.
const TRIES = 7;

test.describe("Messenger's own Buy button, as the platform was in 2016", () => {
  test.use({ era: '2016', locale: 'en-US', person: { name: 'Ada Linwood', locale: 'en_US' } });
  test.describe.configure({ timeout: 120_000 });

  // The merchant connects her Page in that year, and again in ours when the stories are told.
  test.beforeEach(async ({ world, house }) => {
    await world.control('/control/profile', { era: '2016' });
    await house.setUpMessenger();
  });
  test.afterEach(async ({ world, house }) => {
    await world.control('/control/profile', { era: 'current' });
    await house.setUpMessenger();
  });

  test('express delivery, a declined card, American Express; the receipt comes into the thread', async ({
    shopper: { page, psid },
    world,
  }) => {
    const sheet = await tapBuy(page, '$11.00');
    await expect(sheet.getByRole('button', { name: 'Pay $16.90' })).toBeVisible();
    await sheet.getByRole('radio', { name: /Express delivery/ }).check();
    await expect(sheet.getByRole('button', { name: 'Pay $30.90' })).toBeVisible();

    await world.control('/control/payments', { nextCard: 'declined' });
    await sheet.getByRole('button', { name: 'Pay $30.90' }).click();
    await expect(sheet.getByRole('alert')).toHaveText(/Visa ···· 4242 was declined\. Choose another card\./);
    expect(await world.charges()).toEqual([]);
    await sheet.getByRole('radio', { name: 'American Express ···· 8431' }).check();
    await sheet.getByRole('radio', { name: /Standard delivery/ }).check();
    await sheet.getByRole('button', { name: 'Pay $16.90' }).click();

    await expect(sheet.getByRole('status')).toContainText('Paid');
    await expect(receiptIn(page)).toContainText('Oakland, CA, 94612');
    const [receipt] = await world.receipts(psid, 1);
    expect(receipt).toMatchObject({ currency: 'USD', summary: { total: 16.9 } });
    expect(receipt?.paymentMethod).toContain('American Express');
    expect(await world.charges()).toMatchObject([{ amount: 1690, currency: 'usd', refunded: false }]);
  });

  test('a dear thing travels free: the amount in the bubble is the whole amount', async ({
    shopper: { page, psid },
    world,
    merchant,
  }) => {
    await merchant.setPrice(...PAD, 'USD', '89,00');
    await page.bringToFront();
    const sheet = await tapBuy(page, '$89.00');
    await expect(sheet.getByText('Standard delivery')).toBeVisible();
    // From her PayPal, into the Page's linked account there.
    await sheet.getByRole('radio', { name: 'PayPal' }).check();
    await sheet.getByRole('button', { name: 'Pay $89.00' }).click();
    await expect(receiptIn(page)).toBeVisible();
    expect(await world.receipts(psid, 1)).toMatchObject([{ summary: { total: 89 }, paymentMethod: 'PayPal' }]);
    expect(await world.charges()).toEqual([]);
    await merchant.setPrice(...PAD, 'USD', '11,00');
  });

  test('it sells out while she chooses: nothing is charged, and the thread says why', async ({
    shopper: { page },
    world,
    merchant,
  }) => {
    const { available } = await merchant.stockOf(...PAD);
    await page.bringToFront();
    const sheet = await tapBuy(page, '$11.00');
    await expect(sheet.getByRole('button', { name: 'Pay $16.90' })).toBeVisible();
    await merchant.setStock(...PAD, 0);
    await page.bringToFront();
    await sheet.getByRole('button', { name: 'Pay $16.90' }).click();

    await expect(sheet.getByRole('alert')).toHaveText(/could not take this order\. Nothing was charged/);
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(conversation(page)).toContainText(`"${PAD_NAME}" has just sold out. Nothing was charged.`);
    expect(await world.charges()).toEqual([]);
    await merchant.setStock(...PAD, available);
  });

  test('the price rises while she chooses: refused; the product shown again has the new one', async ({
    shopper: { page },
    world,
    merchant,
  }) => {
    const sheet = await tapBuy(page, '$11.00');
    await expect(sheet.getByRole('button', { name: 'Pay $16.90' })).toBeVisible();
    await merchant.setPrice(...PAD, 'USD', '12,00');
    await page.bringToFront();
    await sheet.getByRole('button', { name: 'Pay $16.90' }).click();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(conversation(page)).toContainText(`The price of "${PAD_NAME}" has changed. Nothing was charged.`);
    await conversation(page).getByRole('button', { name: 'Show it again' }).click();
    await expect(conversation(page).getByRole('button', { name: 'buy $12.00' })).toBeVisible();
    expect(await world.charges()).toEqual([]);
    await merchant.setPrice(...PAD, 'USD', '11,00');
  });

  test('a virtual card number is refused, and the shop says how else to pay', async ({
    shopper: { page, psid },
    world,
    merchant,
    house,
  }) => {
    const before = await merchant.stockOf(...PAD);
    await page.bringToFront();
    await world.control('/control/payments', { credential: 'token' });
    const sheet = await tapBuy(page, '$11.00');
    await sheet.getByRole('button', { name: 'Pay $16.90' }).click();

    await expect(conversation(page)).toContainText('we do not accept virtual card numbers. Nothing was charged.');
    await expect(conversation(page).getByRole('button', { name: 'Pay in the shop' })).toBeVisible();
    expect(await world.charges()).toEqual([]);
    await world.receipts(psid, 0);
    expect(await merchant.stockOf(...PAD)).toEqual(before);
    expect(house.said()).not.toContain('PGP');
  });

  test('she leaves the sheet: nothing is charged, nothing is held', async ({
    shopper: { page, psid },
    world,
    merchant,
  }) => {
    const before = await merchant.stockOf(...PAD);
    await page.bringToFront();
    const sheet = await tapBuy(page, '$11.00');
    await sheet.getByRole('button', { name: 'Cancel' }).click();
    await expect(sheet).toBeHidden();
    expect(await merchant.stockOf(...PAD)).toEqual(before);
    expect(await world.charges()).toEqual([]);
    await world.receipts(psid, 0);
  });

  test('Messenger tells it twice: one order, and the button has had its order', async ({
    shopper: { page, psid },
    world,
  }) => {
    await world.control('/control/faults', { match: PAYMENT, kind: 'duplicate', times: 1 });
    const sheet = await tapBuy(page, '$11.00');
    await sheet.getByRole('button', { name: 'Pay $16.90' }).click();
    await world.receipts(psid, 1);
    expect(await world.charges()).toHaveLength(1);
    await expect(sheet).toBeHidden();

    await conversation(page).getByRole('button', { name: 'buy $11.00' }).click();
    await sheet.getByRole('button', { name: 'Pay $16.90' }).click();
    await expect(sheet.getByRole('alert')).toHaveText(/could not take this order/);
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(conversation(page)).toContainText('You have ordered with this button already.');
    expect(await world.charges()).toHaveLength(1);
  });

  test('the shop is dead when the money has moved, and never hears of it: started again, it finds the charge', async ({
    shopper: { page, psid },
    world,
    house,
  }) => {
    const sheet = await tapBuy(page, '$11.00');
    await world.control('/control/faults', { match: PAYMENT, kind: 'drop-before', times: TRIES });
    await sheet.getByRole('button', { name: 'Pay $16.90' }).click();
    await expect(sheet.getByRole('status')).toContainText('Paid');
    await house.kill();
    await house.start();
    await expect(receiptIn(page)).toBeVisible({ timeout: 100_000 });
    await world.receipts(psid, 1);
    expect(await world.charges()).toMatchObject([{ amount: 1690, refunded: false }]);
    await world.control('/control/webhooks/settled', {});
  });

  test('a tester pays as often as she likes, and no order comes of it', async ({ world, house, page }) => {
    const psid = await world.newPerson({ name: 'Tess Ter', locale: 'en_US' });
    await house.setUpMessenger({ MESSENGER_PAYMENT_TESTERS: psid });
    await page.goto(`${world.messengerOrigin}/?psid=${psid}`);
    const sheet = await tapBuy(page, '$11.00');
    for (const times of [1, 2]) {
      await sheet.getByRole('button', { name: 'Pay $16.90' }).click();
      await expect(conversation(page).getByText('The test payment has arrived.')).toHaveCount(times);
      await expect(sheet).toBeHidden();
      if (times === 1) await conversation(page).getByRole('button', { name: 'buy $11.00' }).first().click();
    }
    expect(await world.charges()).toEqual([]);
    await world.receipts(psid, 0);
  });

  test('a client before PaymentRequest: she types where it goes, agrees in the sheet, and our total is charged', async ({
    shopper: { page, psid },
    world,
  }) => {
    await world.control('/control/host', { paymentForm: 'first' });
    const { sheet, shop } = await payWithMessenger(page);
    await expect(sheet.getByRole('button', { name: 'Continue' })).toBeVisible();
    expect(await world.charges()).toEqual([]);
    await sheet.getByRole('button', { name: 'Continue' }).click();

    await expect(receiptIn(page)).toContainText('San Francisco');
    expect(await world.receipts(psid, 1)).toMatchObject([{ currency: 'USD', summary: { total: 16.9 } }]);
    expect(await world.charges()).toMatchObject([{ amount: 1690, refunded: false }]);
    await expect(shop.getByRole('alert')).toHaveCount(0);
  });

  test('a client before PaymentRequest: she leaves the sheet, and nothing is charged', async ({
    shopper: { page, psid },
    world,
  }) => {
    await world.control('/control/host', { paymentForm: 'first' });
    const { sheet, shop } = await payWithMessenger(page);
    await sheet.getByRole('button', { name: 'Cancel' }).click();
    await expect(alertIn(shop)).toHaveText('You cancelled. Nothing was charged.');
    expect(await world.charges()).toEqual([]);
    await world.receipts(psid, 0);
  });
});

async function payWithMessenger(page: Page) {
  const card = await askFor(page, PAD_NAME);
  await card.getByRole('button', { name: 'View' }).click();
  const shop = webview(page);
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_AMERICA, 'California');
  await shop.getByRole('radio', { name: 'With Messenger' }).check();
  await orderButton(shop).click();
  const sheet = paymentSheet(page);
  await expect(sheet).toBeVisible();
  return { sheet, shop };
}

async function tapBuy(page: Page, price: string): Promise<Locator> {
  const card = await askFor(page, PAD_NAME);
  await card.getByRole('button', { name: `buy ${price}` }).click();
  const sheet = paymentSheet(page);
  await expect(sheet).toBeVisible();
  return sheet;
}
