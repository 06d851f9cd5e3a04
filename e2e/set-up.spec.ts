import { expect, test } from './fixtures';

test('the set-up list says what the shop lacks, and mends the Page by one tap', async ({ merchant, world }) => {
  const { page } = merchant;
  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await test.step('a domain that Messenger does not know is named, with the way to mend it', async () => {
    await world.control('/control/app', { requiresProof: false });
    await page.goto(`${world.shopOrigin}/admin/set-up`);
    await expect(step('Facebook-Seite verbunden')).toContainText('stimmt nicht');
    await expect(step('Facebook-Seite verbunden')).toContainText('App-Geheimnis anfordern');
    await expect(step('Rechtliche Texte')).toContainText('erledigt');
    await world.control('/control/app', { requiresProof: true });
  });
  await test.step('set up once more, and looked at anew', async () => {
    await page.getByRole('button', { name: 'Messenger einrichten' }).click();
    await expect(page.getByText('Eingerichtet.')).toBeVisible();
    await expect(step('Facebook-Seite verbunden')).toContainText('erledigt');
    await expect(step('Domain bei der Seite eingetragen')).toContainText('erledigt');
  });
  await test.step('a country is sent to at another price, and the next visitor is told so', async () => {
    await page.goto(`${world.shopOrigin}/admin/settings/shipping`);
    const zone = page.getByRole('group').filter({ hasText: 'Vereinigtes Königreich' }).first();
    await zone.getByText('Großbritannien', { exact: true }).click();
    await zone.getByLabel('Preis').first().fill('zwölf');
    await zone.getByRole('button', { name: 'Zone speichern' }).click();
    await expect(zone.getByText('Einige Angaben passen nicht.')).toBeVisible();
    await zone.getByLabel('Preis').first().fill('11,50');
    await zone.getByRole('button', { name: 'Zone speichern' }).click();
    await expect(zone).toContainText('Standardversand 11,50 €');
  });
});
