import { writeFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { askFor, conversation, webview } from './steps';

const TRAY = ['Krimskramsschale', 'OO-DE-TRAY'] as const;

test.describe('a bubble of yesterday', () => {
  test('whose product is no longer sold says so, and leads to the shop', async ({ shopper, world }, info) => {
    const { page, psid } = shopper;
    const file = info.outputPath('goods.csv');
    await writeFile(file, goods('active'));
    await world.shop.importGoods(file);
    const card = await askFor(page, 'Papierlaterne');
    await writeFile(file, goods('archived'));
    await world.shop.importGoods(file);

    await card.getByRole('button', { name: 'Kaufen' }).click();
    const shop = webview(page);
    await expect(shop.getByRole('heading', { name: 'Diesen Artikel gibt es nicht mehr' })).toBeVisible();
    await shop.getByRole('main').getByRole('link', { name: 'Zum Shop' }).click();
    await expect(shop.getByRole('link', { name: /Kunstdrucke/ }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Close webview' }).click();

    // The same by a link to the thread: the shop says it in its own words and shows what there is.
    await world.control(`/control/threads/${psid}/referral`, { ref: 'papierlaterne' });
    await expect(conversation(page).getByText(/„Papierlaterne“ gibt es nicht mehr\./)).toBeVisible();
    await expect(conversation(page).getByRole('article').last().getByRole('button').first()).toBeVisible();
  });

  test('whose product is sold out says so, and leads to the shop', async ({
    shopper: { page, psid },
    merchant,
    world,
  }) => {
    await merchant.setStock(...TRAY, 2);
    const card = await askFor(page, TRAY[0]);
    await merchant.setStock(...TRAY, 0);

    await page.bringToFront();
    await card.getByRole('button', { name: 'Kaufen' }).click();
    const shop = webview(page);
    await expect(shop.getByRole('button', { name: 'Ausverkauft' })).toBeDisabled();
    const news = shop.getByRole('status').filter({ hasText: 'Gerade ausverkauft.' });
    await news.getByRole('link', { name: 'Zum Shop' }).click();
    await expect(shop.getByRole('link', { name: /Kunstdrucke/ }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Close webview' }).click();

    await world.control(`/control/threads/${psid}/referral`, { ref: 'desk-tray' });
    await expect(conversation(page).getByText(/„Krimskramsschale“ ist gerade ausverkauft\./)).toBeVisible();
    await merchant.setStock(...TRAY, 8);
  });

  test('whose price has changed shows what it costs now', async ({ shopper: { page }, merchant }) => {
    await merchant.setStock(...TRAY, 8);
    await merchant.setPrice(...TRAY, 'EUR', '27,90');
    const card = await askFor(page, TRAY[0]);
    await expect(card).toContainText('27,90');
    await merchant.setPrice(...TRAY, 'EUR', '31,90');

    await page.bringToFront();
    await card.getByRole('button', { name: 'Kaufen' }).click();
    await expect(webview(page).getByRole('button', { name: /^In den Warenkorb · 31,90/ })).toBeVisible();
    await merchant.setPrice(...TRAY, 'EUR', '27,90');
  });
});

function goods(status: 'active' | 'archived'): string {
  const head =
    'Handle,Title,Body (HTML),Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Status';
  return `${head}\npapierlaterne,Papierlaterne,<p>Leuchtet.</p>,Otter,true,Title,Default Title,LATERNE,5,19.90,${status}\n`;
}
