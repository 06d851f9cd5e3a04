import AxeBuilder from '@axe-core/playwright';
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** A device that keeps passkeys, as Chromium plays one: `present` is the finger on it. */
async function giveDevice(page: Page) {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verifies: (isUserVerified: boolean) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    // Her desk's page is lent to other stories after this one.
    putAway: async () => {
      await devtools.send('WebAuthn.disable');
      await devtools.detach();
    },
  };
}

async function isFine(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
}

test('she adds a passkey, comes in by it alone, and takes it away again', async ({ merchant, world }) => {
  const { page } = merchant;
  const device = await giveDevice(page);
  const passkeys = page.getByRole('list', { name: 'Passkeys' });
  const today = page.getByRole('heading', { level: 1, name: 'Heute' });
  const signOut = async () => {
    await page.context().clearCookies();
    await page.goto(`${world.shopOrigin}/sign-in`);
  };

  await test.step('a dialog that nobody answers leaves a sentence, and what she typed', async () => {
    await page.goto(`${world.shopOrigin}/admin/security`);
    await page.getByLabel('Name des neuen Passkeys').fill('Telefon');
    await device.verifies(false);
    await merchant.pressAndProve('Passkey hinzufügen');
    await expect(page.getByText('Das Fenster wurde geschlossen, oder es hat zu lange gedauert.')).toBeVisible();
    await expect(page.getByLabel('Name des neuen Passkeys')).toHaveValue('Telefon');
    await expect(passkeys).toHaveCount(0);
  });

  await test.step('with her finger on it the passkey is made, and stands in the list', async () => {
    await device.verifies(true);
    await page.getByRole('button', { name: 'Passkey hinzufügen' }).click();
    await expect(page.getByText('Hinzugefügt. Damit kannst du dich jetzt anmelden.')).toBeVisible();
    await expect(passkeys.getByRole('listitem')).toContainText('noch nicht benutzt');
    await page.getByLabel('Name des neuen Passkeys').fill('Noch einer');
    await page.getByRole('button', { name: 'Passkey hinzufügen' }).click();
    await expect(page.getByText('Auf diesem Gerät hast du schon einen Passkey für diesen Shop.')).toBeVisible();
    await passkeys.getByLabel('Telefon umbenennen').click();
    await isFine(page);
    await passkeys.getByLabel('Name').fill('Telefon der Werkstatt');
    await passkeys.getByRole('button', { name: 'Speichern' }).click();
    await expect(passkeys.getByRole('listitem')).toContainText('Telefon der Werkstatt');
  });

  await test.step('it alone signs her in, and leads where she wanted to be', async () => {
    await page.context().clearCookies();
    await page.goto(`${world.shopOrigin}/admin/security`);
    await expect(page.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Mit Passkey anmelden' })).toBeVisible();
    await isFine(page);
    await device.verifies(false);
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
    await expect(page.getByText('Das Fenster wurde geschlossen, oder es hat zu lange gedauert.')).toBeVisible();
    await device.verifies(true);
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sicherheit' })).toBeVisible();
    await expect(passkeys.getByRole('listitem')).toContainText('zuletzt benutzt');
  });

  await test.step('removed, it opens nothing any more, and the log has both', async () => {
    await passkeys.getByLabel('Telefon der Werkstatt entfernen').click();
    await page.getByRole('button', { name: 'Telefon der Werkstatt entfernen' }).click();
    await expect(page.getByText('Du hast noch keinen.')).toBeVisible();
    await page.goto(`${world.shopOrigin}/admin/audit`);
    await expect(page.getByRole('row').nth(1)).toContainText('Passkey entfernt');
    await expect(page.getByRole('row').filter({ hasText: 'Passkey hinzugefügt' }).first()).toContainText('Telefon');
    await signOut();
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
    await expect(page.getByText('Diesen Passkey kennt der Shop nicht (mehr).')).toBeVisible();
    await merchant.signIn();
    await expect(today).toBeVisible();
  });
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await device.putAway();
});

test('a browser without passkeys is offered none', async ({ page, world }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
  await page.goto(`${world.shopOrigin}/sign-in`);
  await page.getByLabel('E-Mail-Adresse').fill('nobody@example.com');
  await page.getByLabel('Passwort').fill('vier andere Otter drucken');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.getByText('E-Mail-Adresse oder Passwort stimmen nicht.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mit Passkey anmelden' })).toHaveCount(0);
});
