import { EventEmitter, once } from 'node:events';
import type { Page, Route } from '@playwright/test';
import { expect, type Shopper, test } from './fixtures';
import { HttpClient } from './http-client';
import { ADA_IN_BERLIN, addToCart, alertIn, buyByName, goToCheckout, holdBack } from './steps';
import type { World } from './world';

test('what she types before the script is there stays in its field', async ({ page, world }) => {
  await page.goto(`${world.shopOrigin}/shop/search?q=Algen`);
  await page.getByRole('link', { name: /Notizbuch Algen/ }).click();
  await addToCart(page);

  const freeScripts = await holdBack(page, '**/*.js');
  await goToCheckout(page);
  for (const [label, value] of Object.entries(ADA_IN_BERLIN)) await page.getByLabel(label).first().fill(value);
  await page.getByLabel('Land').selectOption({ label: 'Österreich' });
  await page.getByLabel('Postleitzahl').fill('1010');
  freeScripts();

  await page.getByRole('button', { name: 'Weiter zum Versand' }).click();
  await expect(page.getByText('Ada Muster, Hauptstr. 1, 1010 Berlin, Österreich')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('31,80');
});

test('what she types before Messenger has said who she is stays, and what lay in her cart comes to it', async ({
  shopper,
  world,
}) => {
  const { page } = shopper;
  await comeAsStranger(shopper, world);
  // Nor does the link say into whose thread it was sent: what lay in her cart is to come by the sign-in.
  await page.route('**/api/webview/arrive', (route) => route.fulfill({ status: 429, json: {} }));
  const { shop } = await buyByName(page, 'Notizbuch Algen');
  await addToCart(shop);

  const freeAnswer = await holdSignIn(page, '/shop/checkout');
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
  freeAnswer();
  await expect(total).not.toHaveText(before);
  await expect(express).toBeChecked();
  await expect(shop.getByText('Ada Muster, Hauptstr. 1, 10115 Berlin, Deutschland')).toBeVisible();
  // From here on it is her checkout, not a guest's: her card can be kept, and the thread's own ways are there.
  await shop.getByRole('button', { name: 'Weiter zur Zahlung' }).click();
  await expect(shop.getByRole('checkbox', { name: /^Karte und Adresse für das nächste Mal merken/ })).toBeVisible();
  await expect(shop.getByRole('heading', { name: 'Apple Pay oder Google Pay' })).toBeVisible();
});

test('what she types while her cart is drawn anew stays, and is taken', async ({ shopper: { page } }) => {
  const freeAnswer = await holdSignIn(page, '/shop/cart');
  const { shop } = await buyByName(page, 'Notizbuch Algen');
  await addToCart(shop);
  await shop.getByLabel('Rabattcode').fill('WINTER99');
  const drawnAnew = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/shop/cart');
  freeAnswer();
  await drawnAnew;
  await expect(shop.getByLabel('Rabattcode')).toHaveValue('WINTER99');
  await shop.getByRole('button', { name: 'Einlösen' }).click();
  await expect(alertIn(shop)).toContainText('Diesen Rabattcode kennen wir nicht.');
});

test('what she taps before it is heard by which link she came stays, and what lay in her cart comes to it', async ({
  shopper,
  world,
}) => {
  const { page } = shopper;
  await comeAsStranger(shopper, world);
  const arrival = await crossArrival(page, world.shopOrigin);
  const { shop } = await buyByName(page, 'Notizbuch Algen');
  await arrival.isAsked;
  await shop.getByRole('button', { name: /^In den Warenkorb/ }).click();
  const way = shop.getByRole('link', { name: /^Zum Warenkorb/ });
  await expect(way).toBeVisible();
  const heard = page.waitForResponse('**/api/webview/arrive');
  arrival.free();
  await (await heard).finished();
  await way.click();
  await expect(shop.getByRole('listitem').filter({ hasText: 'Notizbuch Algen' })).toBeVisible();
  await expect(shop.getByRole('listitem').filter({ hasText: 'Was die Möwe weiß' })).toBeVisible();
});

/** Something lies in her own cart, and then the browser forgets her and Messenger says nothing. */
async function comeAsStranger({ page }: Shopper, world: World): Promise<void> {
  const known = page.waitForResponse('**/api/webview/sign-in');
  const { shop } = await buyByName(page, 'Was die Möwe weiß');
  await known;
  await addToCart(shop);
  await page.getByRole('button', { name: 'Close webview' }).click();
  await page.context().clearCookies();
  await world.control('/control/host', { sdk: 'off' });
}

/**
 * The first answer to how she came is made before she taps, and is there only after: each opened a session then. The
 * answer's cookie is put where the browser would: one that a route fulfils keeps none that is partitioned.
 */
async function crossArrival(page: Page, shopOrigin: string): Promise<{ isAsked: Promise<unknown>; free: () => void }> {
  const road = new EventEmitter();
  const isFree = once(road, 'free');
  const isAsked = once(road, 'asked');
  const asked = async (route: Route) => {
    road.emit('asked');
    const before = new HttpClient(shopOrigin);
    const { json } = await before.post('/api/webview/arrive', route.request().postDataJSON());
    await isFree;
    const like = (await page.context().cookies()).find(({ partitionKey }) => partitionKey !== undefined);
    if (!like) throw new Error('her tap opened no session');
    await page.context().addCookies([...before.cookies].map(([name, value]) => ({ ...like, name, value })));
    await route.fulfill({ json });
  };
  await page.route('**/api/webview/arrive', asked, { times: 1 });
  return { isAsked, free: () => road.emit('free') };
}

/** Messenger's word is heard on the page at `path` only, and late: pages before it may ask too, and a request opens one session. */
async function holdSignIn(page: Page, path: string): Promise<() => void> {
  const road = new EventEmitter();
  const isFree = once(road, 'free');
  await page.route('**/api/webview/sign-in', async (route) => {
    if (!route.request().headers().referer?.endsWith(path)) return route.fulfill({ status: 401, json: {} });
    await isFree;
    await route.continue();
  });
  return () => road.emit('free');
}
