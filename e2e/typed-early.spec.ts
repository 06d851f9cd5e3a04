import { EventEmitter, once } from 'node:events';
import { expect, test } from './fixtures';
import { ADA_IN_BERLIN, addToCart, buyByName, goToCheckout } from './steps';

test('what she types before the script is there stays in its field', async ({ page, world }) => {
  await page.goto(`${world.shopOrigin}/shop/search?q=Algen`);
  await page.getByRole('link', { name: /Notizbuch Algen/ }).click();
  await addToCart(page);

  const road = new EventEmitter();
  const isFree = once(road, 'free');
  await page.route('**/*.js', async (route) => {
    await isFree;
    await route.continue();
  });
  await goToCheckout(page);
  for (const [label, value] of Object.entries(ADA_IN_BERLIN)) await page.getByLabel(label).first().fill(value);
  await page.getByLabel('Land').selectOption({ label: 'Österreich' });
  await page.getByLabel('Postleitzahl').fill('1010');
  road.emit('free');

  await page.getByRole('button', { name: 'Weiter zum Versand' }).click();
  await expect(page.getByText('Ada Muster, Hauptstr. 1, 1010 Berlin, Österreich')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('31,80');
});

test('what she types before Messenger has said who she is stays, and what lay in her cart comes to it', async ({
  shopper,
  world,
}) => {
  const { page } = shopper;
  const { shop: known } = await buyByName(page, 'Was die Möwe weiß');
  await addToCart(known);
  await page.getByRole('button', { name: 'Close webview' }).click();
  await page.context().clearCookies();
  await world.control('/control/host', { sdk: 'off' });
  const { shop } = await buyByName(page, 'Notizbuch Algen');
  await addToCart(shop);

  const road = new EventEmitter();
  const isFree = once(road, 'free');
  await page.route('**/api/webview/sign-in', async (route) => {
    // The cart before it may ask late, and each signed request opens one session only.
    if (!route.request().headers().referer?.endsWith('/shop/checkout')) return route.fulfill({ status: 401, json: {} });
    await isFree;
    await route.continue();
  });
  await world.control('/control/host', { sdk: 'on' });
  await goToCheckout(shop);
  for (const [label, value] of Object.entries(ADA_IN_BERLIN)) await shop.getByLabel(label).first().fill(value);
  const total = shop.getByRole('main').getByRole('status').first();
  await expect(total).toHaveText('27,80\u00a0€');
  await shop.getByRole('button', { name: 'Weiter zum Versand' }).click();
  const express = shop.getByRole('radio', { name: /^Expressversand/ });
  await express.click();
  await expect(express).toBeChecked();
  await expect(total).not.toHaveText('27,80\u00a0€');
  const before = await total.innerText();
  road.emit('free');
  await expect(total).not.toHaveText(before);
  await expect(express).toBeChecked();
  await expect(shop.getByText('Ada Muster, Hauptstr. 1, 10115 Berlin, Deutschland')).toBeVisible();
});
