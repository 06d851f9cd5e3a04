import { expect, test } from './fixtures';
import type { Merchant } from './merchant';
import { conversation, webview } from './steps';
import type { World } from './world';

type Link = { label: string; kind: string; value: string };

/** At her desk: a link with its QR code. Answers where it leads. */
async function makeLink(merchant: Merchant, world: World, link: Link): Promise<string> {
  const { page } = merchant;
  await page.goto(`${world.shopOrigin}/admin/links`);
  await page.getByLabel('Wofür du ihn nutzt').fill(link.label);
  await page.getByLabel('Führt zu').selectOption({ label: link.kind });
  await page.getByLabel('Welches').fill(link.value);
  await page.getByRole('button', { name: 'Link anlegen' }).click();
  await expect(page.getByRole('img', { name: `QR-Code für ${link.label}` })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: link.label });
  return (await row.getByRole('link').first().getAttribute('href')) ?? '';
}

for (const era of ['current', '2016'] as const)
  test.describe(`ways into the thread, ${era}`, () => {
    test.use({ era, locale: 'de-DE' });

    test('a link fills the cart of whoever follows it, in a new thread', async ({ shopper, world, merchant }) => {
      const label = `Flyer ${shopper.psid}`;
      const url = await makeLink(merchant, world, {
        label,
        kind: 'einem gefüllten Warenkorb',
        value: 'OO-DE-WEEK x2',
      });
      const { page, psid } = shopper;
      await page.goto(`${url}&as=${psid}`);
      await page.getByRole('region', { name: 'Welcome' }).getByRole('button').first().click();
      await expect(conversation(page).getByText('2 Artikel liegen in deinem Warenkorb.')).toBeVisible();
      await conversation(page).getByRole('button', { name: 'Zum Warenkorb' }).click();
      await expect(webview(page).getByRole('heading', { level: 1 })).toHaveText('Warenkorb');
      await expect(webview(page).getByRole('link', { name: 'Wochenblock' })).toBeVisible();

      const row = merchant.page.getByRole('row').filter({ hasText: label });
      await merchant.inTime(async () => {
        await expect(row.getByRole('cell', { name: '1', exact: true })).toHaveCount(2, { timeout: 1_000 });
      });
    });

    test('in a thread that is there already the shop answers at once', async ({ shopper, world, merchant }) => {
      const url = await makeLink(merchant, world, {
        label: `Kasse ${shopper.psid}`,
        kind: 'einem Produkt',
        value: `${world.shopOrigin}/shop/products/week-pad`,
      });
      const { page, psid } = shopper;
      await page.getByRole('region', { name: 'Welcome' }).getByRole('button').first().click();
      await expect(conversation(page).getByRole('article').first()).toBeVisible();
      await page.goto(`${url}&as=${psid}`);
      await expect(conversation(page).getByRole('article', { name: 'Wochenblock', exact: true }).last()).toBeVisible();
    });

    test('a question under a post is answered in private, praise is not', async ({ shopper, world }) => {
      const { page, psid } = shopper;
      await world.control('/control/comments', { psid, text: 'Wunderschön gemacht' });
      await world.control('/control/comments', { psid, text: 'Week Pad?' });
      await expect(conversation(page).getByRole('article', { name: 'Week Pad', exact: true })).toHaveCount(1);
      await world.control('/control/webhooks/settled', {});
      await expect(conversation(page).getByRole('article')).toHaveCount(1);
    });
  });

test('a link to what is not there is not made', async ({ merchant, world }) => {
  const { page } = merchant;
  await page.goto(`${world.shopOrigin}/admin/links`);
  await page.getByLabel('Wofür du ihn nutzt').fill('Nirgendwohin');
  await page.getByLabel('Führt zu').selectOption({ label: 'einem Produkt' });
  await page.getByLabel('Welches').fill('zeppelin');
  await page.getByRole('button', { name: 'Link anlegen' }).click();
  await expect(page.getByText('Das gibt es hier nicht (mehr).')).toBeVisible();
  await expect(page.getByText('Schreib uns im Messenger')).toBeVisible();
});

test('in the year of Messenger codes a link has one, and it is gone with them', async ({ world, house, merchant }) => {
  const code = merchant.page.getByRole('link', { name: 'Messenger-Code öffnen' });
  try {
    await world.control('/control/profile', { era: '2016' });
    await house.setUpMessenger();
    await makeLink(merchant, world, { label: 'Ladentür', kind: 'dem Shop', value: '' });
    const drawn = await merchant.page.request.get(`${world.shopOrigin}${await code.first().getAttribute('href')}`);
    expect(drawn.headers()['content-type']).toBe('image/svg+xml');
  } finally {
    await world.control('/control/profile', { era: 'current' });
    await house.setUpMessenger();
  }
  await merchant.page.reload();
  await expect(merchant.page.getByRole('img', { name: 'QR-Code für Ladentür' })).toBeVisible();
  await expect(code).toHaveCount(0);
});
