import type { Page } from '@playwright/test';
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
      const screens = screensOf(page);
      const { shop } = await buyFromThread(page, { buy: 'Kaufen' });
      await addToCart(shop);
      await goToCheckout(shop);
      await fillAddress(shop, ADA_IN_BERLIN);
      await fillCard(shop, number);
      await orderButton(shop).click();

      // The webview closes by itself, and the receipt lies in the thread.
      await expect(page.getByRole('region', { name: 'Web page' })).toBeHidden();
      await expect(receiptIn(page)).toBeVisible();
      // A first purchase: the product, the cart, the checkout.
      expect([...screens].filter((path) => !path.startsWith('/shop/orders/'))).toHaveLength(3);
      const [receipt] = await world.receipts(psid, 1);
      const [charge, ...others] = await world.charges();
      expect(others).toEqual([]);
      expect(charge?.amount).toBe(Math.round((receipt?.summary.total ?? 0) * 100));
      expect(receipt?.currency).toBe('EUR');
      expect(receipt?.paymentMethod.toLowerCase()).toContain(network);
    });
  }
});

/** The pages that the webview has shown, each by its path; drawn anew it is the same screen. */
function screensOf(page: Page): Set<string> {
  const seen = new Set<string>();
  page.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url());
    if (frame.parentFrame() === page.mainFrame() && pathname.startsWith('/shop')) seen.add(pathname);
  });
  return seen;
}
