import { expect, test } from './fixtures';

const HEAD = 'slug,sku,stock,price_EUR,price_USD,status,title_de,title_en';
const GOOD = `${HEAD}
seepferdchen,SEE-1,4,"19,90",21.90,active,Seepferdchen,Seahorse
qualle,QUA-1,2,9.50,10.50,active,Qualle,Jellyfish
`;
const BAD = GOOD.replace('"19,90"', 'neunzehn').replace('QUA-1,2', 'QUA-1,-2');
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a file with errors is mended, taken whole, and taken back', async ({ merchant, world, page }) => {
  const desk = merchant.page;
  await desk.goto(`${world.shopOrigin}/admin/products`);
  await desk.getByRole('link', { name: 'Importieren' }).click();
  await desk.getByLabel('CSV-Datei').setInputFiles(csv('meer.csv', BAD));
  await desk.getByRole('button', { name: 'Vergleichen' }).click();

  const faults = desk.getByRole('region', { name: 'Was nicht passt' }).getByRole('row');
  await expect(faults.filter({ hasText: 'price_EUR' })).toHaveText(/Fehler2price_EUR.*kein Betrag.*neunzehn/);
  await expect(faults.filter({ hasText: 'stock' })).toHaveText(/Fehler3stock.*keine ganze Zahl.*-2/);
  await expect(desk.getByRole('button', { name: 'Alles übernehmen' })).toHaveCount(0);
  await page.goto(`${world.shopOrigin}/shop/products/qualle`);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Qualle');

  await desk.getByLabel('CSV-Datei').setInputFiles(csv('meer-2.csv', GOOD));
  await desk.getByRole('button', { name: 'Vergleichen' }).click();
  await expect(desk.getByText('2 neue Produkte')).toBeVisible();
  await expect(
    desk.getByRole('region', { name: 'Was sich ändert' }).getByRole('row', { name: /seepferdchen/ }),
  ).toContainText('neu');
  await desk.getByRole('button', { name: 'Alles übernehmen' }).click();
  await expect(desk.getByText('übernommen', { exact: true })).toBeVisible();
  await page.goto(`${world.shopOrigin}/shop/products/seepferdchen`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seepferdchen');
  await expect(page.getByText('19,90').first()).toBeVisible();

  await desk.getByRole('button', { name: 'Import rückgängig machen' }).click();
  await expect(desk.getByText('rückgängig gemacht', { exact: true })).toBeVisible();
  await expect(async () => {
    await page.goto(`${world.shopOrigin}/shop/products/seepferdchen`);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Seepferdchen', { timeout: 500 });
  }).toPass();
});
