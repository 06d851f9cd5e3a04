import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addToCart, alertIn, buyByName, goToCheckout, orderButton, paymentSheet, receiptIn } from './steps';

const WEEK_PAD = 'Week Pad';

test.describe('buying inside the thread, as the platform was in 2016', () => {
  test.use({ era: '2016', locale: 'en-US', person: { name: 'Ada Linwood', locale: 'en_US' } });

  test('an address, a delivery, a declined card, and American Express in the dialog', async ({ shopper, world }) => {
    const { page, psid } = shopper;
    const { shop } = await buyByName(page, WEEK_PAD);
    const sheet = await openPaymentSheet(page, shop);

    await expect(sheet.getByRole('button', { name: 'Pay $16.90' })).toBeVisible();
    await sheet.getByRole('radio', { name: /Express delivery/ }).check();
    await expect(sheet.getByRole('button', { name: 'Pay $30.90' })).toBeVisible();
    await sheet.getByRole('radio', { name: /Portland/ }).check();
    await expect(sheet.getByRole('button', { name: 'Pay $16.90' })).toBeVisible();

    await world.control('/control/payments', { nextCard: 'declined' });
    await sheet.getByRole('button', { name: 'Pay $16.90' }).click();
    await expect(sheet.getByRole('alert')).toHaveText(/Visa ···· 4242 was declined\. Choose another card\./);
    expect(await world.charges()).toEqual([]);
    await sheet.getByRole('radio', { name: 'American Express ···· 8431' }).check();
    await sheet.getByRole('button', { name: 'Pay $16.90' }).click();

    await expect(page.getByRole('region', { name: 'Web page' })).toBeHidden();
    await expect(receiptIn(page)).toContainText('Portland, OR, 97204');
    const [receipt] = await world.receipts(psid, 1);
    expect(receipt).toMatchObject({ currency: 'USD', summary: { total: 16.9 } });
    expect(receipt?.paymentMethod).toContain('American Express');
    expect(await world.charges()).toMatchObject([{ amount: 1690, currency: 'usd', refunded: false }]);
  });

  test('the page never hears that she has paid: the order comes all the same, once', async ({ shopper, world }) => {
    await world.control('/control/host', { kind: 'android' });
    const { page, psid } = shopper;
    const { shop } = await buyByName(page, WEEK_PAD);
    const sheet = await openPaymentSheet(page, shop);
    await world.control('/control/payments', { nextAnswer: 'lost' });
    await sheet.getByRole('button', { name: 'Pay $16.90' }).click();
    await expect(sheet.getByRole('button', { name: 'Paying …' })).toBeVisible();

    // Nothing moves any more, so she puts the phone away.
    await page.goto('about:blank');
    await world.receipts(psid, 1);
    expect(await world.charges()).toMatchObject([{ amount: 1690, refunded: false }]);
  });

  test('she leaves the dialog: nothing is charged and the piece is free again', async ({
    shopper,
    world,
    merchant,
  }) => {
    const before = await merchant.stockOf('Wochenblock', 'OO-DE-WEEK');
    const { page, psid } = shopper;
    const { shop } = await buyByName(page, WEEK_PAD);
    const sheet = await openPaymentSheet(page, shop);
    expect(await merchant.stockOf('Wochenblock', 'OO-DE-WEEK')).toEqual({
      available: before.available - 1,
      held: before.held + 1,
      sold: before.sold,
    });
    await sheet.getByRole('button', { name: 'Cancel' }).click();

    await expect(alertIn(shop)).toHaveText('You cancelled. Nothing was charged.');
    await expect(orderButton(shop)).toBeEnabled();
    expect(await merchant.stockOf('Wochenblock', 'OO-DE-WEEK')).toEqual(before);
    expect(await world.charges()).toEqual([]);
    await world.receipts(psid, 0);
  });
});

async function openPaymentSheet(page: Page, shop: FrameLocator) {
  await addToCart(shop);
  await goToCheckout(shop);
  await expect(shop.getByRole('heading', { name: 'Pay with Messenger' })).toBeVisible();
  await orderButton(shop).click();
  const sheet = paymentSheet(page);
  await expect(sheet).toBeVisible();
  return sheet;
}
