import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  ADA_IN_BERLIN,
  addToCart,
  buyFromThread,
  CARDS,
  conversation,
  fillAddress,
  fillCard,
  goToCheckout,
  orderButton,
  webview,
} from './steps';
import type { World } from './world';

test.beforeEach(({ merchant }) => merchant.takeMoney('Erst beim Verschicken'));
test.afterEach(({ merchant }) => merchant.takeMoney('Sofort mit der Bestellung'));

async function order(page: Page, world: World, psid: string, pieces = 1): Promise<string> {
  const { shop } = await buyFromThread(page, { buy: 'Kaufen' });
  if (pieces > 1) await shop.getByRole('spinbutton', { name: 'Menge' }).fill(String(pieces));
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  await fillCard(shop, CARDS.visa);
  await orderButton(shop).click();
  const [receipt] = await world.receipts(psid, 1);
  const charges = await world.charges();
  expect(charges).toMatchObject([{ captured: false }]);
  return receipt?.orderNumber ?? '';
}

test('the money is held with the order and taken with the first of its parcels; a piece that is refunded is not sent', async ({
  shopper: { page, psid },
  world,
  merchant,
}) => {
  const number = await order(page, world, psid, 3);
  await merchant.openOrder(number);
  await expect(merchant.panel('Geld')).toContainText('reserviert');
  await merchant.page.getByLabel(/^Stück von .* \(noch 3\)$/).fill('1');
  await merchant.page.getByLabel('Versanddienst').fill('DHL');
  await merchant.page.getByLabel('Sendungsnummer').fill('0034');
  await merchant.page.getByRole('button', { name: 'Als verschickt markieren' }).click();
  await expect(merchant.panel('Geld')).toContainText('eingezogen');
  expect(await world.charges()).toMatchObject([{ captured: true, refunded: false }]);
  await expect(merchant.panel('Pakete')).toContainText('DHL 0034');
  await expect(conversation(page)).toContainText(`Ein Teil von Bestellung ${number} ist unterwegs zu dir: 1 ×`);
  await expect(conversation(page)).toContainText('DHL, Sendung 0034');

  await merchant.page.getByLabel(/^Stück von .* \(höchstens 3\)$/).fill('1');
  await merchant.panel('Erstatten').getByLabel('Grund').selectOption('Kulanz');
  await merchant.page.getByRole('button', { name: 'Geld erstatten' }).click();
  await expect(merchant.panel('Geld')).toContainText('teilweise erstattet');
  await merchant.page.getByLabel(/^Stück von .* \(noch 1\)$/).fill('2');
  await merchant.page.getByRole('button', { name: 'Als verschickt markieren' }).click();
  await expect(merchant.panel('Verschicken').getByRole('status')).toContainText('nicht mehr zu verschicken');
  await merchant.page.getByLabel(/^Stück von .* \(noch 1\)$/).fill('1');
  await merchant.page.getByLabel('Versanddienst').fill('Postbote');
  await merchant.page.getByRole('button', { name: 'Als verschickt markieren' }).click();
  await expect(merchant.panel('Pakete')).toContainText('Postbote');
  await expect(merchant.page.getByText('verschickt', { exact: true })).toBeVisible();
  await merchant.page.getByRole('button', { name: 'Als zugestellt markieren' }).first().click();
  await expect(conversation(page)).toContainText(`Von Bestellung ${number} ist angekommen: 1 ×`);
  expect(await world.charges()).toMatchObject([{ captured: true, refunded: false }]);

  await conversation(page).getByRole('button', { name: 'Zur Bestellung' }).last().click();
  await expect(webview(page).getByRole('link', { name: 'Sendung verfolgen' })).toHaveAttribute(
    'href',
    /piececode=0034/,
  );
});

test('held money of an order that is called off was never taken', async ({
  shopper: { page, psid },
  world,
  merchant,
}) => {
  const number = await order(page, world, psid);
  await merchant.openOrder(number);
  await merchant.pressAndProve('Bestellung stornieren');
  await expect(merchant.panel('Geld')).toContainText('nichts eingezogen');
  expect(await world.charges()).toMatchObject([{ captured: false, refunded: true }]);
  await expect(conversation(page)).toContainText(`Bestellung ${number} ist storniert. Es wurde nichts abgebucht`);
});
