import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { HttpClient } from './http-client';
import { mailsTo } from './mails';
import type { ReceivedMail } from './simulator/mail/mime';
import { buyAsGuest, navigation } from './steps';

const linkIn = (mail: ReceivedMail | undefined) => /http\S+key=\S+/.exec(mail?.text ?? '')?.[0] ?? '';

test('a guest finds her order again without a cookie: by the link of the confirmation, and by number and address', async ({
  page,
  world,
}) => {
  const number = await buyAsGuest(page, world.shopOrigin, 'finde@example.com');
  await page.context().clearCookies();
  await expect.poll(async () => (await mailsTo(world, 'finde@example.com')).length).toBe(1);
  const [confirmation] = await mailsTo(world, 'finde@example.com');
  await page.goto(linkIn(confirmation));
  await expect(page.getByText(`Bestellung ${number}`).first()).toBeVisible();
  await expect(page.getByText('Hauptstr. 1')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bestellung stornieren' })).toHaveCount(0);

  await navigation(page).getByRole('link', { name: 'Bestellungen' }).click();
  await expect(page.getByRole('heading', { name: 'Noch keine Bestellungen' })).toBeVisible();
  await page.getByRole('link', { name: 'Bestellung finden' }).click();
  await page.getByLabel('Bestellnummer').fill(number.toLowerCase());
  await page.getByLabel('E-Mail').fill('finde@example.com');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'ist der Link jetzt unterwegs' })).toBeVisible();
  await expect.poll(async () => (await mailsTo(world, 'finde@example.com')).length).toBe(2);
  const found = (await mailsTo(world, 'finde@example.com')).find(({ subject }) => subject !== confirmation?.subject);
  await page.goto(linkIn(found));
  await expect(page.getByText(`Bestellung ${number}`).first()).toBeVisible();
  await page.getByRole('button', { name: 'Noch einmal in den Warenkorb' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Warenkorb');
  await expect(page.getByRole('link', { name: /Algen/ }).first()).toBeVisible();
});

test('rows 32, 39 and 64: the look-up tells nobody what exists, and a link opens its one order for nobody to keep', async ({
  page,
  world,
}) => {
  const number = await buyAsGuest(page, world.shopOrigin, 'geheim@example.com');
  const orderId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expect.poll(async () => (await mailsTo(world, 'geheim@example.com')).length).toBe(1);
  const key = new URL(linkIn((await mailsTo(world, 'geheim@example.com'))[0])).searchParams.get('key') ?? '';

  const thief = new HttpClient(world.shopOrigin);
  const wishes = [
    { number, email: 'thief@example.com' },
    { number: 'K-999999', email: 'thief@example.com' },
    { number: 'K-999999', email: 'geheim@example.com' },
  ];
  const answers = await Promise.all(wishes.map((wish) => thief.postForm('/api/orders/find', wish)));
  for (const answer of answers)
    expect([answer.status, answer.headers.location, answer.text]).toEqual([303, '/shop/orders/find?asked=yes', '']);
  expect(await mailsTo(world, 'thief@example.com')).toEqual([]);

  const opened = await thief.get(`/shop/orders/${orderId}?key=${key}`);
  expect(opened.text).toContain('Hauptstr. 1');
  expect(opened.headers['cache-control']).toContain('no-store');
  expect(opened.headers['set-cookie']).toBeUndefined();
  for (const path of [
    `/shop/orders/${orderId}`,
    `/shop/orders/${orderId}?key=${key.slice(0, -3)}abc`,
    `/shop/orders/other?key=${key}`,
  ]) {
    const refused = await thief.get(path);
    expect(refused.status, path).toBe(404);
    expect(refused.text).not.toContain('Hauptstr. 1');
  }
  expect((await thief.get(`/shop/orders/${orderId}/invoice?key=${key}`)).status).toBe(404);
  expect((await thief.postForm('/api/orders/cancel', { orderId })).status).toBeGreaterThanOrEqual(400);
});
