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
  type Shop,
} from './steps';

const TRAY = ['Krimskramsschale', 'OO-DE-TRAY'] as const;

test.describe('somebody else was faster', () => {
  test('while it lay in her cart: the line says so and must go', async ({ shopper: { page }, merchant }) => {
    await merchant.setStock(...TRAY, 2);
    const { shop } = await buyByName(page, TRAY[0]);
    await addToCart(shop);
    await merchant.setStock(...TRAY, 0);

    await openCart(shop);
    await expect(shop.getByText('Leider ausverkauft. Entferne den Artikel, um weiterzugehen.')).toBeVisible();
    await expect(shop.getByText('Bitte kläre erst die markierten Artikel.')).toBeVisible();
    await expect(shop.getByRole('link', { name: /^Zur Kasse/ })).toHaveCount(0);
    await shop.getByRole('button', { name: /^Entfernen/ }).click();
    await expect(shop.getByRole('heading', { name: 'Dein Warenkorb ist leer' })).toBeVisible();
  });

  test('and left her one of three: she takes it', async ({ shopper: { page }, merchant }) => {
    await merchant.setStock(...TRAY, 3);
    const { shop } = await buyByName(page, TRAY[0]);
    await shop.getByRole('spinbutton', { name: 'Menge' }).fill('3');
    await addToCart(shop);
    await merchant.setStock(...TRAY, 1);

    await openCart(shop);
    await expect(shop.getByText('Nur noch 1 da.')).toBeVisible();
    await shop.getByRole('button', { name: '1 nehmen' }).click();
    await expect(shop.getByRole('link', { name: /^Zur Kasse · 32,80/ })).toBeVisible();
  });

  test('while she was paying: nothing is charged and the way leads to the cart', async ({
    shopper: { page, psid },
    merchant,
    world,
  }) => {
    await merchant.setStock(...TRAY, 1);
    const { shop } = await buyByName(page, TRAY[0]);
    await payFor(shop);
    await merchant.setStock(...TRAY, 0);
    await page.bringToFront();
    await orderButton(shop).click();

    await expect(alertIn(shop)).toContainText('Davon ist nicht mehr genug da.');
    await alertIn(shop).getByRole('link', { name: 'Warenkorb ansehen' }).click();
    await expect(shop.getByText('Leider ausverkauft. Entferne den Artikel, um weiterzugehen.')).toBeVisible();
    expect(await world.charges()).toEqual([]);
    await world.receipts(psid, 0);
  });

  test('and two want the last one: one gets it, the other is told', async ({ shopper, merchant, world, browser }) => {
    await merchant.setStock(...TRAY, 1);
    const { shop } = await buyByName(shopper.page, TRAY[0]);
    await payFor(shop);
    const context = await browser.newContext({ locale: 'de-DE' });
    const guest = await context.newPage();
    await guest.goto(`${world.shopOrigin}/shop/search?q=Krimskramsschale`);
    await guest.getByRole('link', { name: /Krimskramsschale/ }).click();
    await payFor(guest);
    await orderButton(guest).click();
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Danke für deine Bestellung!');
    await shopper.page.bringToFront();
    await orderButton(shop).click();
    await expect(alertIn(shop)).toContainText('Davon ist nicht mehr genug da.');
    expect(await world.charges()).toMatchObject([{ amount: 2790 + 490, refunded: false }]);
    await context.close();
  });
});

/** Up to the order button. */
async function payFor(shop: Shop): Promise<void> {
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  await fillCard(shop, CARDS.visa);
}
