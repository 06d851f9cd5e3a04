import { expect, test } from './fixtures';
import { mailsTo } from './mails';

test('somebody is invited, helps with what her role allows, and leaves', async ({ merchant, world, browser }) => {
  const { page } = merchant;
  await test.step('the owner invites Otto for the conversations', async () => {
    await page.goto(`${world.shopOrigin}/admin/staff`);
    await page.getByLabel('E-Mail-Adresse').fill('otto@example.com');
    await page.getByRole('radio', { name: /^Kundendienst/ }).check();
    await merchant.pressAndProve('Einladung senden');
    await expect(page.getByText('Die Einladung ist unterwegs.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'otto@example.com' })).toContainText('Kundendienst');
  });

  const mailed = async () => (await mailsTo(world, 'otto@example.com'))[0];
  await expect.poll(async () => (await mailed())?.text).toContain('Deine Rolle: Kundendienst');
  const link = /http\S+\/sign-in\/invitation\?token=\S+/.exec((await mailed())?.text ?? '')?.[0] ?? '';

  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 390, height: 844 } });
  const otto = await context.newPage();
  await test.step('Otto may not take a password that has leaked', async () => {
    await otto.goto(link);
    await otto.getByLabel('Dein Name').fill('Otto Fleck');
    await otto.getByLabel('Passwort').fill('correct horse battery staple');
    await otto.getByRole('button', { name: 'Mitmachen' }).click();
    await expect(otto.getByText('Dieses Passwort ist aus einem Datenleck bekannt.')).toBeVisible();
    await expect(otto.getByLabel('Dein Name')).toHaveValue('Otto Fleck');
    await otto.getByLabel('Passwort').fill('drei stille Otter tuschen');
    await otto.getByRole('button', { name: 'Mitmachen' }).click();
    await expect(otto.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible();
  });

  await test.step('his desk has the rooms of his role, and the others stay shut', async () => {
    const rooms = otto.getByRole('navigation', { name: 'Verwaltung' });
    await expect(rooms.getByRole('link', { name: 'Gespräche' })).toBeVisible();
    await expect(rooms.getByRole('link', { name: 'Einstellungen' })).toHaveCount(0);
    for (const path of ['/admin/settings', '/admin/staff', '/admin/products/new', '/admin/audit']) {
      const answer = await otto.goto(world.shopOrigin + path);
      expect(answer?.status(), path).toBe(403);
      await expect(otto.getByRole('heading', { level: 1 })).toHaveText('Dieser Raum gehört nicht zu deiner Rolle');
    }
    const csv = await otto.request.get(`${world.shopOrigin}/admin/audit/export`);
    expect(csv.status()).toBe(403);
    expect((await otto.goto(link))?.status()).toBe(200);
    await expect(otto.getByRole('heading', { level: 1 })).toHaveText('Diese Einladung gilt nicht mehr');
  });

  await test.step('he forgets his password, and a mail leads him back; the old one is over', async () => {
    await otto.context().clearCookies();
    await otto.goto(`${world.shopOrigin}/sign-in`);
    await otto.getByRole('link', { name: 'Passwort vergessen?' }).click();
    await otto.getByLabel('E-Mail-Adresse').fill('otto@example.com');
    await otto.getByRole('button', { name: 'Link schicken' }).click();
    await expect(otto.getByText('Wenn diese Adresse zum Team gehört')).toBeVisible();
    const wayBack = /http\S+\/sign-in\/new-password\?token=\S+/;
    const found = async () =>
      (await mailsTo(world, 'otto@example.com')).map(({ text }) => wayBack.exec(text)?.[0]).find(Boolean) ?? '';
    await expect.poll(found).not.toBe('');
    await otto.goto(await found());
    await otto.getByLabel('Passwort').fill('fünf laute Dachse drucken');
    await otto.getByRole('button', { name: 'Passwort setzen' }).click();
    await expect(otto.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible();
    await otto.goto(await found());
    await expect(otto.getByRole('heading', { level: 1 })).toHaveText('Dieser Link gilt nicht mehr');
  });

  await test.step('he leaves, and is out at once; the log says who did what', async () => {
    await page.reload();
    await page.getByLabel('Otto Fleck entfernen').click();
    await merchant.pressAndProve('Otto Fleck entfernen');
    await expect(page.getByText('otto@example.com')).toHaveCount(0);
    await otto.goto(`${world.shopOrigin}/admin`);
    await expect(otto.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
    await page.goto(`${world.shopOrigin}/admin/audit`);
    const log = page.getByRole('row');
    await expect(log.nth(1)).toContainText('Aus dem Team entfernt');
    await expect(log.filter({ hasText: 'Ins Team gekommen' }).first()).toContainText('Otto Fleck');
  });
  await context.close();
});
