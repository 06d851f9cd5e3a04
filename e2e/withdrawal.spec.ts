import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { HttpClient } from './http-client';
import { mailsTo } from './mails';

test.describe('without script and without signing in', () => {
  test.use({ javaScriptEnabled: false });

  test('somebody withdraws from a contract, and has the receipt at once, on the page and by mail', async ({
    page,
    world,
  }) => {
    await page.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
    await page.getByRole('link', { name: 'Vertrag widerrufen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vertrag widerrufen');
    await page.getByLabel('Name').fill('Ada Muster');
    await page.getByLabel('Bestellnummer').fill('K-4711');
    await page.getByLabel('E-Mail').fill('widerruf@example.com');
    await page.getByRole('button', { name: 'Widerruf bestätigen' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dein Widerruf ist eingegangen');
    for (const words of ['Ada Muster', 'K-4711', 'widerruf@example.com'])
      await expect(page.getByRole('definition').filter({ hasText: words })).toBeVisible();
    await expect(page.getByRole('definition').first()).toHaveText(/\d+\. \S+ 20\d\d um \d\d:\d\d:\d\d ME/);
    const mails = () => mailsTo(world, 'widerruf@example.com');
    await expect.poll(async () => (await mails()).length).toBe(1);
    expect((await mails())[0]?.text).toContain('Hiermit widerrufe ich den Vertrag');
  });
});

test('the function can be used by everybody, in both languages, and lands on the merchant’s list', async ({
  page,
  world,
  merchant,
}) => {
  await page.goto(`${world.shopOrigin}/shop/withdrawal`);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'English · EUR' }).click();
  await page.getByLabel('Name').fill('Ada Linwood');
  await page.getByLabel('Order number').fill('two posters of last Monday');
  await page.getByLabel('E-mail').fill('withdraw@example.com');
  await page.getByRole('button', { name: 'Confirm withdrawal' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We received your withdrawal');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await merchant.page.goto(`${world.shopOrigin}/admin/withdrawals`);
  const row = merchant.page.getByRole('row').filter({ hasText: 'Ada Linwood' });
  await expect(row).toContainText('two posters of last Monday');
  await row.getByRole('button', { name: 'Als erledigt vermerken' }).click();
  await expect(row).toContainText('Erledigt');
});

test('a withdrawal tells nobody whether there is such an order, and comes from our own pages only', async ({
  world,
}) => {
  const client = new HttpClient(world.shopOrigin);
  const declaration = {
    requestId: 'a-form-of-nobody-in-particular',
    name: 'Eve',
    number: 'K-1001',
    email: 'e@example.com',
  };
  const answer = await client.postForm('/api/withdrawal', declaration);
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toMatch(/^\/shop\/withdrawal\?receipt=[\w-]+$/);
  expect((await client.get('/shop/withdrawal?receipt=AAAAAAAAAAAAAAAAAAAAAA')).text).not.toContain('Eve');
  const foreign = await client.send('POST', '/api/withdrawal', {
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
    body: new URLSearchParams(declaration).toString(),
  });
  expect(foreign.status).toBe(403);
});
