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
  openCart,
  orderButton,
  receiptIn,
} from './steps';

const BOOK = ['Küchenbuch', 'OO-NB-KITC-DE'] as const;

test.describe('the merchant changes a price', () => {
  test.beforeEach(({ merchant }) => merchant.setPrice(...BOOK, 'EUR', '24,90'));

  test('while it lies in the cart: the cart shows the new one', async ({ shopper: { page }, merchant }) => {
    const { shop } = await buyByName(page, BOOK[0]);
    await addToCart(shop);
    await expect(shop.getByRole('link', { name: /^Zur Kasse · 29,80/ })).toBeVisible();
    await merchant.setPrice(...BOOK, 'EUR', '26,90');
    await openCart(shop);
    await expect(shop.getByRole('link', { name: /^Zur Kasse · 31,80/ })).toBeVisible();
  });

  test('while she pays: she is asked again before anything is charged', async ({ shopper, merchant, world }) => {
    const { page, psid } = shopper;
    const { shop } = await buyByName(page, BOOK[0]);
    await addToCart(shop);
    await goToCheckout(shop);
    await fillAddress(shop, ADA_IN_BERLIN);
    await fillCard(shop, CARDS.visa);
    await merchant.setPrice(...BOOK, 'EUR', '27,90');
    await page.bringToFront();
    await orderButton(shop).click();

    await expect(alertIn(shop)).toHaveText(/Die Summe hat sich gerade geändert\. Bitte prüfe sie/);
    await expect(shop.getByRole('status').getByText('32,80')).toBeVisible();
    expect(await world.charges()).toEqual([]);
    await orderButton(shop).click();
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await world.charges()).toMatchObject([{ amount: 2790 + 490, refunded: false }]);
  });
});
