import { expect, test } from './fixtures';
import {
  ADA_IN_BERLIN,
  addToCart,
  buyFromThread,
  CARDS,
  fillAddress,
  fillCard,
  goToCheckout,
  orderButton,
  receiptIn,
} from './steps';

test.describe('buying inside the thread, as the platform is today', () => {
  for (const [network, number] of [
    ['visa', CARDS.visa],
    ['mastercard', CARDS.mastercard],
    ['american express', CARDS.amex],
  ] as const) {
    test(`with ${network}: from Buy to the receipt`, async ({ shopper: { page, psid }, world }) => {
      const { shop } = await buyFromThread(page, { buy: 'Kaufen' });
      await addToCart(shop);
      await goToCheckout(shop);
      await fillAddress(shop, ADA_IN_BERLIN);
      await fillCard(shop, number);
      await orderButton(shop).click();

      // The webview closes by itself, and the receipt lies in the thread.
      await expect(page.getByRole('region', { name: 'Web page' })).toBeHidden();
      await expect(receiptIn(page)).toBeVisible();
      const [receipt] = await world.receipts(psid, 1);
      const [charge, ...others] = await world.charges();
      expect(others).toEqual([]);
      expect(charge?.amount).toBe(Math.round((receipt?.summary.total ?? 0) * 100));
      expect(receipt?.currency).toBe('EUR');
      expect(receipt?.paymentMethod.toLowerCase()).toContain(network);
    });
  }
});
