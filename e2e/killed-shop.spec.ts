import { expect, test as told } from './fixtures';
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

// A page whose shop is gone has every reason to complain on its console.
const test = told.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
  quietConsole: async ({}, use) => {
    await use(undefined);
  },
});

test.describe('the shop dies while she pays', () => {
  for (const [moment, fault] of [
    ['before the bank has answered', { kind: 'delay', delayMs: 2_000 }],
    ['after the money has moved', { kind: 'drop-after' }],
  ] as const) {
    test(`${moment}: started again, it finds the payment, and the receipt comes once`, async ({
      shopper: { page, psid },
      world,
      house,
    }) => {
      test.setTimeout(180_000);
      const { shop } = await buyFromThread(page, { buy: 'Kaufen' });
      await addToCart(shop);
      await goToCheckout(shop);
      await fillAddress(shop, ADA_IN_BERLIN);
      await fillCard(shop, CARDS.visa);
      await world.control('/control/faults', { match: '/confirm', times: 1, ...fault });
      const since = await world.newestWireId();
      await orderButton(shop).click();
      await world.untilAsked('/confirm', since);
      await house.kill();
      await house.start();

      // Killed in the very act of sending the receipt, it waits a minute for the echo before it sends it again.
      await expect(receiptIn(page)).toBeVisible({ timeout: 100_000 });
      const [receipt] = await world.receipts(psid, 1);
      expect(await world.charges()).toMatchObject([
        { amount: Math.round((receipt?.summary.total ?? 0) * 100), refunded: false },
      ]);
    });
  }
});
