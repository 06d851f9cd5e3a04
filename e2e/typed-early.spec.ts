import { EventEmitter, once } from 'node:events';
import { expect, test } from './fixtures';
import { ADA_IN_BERLIN, addToCart, goToCheckout } from './steps';

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
