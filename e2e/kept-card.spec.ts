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
} from './steps';

const CONSENT = 'Karte und Adresse für das nächste Mal merken';

test.describe('a shopper who comes back', () => {
  test('pays in two taps with the card that she had kept, and has it forgotten', async ({ shopper, world }) => {
    const { page, psid } = shopper;
    await keepCard(page, CARDS.visa);
    await world.receipts(psid, 1);

    // The first tap leads to the checkout, the second one orders: address and card are there.
    const shop = await cartOf(page);
    await goToCheckout(shop);
    await expect(shop.getByRole('radio', { name: 'Visa •••• 4242' })).toBeChecked();
    await expect(shop.getByText('Ada Muster, Hauptstr. 1, 10115 Berlin, Deutschland')).toBeVisible();
    await orderButton(shop).click();
    await expect(receiptIn(page)).toHaveCount(2);
    expect(await world.charges()).toHaveLength(2);

    const again = await cartOf(page);
    await goToCheckout(again);
    const before = await world.newestWireId();
    await again.getByRole('button', { name: /^Karte entfernen ?: Visa •••• 4242$/ }).click();
    await expect(again.getByText('Die Karte ist entfernt.')).toBeVisible();
    await expect(again.getByText('Visa •••• 4242')).toHaveCount(0);
    await world.untilAsked('/detach', before);
    await fillCard(again, CARDS.mastercard);
    await orderButton(again).click();
    await expect(receiptIn(page)).toHaveCount(3);
  });

  test('is asked by her bank when it wants it, and may say no', async ({ shopper, world }) => {
    const { page } = shopper;
    await keepCard(page, CARDS.needs3ds);
    const shop = await cartOf(page);
    await goToCheckout(shop);
    await orderButton(shop).click();
    await challenge(shop).getByRole('button', { name: 'Fail' }).click();
    await expect(alertIn(shop)).toHaveText(/^Die Bestätigung bei deiner Bank hat nicht geklappt\./);
    await orderButton(shop).click();
    await challenge(shop).getByRole('button', { name: 'Complete' }).click();
    await expect(receiptIn(page)).toHaveCount(2);
    expect(await world.charges()).toHaveLength(2);
  });

  test('whose kept card is declined keeps everything and pays with another one', async ({ shopper, world }) => {
    const { page } = shopper;
    await keepCard(page, CARDS.visa);
    const shop = await cartOf(page);
    await goToCheckout(shop);
    await world.control('/control/payments', { nextCard: 'insufficient_funds' }, world.stripeOrigin);
    await orderButton(shop).click();
    await expect(alertIn(shop)).toHaveText(/nicht genug Guthaben\..*Es wurde nichts abgebucht\.$/);
    await shop.getByRole('radio', { name: /^Kredit- oder Debitkarte/ }).check();
    await fillCard(shop, CARDS.amex);
    await orderButton(shop).click();
    await expect(receiptIn(page)).toHaveCount(2);
  });
});

/** Her first purchase: the box is not ticked until she ticks it. */
async function keepCard(page: Page, number: string): Promise<void> {
  const shop = await cartOf(page);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  const consent = shop.getByRole('checkbox', { name: CONSENT });
  await expect(consent).not.toBeChecked();
  await fillCard(shop, number);
  await consent.check();
  await orderButton(shop).click();
  if (number === CARDS.needs3ds) await challenge(shop).getByRole('button', { name: 'Complete' }).click();
  await expect(receiptIn(page)).toHaveCount(1);
}

async function cartOf(page: Page): Promise<FrameLocator> {
  const { shop } = await buyByName(page, 'Sechs kleine Vögel');
  await addToCart(shop);
  return shop;
}

function challenge(shop: FrameLocator): FrameLocator {
  return shop.getByRole('dialog', { name: 'Authentication by your bank' }).frameLocator('iframe');
}
