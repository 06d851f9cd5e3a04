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

// Numbers of the provider's own list, and what a person should do next. A thief learns nothing from a stolen card.
const AT_FIRST = [
  ['4000000000000002', /^Deine Bank hat abgelehnt und sagt uns nicht warum\..*Es wurde nichts abgebucht\.$/],
  ['4000000000009995', /^Auf dieser Karte ist gerade nicht genug Guthaben\..*Es wurde nichts abgebucht\.$/],
  ['4000000000000069', /^Diese Karte ist abgelaufen\..*Es wurde nichts abgebucht\.$/],
] as const;
const MORE = [
  ['4100000000000019', /^Deine Bank hat die Zahlung abgelehnt\. Nimm bitte eine andere Karte\./],
  ['4000000000000127', /Prüfe Nummer, Datum und Prüfziffer\./],
  ['4000000000000119', /Versuch es noch einmal oder nimm eine andere Karte\./],
  ['4000000000006975', /Diese Karte geht hier nicht\./],
  ['4000000000009979', /^Deine Bank hat die Zahlung abgelehnt\. Nimm bitte eine andere Karte\./],
] as const;

test.describe('a card that is declined', () => {
  test('has its sentence, nothing typed is lost, and another card pays once', async ({ shopper, world }) => {
    const { page, psid } = shopper;
    const shop = await cardFieldsFor(page);
    for (const [number, sentence] of AT_FIRST) await isDeclined(shop, number, sentence);
    expect(await world.charges()).toEqual([]);
    await expect(shop.getByText('Ada Muster, Hauptstr. 1, 10115 Berlin, Deutschland')).toBeVisible();

    await fillCard(shop, CARDS.mastercard);
    await orderButton(shop).click();
    await expect(receiptIn(page)).toBeVisible();
    const [receipt] = await world.receipts(psid, 1);
    expect(receipt?.paymentMethod).toContain('Mastercard');
    expect(await world.charges()).toMatchObject([{ amount: 1690 + 490, refunded: false }]);
  });

  test('five times, then even a good one must wait', async ({ shopper, world }) => {
    const shop = await cardFieldsFor(shopper.page);
    for (const [number, sentence] of MORE) await isDeclined(shop, number, sentence);
    await fillCard(shop, CARDS.visa);
    await orderButton(shop).click();
    await expect(alertIn(shop)).toHaveText(/Das waren viele abgelehnte Versuche\./);
    expect(await world.charges()).toEqual([]);
  });

  test('because it was typed wrongly never leaves the page', async ({ shopper, world }) => {
    const shop = await cardFieldsFor(shopper.page);
    await fillCard(shop, '4242424242424241');
    await orderButton(shop).click();
    await expect(alertIn(shop)).toHaveText('Your card number is invalid.');
    await expect(orderButton(shop)).toBeEnabled();
    expect(await world.charges()).toEqual([]);
  });
});

async function cardFieldsFor(page: Page): Promise<FrameLocator> {
  const { shop } = await buyByName(page, 'Sechs kleine Vögel');
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  return shop;
}

async function isDeclined(shop: FrameLocator, number: string, sentence: RegExp): Promise<void> {
  await fillCard(shop, number);
  await orderButton(shop).click();
  await expect(alertIn(shop)).toHaveText(sentence);
  await expect(orderButton(shop)).toBeEnabled();
}
