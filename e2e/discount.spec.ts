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
  type Shop,
} from './steps';

const BOOK = ['Küchenbuch', 'OO-NB-KITC-DE'] as const;

test.describe('a promo code', () => {
  test.beforeEach(({ merchant }) => merchant.setPrice(...BOOK, 'EUR', '24,90'));

  test('typed in the cart, paid for, named on the receipt', async ({ shopper: { page, psid }, merchant, world }) => {
    await merchant.addDiscount({ name: 'Herbst', code: 'HERBST10', percent: '10' });
    await page.bringToFront();
    const { shop } = await buyByName(page, BOOK[0]);
    await addToCart(shop);
    await enterCode(shop, 'WINTER99');
    await expect(alertIn(shop)).toContainText('Diesen Rabattcode kennen wir nicht.');
    await enterCode(shop, 'herbst10');
    await expect(shop.getByText('Herbst (HERBST10)')).toBeVisible();
    await expect(shop.getByRole('link', { name: /^Zur Kasse · 27,31/ })).toBeVisible();
    await shop.getByRole('button', { name: /^Entfernen.*HERBST10/ }).click();
    await expect(shop.getByRole('link', { name: /^Zur Kasse · 29,80/ })).toBeVisible();

    // Typed again, this time where she pays.
    await goToCheckout(shop);
    await enterCode(shop, 'Herbst10');
    await expect(shop.getByRole('status').getByText('27,31')).toBeVisible();
    await fillAddress(shop, ADA_IN_BERLIN);
    await fillCard(shop, CARDS.visa);
    await orderButton(shop).click();
    await expect(receiptIn(page)).toBeVisible();
    await expect(receiptIn(page)).toContainText('Herbst (HERBST10)');
    await world.receipts(psid, 1);
    expect(await world.charges()).toMatchObject([{ amount: 2490 - 249 + 490, refunded: false }]);
    await merchant.seesRedemption('Herbst', '1');
  });

  test('that is paused while she pays: she is asked again before anything is charged', async ({
    shopper: { page, psid },
    merchant,
    world,
  }) => {
    await merchant.addDiscount({ name: 'Kurz', code: 'NURKURZ', percent: '50' });
    await page.bringToFront();
    const { shop } = await buyByName(page, BOOK[0]);
    await addToCart(shop);
    await enterCode(shop, 'nurkurz');
    await upToTheButton(shop);
    await merchant.pauseDiscount('Kurz');
    await page.bringToFront();
    await orderButton(shop).click();
    await expect(alertIn(shop).filter({ hasText: 'Der Rabattcode gilt nicht mehr.' })).toBeVisible();
    await expect(shop.getByRole('status').getByText('29,80')).toBeVisible();
    expect(await world.charges()).toEqual([]);
    await orderButton(shop).click();
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await world.charges()).toMatchObject([{ amount: 2490 + 490, refunded: false }]);
  });

  test('for one alone: two want it, one gets it, the other is told', async ({ shopper, merchant, world, browser }) => {
    await merchant.addDiscount({ name: 'Letzter', code: 'DERLETZTE', percent: '20', limit: '1' });
    await shopper.page.bringToFront();
    const { shop } = await buyByName(shopper.page, BOOK[0]);
    await addToCart(shop);
    await enterCode(shop, 'DERLETZTE');
    await upToTheButton(shop);
    const context = await browser.newContext({ locale: 'de-DE' });
    const guest = await context.newPage();
    await guest.goto(`${world.shopOrigin}/shop/search?q=K%C3%BCchenbuch`);
    await guest.getByRole('link', { name: /Küchenbuch/ }).click();
    await addToCart(guest);
    await enterCode(guest, 'DERLETZTE');
    await upToTheButton(guest);
    await orderButton(guest).click();
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Danke für deine Bestellung!');
    await expect(guest.getByText('Letzter (DERLETZTE)')).toBeVisible();
    await shopper.page.bringToFront();
    await orderButton(shop).click();
    await expect(alertIn(shop).filter({ hasText: 'Der Rabattcode gilt nicht mehr.' })).toBeVisible();
    expect(await world.charges()).toMatchObject([{ amount: 2490 - 498 + 490, refunded: false }]);
    await context.close();
  });

  test('for some goods only, picked by their names: of nothing else it takes anything off', async ({
    shopper: { page },
    merchant,
  }) => {
    const only = { product: 'Wochenblock', collection: 'Notizbücher & Bücher' };
    await merchant.addDiscount({ name: 'Papier', code: 'NURPAPIER', percent: '10', only });
    await page.bringToFront();
    const { shop } = await buyByName(page, 'Ottilies Otter');
    await addToCart(shop);
    await enterCode(shop, 'nurpapier');
    await expect(shop.getByText('Der Code gilt für andere Artikel als die in deinem Warenkorb.')).toBeVisible();
    await page.getByRole('button', { name: 'Close webview' }).click();
    const { shop: next } = await buyByName(page, BOOK[0]);
    await addToCart(next);
    await expect(next.getByText('Papier (NURPAPIER)')).toBeVisible();
    await expect(next.getByText(/^[-−]2,49/)).toBeVisible();
  });

  test('that leaves nothing to pay: ordered without a card and without a charge', async ({
    shopper: { page, psid },
    merchant,
    world,
  }) => {
    await merchant.addDiscount({ name: 'Geschenk', code: 'GANZGESCHENKT', percent: '100' });
    await page.bringToFront();
    const { shop } = await buyByName(page, BOOK[0]);
    // From sixty euro on the delivery is free.
    await shop.getByRole('spinbutton', { name: 'Menge' }).fill('3');
    await addToCart(shop);
    await enterCode(shop, 'ganzgeschenkt');
    await expect(shop.getByRole('link', { name: /^Zur Kasse · 0,00/ })).toBeVisible();
    await goToCheckout(shop);
    await fillAddress(shop, ADA_IN_BERLIN);
    await expect(shop.getByText('Es gibt nichts zu bezahlen.')).toBeVisible();
    await shop.getByRole('button', { name: 'Kostenlos bestellen' }).click();
    await expect(receiptIn(page)).toBeVisible();
    await expect(receiptIn(page)).toContainText('Geschenk (GANZGESCHENKT)');
    await world.receipts(psid, 1);
    expect(await world.charges()).toEqual([]);
  });
});

async function enterCode(shop: Shop, code: string): Promise<void> {
  await shop.getByLabel('Rabattcode').fill(code);
  await shop.getByRole('button', { name: 'Einlösen' }).click();
}

async function upToTheButton(shop: Shop): Promise<void> {
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  await fillCard(shop, CARDS.visa);
}
