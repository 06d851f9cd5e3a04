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
} from './steps';
import type { World } from './world';

test.beforeEach(({ merchant }) => merchant.takeMoney('Erst beim Verschicken'));
test.afterEach(({ merchant }) => merchant.takeMoney('Sofort mit der Bestellung'));

async function order(page: Page, world: World, psid: string): Promise<string> {
  const { shop } = await buyFromThread(page, { buy: 'Kaufen' });
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

test('the money is held with the order and taken with the sending', async ({
  shopper: { page, psid },
  world,
  merchant,
}) => {
  const number = await order(page, world, psid);
  await merchant.openOrder(number);
  await expect(merchant.panel('Geld')).toContainText('reserviert');
  await merchant.page.getByLabel('Versanddienst').fill('Postbote');
  await merchant.page.getByLabel('Sendungsnummer').fill('0034');
  await merchant.page.getByRole('button', { name: 'Als verschickt markieren' }).click();
  await expect(merchant.panel('Geld')).toContainText('eingezogen');
  expect(await world.charges()).toMatchObject([{ captured: true, refunded: false }]);
  await expect(conversation(page)).toContainText(`Bestellung ${number} ist unterwegs zu dir!`);
  await expect(conversation(page)).toContainText('Postbote, Sendung 0034');
});

test('held money of an order that is called off was never taken', async ({
  shopper: { page, psid },
  world,
  merchant,
}) => {
  const number = await order(page, world, psid);
  await merchant.openOrder(number);
  await merchant.page.getByRole('button', { name: 'Bestellung stornieren' }).click();
  await expect(merchant.panel('Geld')).toContainText('nichts eingezogen');
  expect(await world.charges()).toMatchObject([{ captured: false, refunded: true }]);
  await expect(conversation(page)).toContainText(`Bestellung ${number} ist storniert. Es wurde nichts abgebucht`);
});
