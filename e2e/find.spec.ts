import { expect, test } from './fixtures';

test('she finds it though she mistypes, narrows it to what fits her wall, and the address can be sent on', async ({
  page,
  world,
}) => {
  await page.goto(`${world.shopOrigin}/shop/search`);
  const list = page.getByRole('main').getByRole('listitem');
  await page.getByRole('combobox', { name: 'Was suchst du?' }).fill('Zitronezwieg');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /Zitronenzweig/ }).first()).toBeVisible();

  await page.goto(`${world.shopOrigin}/shop/collections/art-prints`);
  await page.getByRole('link', { name: 'Sortieren und filtern' }).click();
  await expect(page).toHaveURL(/\/shop\/search\?collection=art-prints/);
  await expect(list.first()).toBeVisible();
  const whole = await list.count();
  await page.getByText('Sortieren und filtern').click();
  await page.getByRole('group', { name: 'Format' }).getByText('50 × 70 cm').click();
  await page.getByLabel('Nur was auf Lager ist').check();
  await page.getByLabel('Sortieren nach').selectOption('Preis, niedrigster zuerst');
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(page).toHaveURL(/option=format%3A50x70/);
  await expect(page.getByLabel('Nur was auf Lager ist')).toBeChecked();
  expect(await list.count()).toBeLessThan(whole);
  await expect(page.getByRole('main').getByText('Ausverkauft')).toHaveCount(0);

  const sentOn = await page.context().newPage();
  await sentOn.goto(page.url());
  await expect(sentOn.getByLabel('Nur was auf Lager ist')).toBeChecked();
  await expect(sentOn.getByRole('main').getByRole('listitem')).toHaveCount(await list.count());

  await sentOn.getByLabel('Preis bis').fill('0,50');
  await sentOn.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(sentOn.getByRole('heading', { name: 'Dazu passt gerade nichts' })).toBeVisible();
  await sentOn.getByRole('link', { name: 'Filter entfernen' }).click();
  await expect(sentOn.getByRole('main').getByRole('listitem')).toHaveCount(whole);
});
