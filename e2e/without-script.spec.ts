import { expect, test } from './fixtures';

test.use({ javaScriptEnabled: false });

test('a shop without script, up to the cart', async ({ page, world }) => {
  await page.goto(`${world.shopOrigin}/shop`);
  await page
    .getByRole('link', { name: /Kunstdrucke/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kunstdrucke');
  await page.getByRole('link', { name: /Zitronenzweig/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zitronenzweig');

  await page.getByRole('group', { name: 'Format' }).getByText('A3 (30 × 42 cm)').click();
  await page.getByRole('group', { name: 'Papier' }).getByText('Baumwollpapier, 310 g').click();
  await page.getByRole('spinbutton', { name: 'Menge' }).fill('2');
  await page.getByRole('button', { name: /^In den Warenkorb · ab 24,00/ }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Warenkorb');
  const line = page.getByRole('listitem').filter({ hasText: 'Zitronenzweig' });
  await expect(line).toContainText('A3 (30 × 42 cm)');
  await expect(line).toContainText('Baumwollpapier, 310 g');
  await expect(line.getByRole('img', { name: 'Menge 2' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Zur Kasse · 90,00/ })).toBeVisible();
  await line.getByRole('button', { name: 'Ein Stück weniger: Zitronenzweig' }).click();
  await expect(line.getByRole('img', { name: 'Menge 1' })).toBeVisible();
  await line.getByRole('button', { name: 'Ein Stück mehr: Zitronenzweig' }).click();
  await expect(line.getByRole('img', { name: 'Menge 2' })).toBeVisible();

  await page.getByRole('link', { name: /^Zur Kasse/ }).click();
  // Playwright's roles and texts leave out what stands in a noscript, which is all that such a browser shows.
  const advice = page.locator('noscript [role=alert]');
  await expect(advice).toBeVisible();
  await expect(advice).toContainText('Zum Bezahlen braucht diese Seite JavaScript.');
  await page.getByRole('link', { name: 'Zum Warenkorb' }).click();
  await line.getByRole('button', { name: /^Entfernen/ }).click();
  await expect(page.getByRole('heading', { name: 'Dein Warenkorb ist leer' })).toBeVisible();
});
