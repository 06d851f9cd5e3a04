import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { cartBadge, holdBack } from './steps';

// A script that does not come is an error on the console of its own.
const withErrors = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
  quietConsole: async ({}, use) => {
    await use(undefined);
  },
});

const NEXTS_SCRIPTS = '**/_next/static/**/*.js';

/** The page's own small script runs: it offers what it holds taps on. */
async function isVisited(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Teilen' })).toBeVisible();
}

test('a first tap before the scripts run is held, and done on the page', async ({ page, world }) => {
  const freeScripts = await holdBack(page, NEXTS_SCRIPTS);
  const product = `${world.shopOrigin}/shop/products/algae-notebook`;
  await page.goto(product);
  await isVisited(page);
  const add = page.getByRole('button', { name: /^In den Warenkorb/ });
  await add.click();
  await add.click();
  await expect(add).toHaveAttribute('aria-busy', 'true');
  freeScripts();
  await expect(page.getByRole('link', { name: /^Zum Warenkorb/ })).toBeVisible();
  await expect(page).toHaveURL(product);
  await expect(cartBadge(page)).toHaveText(/^1 /);
});

test('so is a tap on a button that no form stands behind', async ({ page, world }) => {
  const freeScripts = await holdBack(page, NEXTS_SCRIPTS);
  await page.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
  await isVisited(page);
  await page.getByRole('button', { name: 'Teilen' }).click();
  freeScripts();
  await expect(page.getByLabel('Link zum Artikel')).toBeVisible();
});

withErrors('where the scripts never come she is sent the plain way', async ({ page, world }) => {
  await page.route(NEXTS_SCRIPTS, (route) => route.abort());
  await page.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
  await isVisited(page);
  await page.getByRole('button', { name: /^In den Warenkorb/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Warenkorb');
  await expect(page.getByRole('listitem').filter({ hasText: 'Notizbuch Algen' })).toBeVisible();
});

test('pages of links and forms never start them', async ({ page, world }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of ['/shop', '/shop/collections/art-prints', '/shop/legal/terms']) {
    const badge = page.waitForResponse('**/api/cart/summary');
    await page.goto(world.shopOrigin + path);
    await badge;
    await page.getByRole('heading', { level: 1 }).click();
  }
  await page.getByRole('button', { name: 'English · EUR' }).click();
  await expect(page.getByRole('navigation', { name: 'Main menu' })).toBeVisible();
  expect(asked.filter((path) => /^\/_next\/.*\.js$/.test(path))).toEqual([]);
});
