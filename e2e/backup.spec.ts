import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

test('the owner takes the whole shop with her, and another machine takes it in', async ({ merchant, world, house }) => {
  test.slow();
  const { page } = merchant;
  const folder = await mkdtemp(path.join(tmpdir(), 'kiosk-backup-'));
  const file = path.join(folder, 'shop.backup');

  await test.step('she downloads it from the settings, and the page says when', async () => {
    // Just signed in: the desk asks for no password on the way.
    await page.context().clearCookies();
    await page.goto(`${world.shopOrigin}/sign-in`);
    await merchant.signIn();
    await expect(page.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible();
    await page.goto(`${world.shopOrigin}/admin/settings`);
    await page.getByRole('link', { name: 'Sicherung', exact: true }).click();
    await expect(page.getByText('Die Datei ist verschlossen.')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Sicherung herunterladen' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^kiosk-\d{4}-\d\d-\d\d\.backup$/);
    await download.saveAs(file);
    await page.goto(`${world.shopOrigin}/admin/settings/backup`);
    await expect(page.getByText(/^Zuletzt .*, von Ottilie Druck\.$/)).toBeVisible();
    await page.goto(`${world.shopOrigin}/admin/audit`);
    await expect(page.getByRole('row').nth(1)).toContainText('Sicherung heruntergeladen');
  });

  await test.step('cut off on the way it is refused; whole it is taken in, once', async () => {
    const elsewhere = path.join(folder, 'data');
    const cut = path.join(folder, 'cut.backup');
    await writeFile(cut, (await readFile(file)).subarray(0, -1_000));
    expect(await house.restore(cut, elsewhere)).toContain('backup_damaged: This file is damaged or was cut off.');
    expect(await house.restore(file, elsewhere)).toMatch(/^\d+ rows in \d+ tables and \d+ pictures are back\.$/m);
    expect(await house.restore(file, elsewhere)).toContain('shop_not_empty: This shop is not empty.');
  });
  await rm(folder, { recursive: true, force: true });
});
