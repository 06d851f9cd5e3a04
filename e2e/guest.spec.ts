import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  ADA_IN_BERLIN,
  addToCart,
  buyByName,
  CARDS,
  cartBadge,
  fillAddress,
  fillCard,
  goToCheckout,
  navigation,
  openCart,
  orderButton,
  receiptIn,
  type Shop,
  webview,
} from './steps';

test('a guest in an ordinary browser, where no Messenger answers, finds, buys and finds her order again [1×ms]', async ({
  page,
  world,
}) => {
  await page.goto(`${world.shopOrigin}/shop`);
  await page.getByRole('link', { name: 'Suche' }).click();
  await page.getByRole('combobox', { name: 'Was suchst du?' }).fill('Algen');
  await page.getByRole('button', { name: 'Suchen' }).click();
  await page.getByRole('link', { name: /Notizbuch Algen/ }).click();
  await addToCart(page);
  await goToCheckout(page);
  await fillAddress(page, ADA_IN_BERLIN);
  await fillCard(page, CARDS.visa);
  await orderButton(page).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Danke für deine Bestellung!');
  await expect(page.getByText('Diese Seite ist deine Bestätigung.')).toBeVisible();
  await navigation(page).getByRole('link', { name: 'Bestellungen' }).click();
  await expect(page.getByRole('link', { name: /Bestellung K-\d+.*1 Artikel.*27,80/ })).toBeVisible();
  expect(await world.charges()).toMatchObject([{ amount: 2290 + 490, refunded: false }]);
});

test('what a guest put into her cart is hers once Messenger says who she is', async ({ shopper, world }) => {
  const { page, psid } = shopper;
  await world.control('/control/host', { sdk: 'off' });
  const { shop } = await buyByName(page, 'Notizbuch Algen');
  await addToCart(shop);
  await page.getByRole('button', { name: 'Close webview' }).click();

  await world.control('/control/host', { sdk: 'on' });
  const { shop: recognised } = await buyByName(page, 'Was die Möwe weiß');
  await addToCart(recognised);
  await expect(recognised.getByRole('listitem').filter({ hasText: 'Notizbuch Algen' })).toBeVisible();
  await expect(recognised.getByRole('listitem').filter({ hasText: 'Was die Möwe weiß' })).toBeVisible();
  await goToCheckout(recognised);
  await fillAddress(recognised, ADA_IN_BERLIN);
  await fillCard(recognised, CARDS.visa);
  await orderButton(recognised).click();
  // Only whom the shop knows gets a receipt.
  await expect(receiptIn(page)).toContainText('Notizbuch Algen');
  const [receipt] = await world.receipts(psid, 1);
  expect(receipt?.summary.total).toBe(22.9 + 16 + 4.9);
});

test('a cart that is on its way to her is not called empty; one that never comes is', async ({
  shopper: { page },
  world,
  browser,
}) => {
  // Known here, with an empty cart, and a guest whose things a sign-in is yet to bring: two quick answers crossed.
  const { shop } = await buyByName(page, 'Notizbuch Algen');
  const known = await cookieNamed(page, 'kiosk_session');
  await openCart(shop);
  await expect(shop.getByRole('heading', { name: 'Dein Warenkorb ist leer' })).toBeVisible();
  const context = await browser.newContext({ locale: 'de-DE' });
  const both = await context.newPage();
  await both.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
  await addToCart(both);
  // As it was set for this browser's own tab: a webview keeps it apart.
  await context.addCookies([{ name: known.name, value: known.value, url: world.shopOrigin }]);
  await both.goto(`${world.shopOrigin}/shop/cart`);
  await expect(both.getByText('Einen Moment, dein Warenkorb kommt gleich')).toBeVisible();
  await expect(both.getByRole('heading', { name: 'Dein Warenkorb ist leer' })).toBeVisible();
  await expect(both.getByText('Einen Moment, dein Warenkorb kommt gleich')).toBeHidden();
  await context.close();
});

/** Once the browser has it. */
async function cookieNamed(page: Page, name: string) {
  const find = async () => (await page.context().cookies()).find((cookie) => cookie.name === name);
  await expect.poll(find).toBeTruthy();
  const cookie = await find();
  if (!cookie) throw new Error(`${name} has gone again`);
  return cookie;
}

test('who takes over the phone sees nothing of whom it was before', async ({ shopper, world }) => {
  const { page } = shopper;
  const { shop } = await buyByName(page, 'Was die Möwe weiß');
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  await fillCard(shop, CARDS.visa);
  await orderButton(shop).click();
  await expect(receiptIn(page)).toBeVisible();
  const { shop: again } = await buyByName(page, 'Notizbuch Algen');
  await addToCart(again);
  await navigation(again).getByRole('link', { name: 'Bestellungen' }).click();
  await again.getByRole('link', { name: /Bestellung K-/ }).click();
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Danke für deine Bestellung!');
  const herOrder = await addressOf(again);

  const other = await world.newPerson({ name: 'Bruno Falkenau', locale: 'de_DE' });
  await page.goto(`${world.messengerOrigin}/?psid=${other}`);
  const { shop: his } = await buyByName(page, 'Notizbuch Algen');
  await expect(cartBadge(his)).toBeEmpty();
  await openCart(his);
  await expect(his.getByRole('heading', { name: 'Dein Warenkorb ist leer' })).toBeVisible();
  await navigation(his).getByRole('link', { name: 'Bestellungen' }).click();
  await expect(his.getByRole('heading', { name: 'Noch keine Bestellungen' })).toBeVisible();
  await goBack(page);
  await expect(his.getByRole('heading', { name: 'Dein Warenkorb ist leer' })).toBeVisible();
  await goTo(page, herOrder);
  await expect(his.getByRole('heading', { level: 1 })).toHaveText('Diese Seite gibt es nicht');
});

async function addressOf(shop: Shop): Promise<string> {
  return shop.locator('body').evaluate(() => window.location.href);
}

// In a moment: the page that is told goes.
async function goBack(page: Page): Promise<void> {
  await webview(page)
    .locator('body')
    .evaluate(() => void setTimeout(() => window.history.back()));
}

async function goTo(page: Page, address: string): Promise<void> {
  await webview(page)
    .locator('body')
    .evaluate((_, to) => void setTimeout(() => window.location.assign(to)), address);
}
