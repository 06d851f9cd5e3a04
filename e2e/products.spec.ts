import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addToCart } from './steps';

/** A photograph out of a phone, as far as a browser can tell. */
const PHOTO = 'public/demo/lemon-branch-card.jpg';

test('a new product with sizes and pictures is in the shop, and can be bought', async ({ merchant, world, page }) => {
  const desk = merchant.page;
  await desk.goto(`${world.shopOrigin}/admin/products`);
  await desk.getByRole('link', { name: 'Neues Produkt' }).click();
  await desk.getByLabel('Titel (Deutsch)', { exact: true }).fill('Laternenfisch');
  await desk.getByRole('textbox', { name: 'Beschreibung (Deutsch)' }).fill('Leuchtet im Dunkeln.');
  await desk.getByRole('button', { name: 'Englisch' }).click();
  await desk.getByLabel(/^Titel \(Englisch\)/).fill('Lantern fish');
  await desk.getByRole('button', { name: 'Deutsch', exact: true }).click();

  await desk.getByLabel('Bilder auswählen').setInputFiles([PHOTO, PHOTO]);
  await expect(desk.getByText('2 Bilder sind da.')).toBeVisible();
  await desk.getByRole('button', { name: 'Bild 2 entfernen' }).click();

  await desk.getByLabel('Name der Option').fill('Größe');
  await desk.getByLabel('Werte').fill('A4, A3');
  await desk.getByLabel('Werte').press('Enter');
  for (const [size, price] of [
    ['A4', '19,90'],
    ['A3', '29,90'],
  ]) {
    await desk.getByLabel(`Artikelnummer, ${size}`).fill(`LF-${size}`);
    await desk.getByLabel(`Preis EUR, ${size}`).fill(price ?? '');
    await desk.getByLabel(`Anfangsbestand, ${size}`).fill('3');
  }
  await desk.getByLabel('Status').selectOption('Im Verkauf');
  await desk.getByRole('button', { name: 'Speichern' }).click();
  await expect(desk.getByText(/Ein Bild hat noch keine Beschreibung/)).toBeVisible();
  await desk.getByLabel('Bild 1: Bildbeschreibung (Deutsch)').fill('Ein Fisch mit Laterne');
  await desk.getByRole('button', { name: /^Englisch/ }).click();
  await desk.getByLabel(/^Bild 1: Bildbeschreibung \(Englisch\)/).fill('A fish with a lantern');
  await desk.getByRole('button', { name: 'Speichern' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Laternenfisch');
  await expect(desk.getByText('im Verkauf', { exact: true })).toBeVisible();

  await page.goto(`${world.shopOrigin}/shop/products/laternenfisch`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Laternenfisch');
  const picture = page.getByRole('img', { name: 'Ein Fisch mit Laterne' });
  await expect(picture).toHaveJSProperty('complete', true);
  expect(await picture.evaluate((drawn: HTMLImageElement) => drawn.naturalWidth)).toBeGreaterThan(0);
  await page.getByText('A3').click();
  await addToCart(page);
  await expect(page.getByText('29,90').first()).toBeVisible();
});

test('two people edit one product, and nothing that either wrote is lost', async ({ merchant, world }) => {
  const hers = merchant.page;
  await openCopy(hers, world.shopOrigin, 'Algen');
  const his = await hers.context().newPage();
  await his.goto(hers.url());
  await his.getByLabel('Schlagwörter').fill('Heft, Meer, grün');
  await his.getByLabel('Titel (Deutsch)', { exact: true }).fill('Algenheft von ihm');
  await his.getByRole('button', { name: 'Speichern' }).click();
  await expect(his.getByText('Gespeichert.')).toBeVisible();
  await his.close();

  await hers.getByLabel('Titel (Deutsch)', { exact: true }).fill('Algenheft von ihr');
  await hers.getByLabel('Hersteller oder Marke').fill('Algenpresse');
  await hers.getByRole('button', { name: 'Speichern' }).click();
  const notice = hers.getByRole('alert').filter({ hasText: 'Jemand hat dieses Produkt inzwischen geändert.' });
  await expect(notice).toContainText('Schlagwörter');
  await expect(notice).toContainText('Algenheft von ihm');
  await expect(hers.getByLabel('Schlagwörter')).toHaveValue('Heft, Meer, grün');
  await expect(hers.getByLabel('Titel (Deutsch)', { exact: true })).toHaveValue('Algenheft von ihr');
  await notice.getByRole('button', { name: 'Anderes nehmen' }).click();
  await hers.getByRole('button', { name: 'Speichern' }).click();
  await expect(hers.getByText('Gespeichert.')).toBeVisible();
  await hers.reload();
  await expect(hers.getByLabel('Titel (Deutsch)', { exact: true })).toHaveValue('Algenheft von ihm');
  await expect(hers.getByLabel('Hersteller oder Marke')).toHaveValue('Algenpresse');
});

test('row 42: a session that ends in the middle of an edit costs nothing that was typed', async ({
  merchant,
  world,
}) => {
  const desk = merchant.page;
  await openCopy(desk, world.shopOrigin, 'Wochenblock');
  const place = desk.url();
  await desk.getByLabel('Untertitel (Deutsch)').fill('Eine Woche auf einem Blatt');
  await desk.context().clearCookies();
  await desk.getByRole('button', { name: 'Speichern' }).click();
  await merchant.signIn();
  await expect(desk).toHaveURL(place);
  await expect(desk.getByText('Deine ungespeicherten Änderungen sind wieder da.')).toBeVisible();
  await expect(desk.getByLabel('Untertitel (Deutsch)')).toHaveValue('Eine Woche auf einem Blatt');
  await desk.getByRole('button', { name: 'Speichern' }).click();
  await expect(desk.getByText('Gespeichert.')).toBeVisible();
});

/** A product of the story's own: the others sell those of the demo. */
async function openCopy(desk: Page, shopOrigin: string, title: string): Promise<void> {
  await desk.goto(`${shopOrigin}/admin/products`);
  await desk.getByRole('searchbox').fill(title);
  await desk.getByRole('button', { name: 'Suchen' }).click();
  await desk.getByRole('table').getByRole('link').first().click();
  await desk.getByRole('button', { name: 'Duplizieren' }).click();
  await expect(desk.getByLabel('Titel (Deutsch)', { exact: true })).toHaveValue(/\(Kopie\)$/);
}
