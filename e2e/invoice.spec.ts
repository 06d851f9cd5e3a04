import { Buyer } from './buyer';
import { expect, test } from './fixtures';
import { HttpClient } from './http-client';
import { mailsTo } from './mails';
import { ShopDatabase } from './shop-database';
import { buyAsGuest } from './steps';

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false });

test('her invoice comes with the confirmation, opens from her order, and is sent again when she asks', async ({
  page,
  world,
}) => {
  await buyAsGuest(page, world.shopOrigin, 'rechnung@example.com');
  await expect.poll(async () => (await mailsTo(world, 'rechnung@example.com')).length).toBe(1);
  const [confirmation] = await mailsTo(world, 'rechnung@example.com');
  const [attached] = confirmation?.attachments ?? [];
  expect(attached).toMatchObject({ name: expect.stringMatching(/^Rechnung-R-\d+\.pdf$/), type: 'application/pdf' });

  const link = page.getByRole('link', { name: /^Rechnung R-\d+ \(PDF\)$/ });
  const opened = await page.request.get(`${world.shopOrigin}${await link.getAttribute('href')}`);
  expect(opened.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  // The same paper is the same file, whichever way it comes.
  expect((await opened.body()).equals(Buffer.from(attached?.base64 ?? '', 'base64'))).toBe(true);

  await page.getByRole('button', { name: 'Per E-Mail schicken' }).click();
  await expect(page.getByText('Ist unterwegs')).toBeVisible();
  await expect.poll(async () => (await mailsTo(world, 'rechnung@example.com')).length).toBe(2);
  const [, asked] = await mailsTo(world, 'rechnung@example.com');
  expect(asked?.subject).toMatch(/^Deine Rechnung zur Bestellung K-\d+ bei Otter & Ottilie$/);
  expect(asked?.attachments).toEqual(confirmation?.attachments);
});

test('nobody else sees it, not even that it is there', async ({ world }) => {
  const database = await ShopDatabase.of(world.shop.dataDir);
  const goods = await database.addGoods();
  const hers = new Buyer(world.shopOrigin, world.stripeOrigin);
  const { orderId } = await hers.buy(goods);
  const path = `/shop/orders/${orderId}/invoice`;
  expect(await hers.get(path)).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
  const stranger = new Buyer(world.shopOrigin, world.stripeOrigin);
  await stranger.put(goods);
  const absent = await stranger.get('/shop/orders/no-such-order/invoice');
  expect(absent.status).toBe(404);
  for (const nobody of [stranger, new HttpClient(world.shopOrigin)])
    expect(await nobody.get(path)).toMatchObject({ status: 404, text: absent.text });
  expect(await hers.get(`${path}?paper=RK-9999`)).toMatchObject({ status: 404 });
  expect(await stranger.postForm('/api/orders/invoice', { orderId })).toMatchObject({ status: 404 });
  const [paper] = await database.rows<{ id: string }>('select id from invoices where order_id = $1', [orderId]);
  expect(await stranger.get(`/admin/invoices/${paper?.id}`)).toMatchObject({ status: 303 });
  await database.close();
});

test('the merchant says who sells, is told what does not fit, and opens the invoice', async ({ world, merchant }) => {
  const { page } = merchant;
  await page.goto(`${world.shopOrigin}/admin/settings`);
  await page.getByLabel('Umsatzsteuer-Identifikationsnummer').fill('DE12');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Einige Angaben passen nicht. Bitte prüfe sie.')).toBeVisible();
  await expect(page.getByLabel('Umsatzsteuer-Identifikationsnummer')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Umsatzsteuer-Identifikationsnummer').fill('de 123 456 788');
  await page.getByLabel('Name oder Firma').fill('Ottilie Muster');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await expect(page.getByLabel('Umsatzsteuer-Identifikationsnummer')).toHaveValue('DE123456788');

  const database = await ShopDatabase.of(world.shop.dataDir);
  const { orderId } = await new Buyer(world.shopOrigin, world.stripeOrigin).buy(await database.addGoods());
  const [row] = await database.rows<{ seller: { name: string; vatId: string } }>(
    `select facts -> 'seller' as seller from invoices where order_id = $1`,
    [orderId],
  );
  expect(row?.seller).toMatchObject({ name: 'Ottilie Muster', vatId: 'DE123456788' });
  await page.goto(`${world.shopOrigin}/admin/orders/${orderId}`);
  const link = page.getByRole('link', { name: /^Rechnung R-\d+$/ });
  const opened = await page.request.get(`${world.shopOrigin}${await link.getAttribute('href')}`);
  expect(opened.headers()['content-type']).toBe('application/pdf');
  await database.close();
});
