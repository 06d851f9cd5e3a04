import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  ADA_IN_BERLIN,
  addToCart,
  alertIn,
  buyByName,
  CARDS,
  fillAddress,
  fillCard,
  goToCheckout,
  orderButton,
  receiptIn,
  webview,
} from './steps';

const HOUSES = 'Sieben schmale Häuser';
const TOTAL_MINOR = 890 + 490;
const NOT_CONFIRMED = /Die Bestätigung bei deiner Bank hat nicht geklappt\..*Es wurde nichts abgebucht\./;

test.describe('a card whose bank asks first', () => {
  test('she confirms, and the order is there', async ({ shopper: { page, psid }, world }) => {
    const shop = await payWithAskingBank(page);
    await expect(shop.getByRole('status').getByText('Deine Bank möchte die Zahlung mit dir bestätigen.')).toBeVisible();
    expect(await world.charges()).toEqual([]);
    await answerTheBank(shop, 'Complete');
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await world.charges()).toMatchObject([{ amount: TOTAL_MINOR, refunded: false }]);
  });

  test('her bank refuses, she tries again and confirms', async ({ shopper: { page, psid }, world }) => {
    const shop = await payWithAskingBank(page);
    await answerTheBank(shop, 'Fail');
    await expect(alertIn(shop)).toHaveText(NOT_CONFIRMED);
    expect(await world.charges()).toEqual([]);

    await orderButton(shop).click();
    await answerTheBank(shop, 'Complete');
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await world.charges()).toMatchObject([{ amount: TOTAL_MINOR }]);
  });

  test('she closes the bank, and takes another card', async ({ shopper: { page, psid }, world }) => {
    const shop = await payWithAskingBank(page);
    await answerTheBank(shop, 'Cancel');
    await expect(alertIn(shop)).toHaveText(NOT_CONFIRMED);

    await fillCard(shop, CARDS.visa);
    await orderButton(shop).click();
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await world.charges()).toMatchObject([{ amount: TOTAL_MINOR }]);
  });

  test('she walks away from the bank and comes back later', async ({ shopper: { page, psid }, world }) => {
    const shop = await payWithAskingBank(page);
    await expect(bankIn(shop).getByRole('button', { name: 'Complete' })).toBeVisible();
    await page.getByRole('button', { name: 'Close webview' }).click();
    await expect(page.getByRole('region', { name: 'Web page' })).toBeHidden();
    expect(await world.charges()).toEqual([]);

    // The cart waits as she left it; the payment that was never confirmed does not stand in the way.
    const { shop: again } = await buyByName(page, HOUSES);
    await again.getByRole('link', { name: /^Warenkorb/ }).click();
    await goToCheckout(again);
    await expect(again.getByRole('button', { name: /^Ändern ?: Wohin/ })).toBeVisible();
    await fillCard(again, CARDS.amex);
    await orderButton(again).click();
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await world.charges()).toMatchObject([{ amount: TOTAL_MINOR }]);
  });
});

async function payWithAskingBank(page: Page): Promise<FrameLocator> {
  await buyByName(page, HOUSES);
  const shop = webview(page);
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  await fillCard(shop, CARDS.needs3ds);
  await orderButton(shop).click();
  return shop;
}

function bankIn(shop: FrameLocator): FrameLocator {
  return shop.getByRole('dialog', { name: 'Authentication by your bank' }).frameLocator('iframe');
}

async function answerTheBank(shop: FrameLocator, answer: 'Complete' | 'Fail' | 'Cancel'): Promise<void> {
  await bankIn(shop).getByRole('button', { name: answer }).click();
}
