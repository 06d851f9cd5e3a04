import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { euros } from './merchant';
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

type Bought = { number: string; charge: string; totalMinor: number };

async function buy(page: Page, world: World, psid: string): Promise<Bought> {
  const { shop } = await buyFromThread(page, { buy: 'Kaufen' });
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  await fillCard(shop, CARDS.visa);
  await orderButton(shop).click();
  const [receipt] = await world.receipts(psid, 1);
  const [charge] = await world.charges();
  if (!receipt || !charge) throw new Error('nothing was bought');
  return { number: receipt.orderNumber, charge: charge.id, totalMinor: charge.amount };
}

test('a part goes back, then the rest: thread, order page, desk and provider say the same', async ({
  shopper: { page, psid },
  world,
  merchant,
}) => {
  const { number, totalMinor } = await buy(page, world, psid);
  await merchant.openOrder(number);
  await merchant.page.getByLabel('Zusätzlicher Betrag (EUR)').fill('5,00');
  await merchant.pressAndProve('Geld erstatten');
  await merchant.seesMoney('teilweise erstattet', totalMinor - 500);
  await expect(conversation(page)).toContainText(`Zu Bestellung ${number} gehen 5,00 € an dich zurück`);

  await merchant.page.getByLabel('Zusätzlicher Betrag (EUR)').fill(`${euros(totalMinor).replace(' €', '')}`);
  await merchant.pressAndProve('Geld erstatten');
  await expect(merchant.panel('Erstatten').getByRole('status')).toHaveText(
    'Das ist mehr, als von der Zahlung noch da ist.',
  );
  await merchant.page.getByLabel('Alles, was noch übrig ist').check();
  await merchant.pressAndProve('Geld erstatten');
  await merchant.seesMoney('erstattet', 0);
  expect((await world.charges()).map(({ refunded }) => refunded)).toEqual([true]);

  await expect(conversation(page)).toContainText(`gehen ${euros(totalMinor - 500)} an dich zurück`);
  await conversation(page).getByRole('button', { name: 'Zur Bestellung' }).last().click();
  await expect(webview(page).getByText('Erstattet', { exact: true })).toBeVisible();
  await expect(webview(page).getByText(`${euros(totalMinor)} gehen an dich zurück`)).toBeVisible();
});

test("a refund made at the provider's dashboard is found", async ({ shopper: { page, psid }, world, merchant }) => {
  const { number, charge, totalMinor } = await buy(page, world, psid);
  await merchant.openOrder(number);
  const dashboard = await page.context().newPage();
  await dashboard.goto(`${world.stripeOrigin}/dashboard`);
  await dashboard.getByLabel(`Minor units to refund from ${charge}`).fill('300');
  const row = dashboard.getByRole('row').filter({ has: dashboard.getByLabel(`Minor units to refund from ${charge}`) });
  await row.getByRole('button', { name: 'Refund' }).click();
  await merchant.seesMoney('teilweise erstattet', totalMinor - 300);
  await expect(merchant.panel('Geld')).toContainText('Beim Zahlungsanbieter erstattet');
  await expect(conversation(page)).toContainText(`Zu Bestellung ${number} gehen 3,00 € an dich zurück`);
});

test('a refund that her bank sends back is reversed, told and a task', async ({
  shopper: { page, psid },
  world,
  merchant,
}) => {
  const { number, totalMinor } = await buy(page, world, psid);
  await world.control('/control/payments', { failRefund: true }, world.stripeOrigin);
  await merchant.openOrder(number);
  await merchant.page.getByLabel('Alles, was noch übrig ist').check();
  await merchant.pressAndProve('Geld erstatten');
  await merchant.seesMoney('erstattet', 0);

  await world.control('/control/clock', { advanceSeconds: 31 });
  await merchant.seesMoney('eingezogen', totalMinor);
  await expect(merchant.panel('Geld')).toContainText('zurückgekommen');
  await expect(conversation(page)).toContainText(`zu Bestellung ${number} kam von deiner Bank zurück`);
  await merchant.page.goto(`${world.shopOrigin}/admin`);
  await expect(merchant.panel('Braucht deine Entscheidung')).toContainText('Eine Erstattung kam zurück');
});

test('she calls her order off herself, and every piece is back', async ({
  shopper: { page, psid },
  world,
  merchant,
}) => {
  const { number } = await buy(page, world, psid);
  await page.getByRole('textbox', { name: 'Message' }).fill('Wo ist meine Bestellung?');
  await page.getByRole('button', { name: 'Send' }).click();
  await conversation(page).getByRole('button', { name: 'Zur Bestellung' }).last().click();
  const shop = webview(page);
  await shop.getByRole('button', { name: 'Bestellung stornieren' }).click();
  await expect(shop.getByText('Storniert', { exact: true })).toBeVisible();
  await expect(conversation(page)).toContainText(`Bestellung ${number} ist storniert.`);
  expect((await world.charges()).map(({ refunded }) => refunded)).toEqual([true]);
  await merchant.openOrder(number);
  await merchant.seesMoney('erstattet', 0);
});
