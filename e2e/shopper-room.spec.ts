import { expect, test } from './fixtures';
import { ADA_IN_BERLIN, CARDS, fillAddress, fillCard, goToCheckout, navigation, orderButton } from './steps';

test('she wishes, thinks again, says a word with it, reviews what came, and is forgotten', async ({
  page,
  world,
  merchant,
}) => {
  await page.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('button', { name: 'Auf die Merkliste' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merkliste');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: /^In den Warenkorb/ }).click();
  await page.getByRole('link', { name: 'Zum Warenkorb' }).click();

  await page.getByRole('button', { name: `Entfernen: ${title}` }).click();
  await expect(page.getByRole('heading', { name: 'Dein Warenkorb ist leer' })).toBeVisible();
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.getByRole('link', { name: title, exact: true }).first()).toBeVisible();
  await page.getByText('Nachricht oder Geschenk').click();
  await page.getByLabel('Nachricht an uns').fill('Bitte beim Nachbarn abgeben');
  await page.getByRole('button', { name: 'Merken' }).click();
  await expect(page.getByLabel('Nachricht an uns')).toHaveValue('Bitte beim Nachbarn abgeben');
  await goToCheckout(page);
  await fillAddress(page, { ...ADA_IN_BERLIN, 'E-Mail': 'stube@example.com' });
  await fillCard(page, CARDS.visa);
  await orderButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Danke für deine Bestellung!');
  const said = await page
    .getByText(/Bestellung K-\d+/)
    .first()
    .textContent();
  const number = /K-\d+/.exec(said ?? '')?.[0] ?? '';
  await page.getByRole('button', { name: 'Ja, fragt mich' }).click();
  await expect(page.getByRole('button', { name: 'Doch nicht fragen' })).toBeVisible();

  await merchant.openOrder(number);
  await expect(merchant.panel('Nachricht der Kundin')).toContainText('Bitte beim Nachbarn abgeben');
  await merchant.page.getByRole('button', { name: 'Als verschickt markieren' }).click();
  await expect(merchant.page.getByText('Verschickt').first()).toBeVisible();

  await page.reload();
  await page.getByRole('link', { name: 'Artikel bewerten' }).click();
  await page.getByRole('group', { name: 'Sterne' }).getByText('★').nth(3).click();
  await page.getByLabel('Was sollten andere wissen?').fill('Liegt gut in der Hand');
  await page.getByRole('button', { name: 'Bewertung abschicken' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Danke!' })).toBeVisible();

  await merchant.page.goto(`${world.shopOrigin}/admin/reviews`);
  const row = merchant.page.getByRole('row').filter({ hasText: 'Liegt gut in der Hand' });
  await row.getByRole('button', { name: 'Zeigen' }).click();
  await expect(row).toContainText('wird gezeigt');
  await expect(async () => {
    await page.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
    await expect(page.getByText('Liegt gut in der Hand')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText('Geprüfter Kauf').first()).toBeVisible();

  await navigation(page).getByRole('link', { name: 'Bestellungen' }).click();
  await page.getByRole('link', { name: 'Meine Daten' }).click();
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  await expect(page.getByText('stube@example.com')).toBeVisible();
  await page.getByLabel('Ja, löscht meine Daten').check();
  await page.getByRole('button', { name: 'Jetzt löschen lassen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Löschung deiner Daten');
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('Deine Daten sind gelöscht.')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.goto(`${world.shopOrigin}/shop/my-data`);
  await expect(page.getByRole('button', { name: 'Link schicken' })).toBeVisible();
});
