import { expect, test } from './fixtures';
import { mailsTo } from './mails';
import { buyAsGuest } from './steps';

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false });

test('a guest is sent the confirmation of her contract, whole', async ({ page, world }) => {
  const number = await buyAsGuest(page, world.shopOrigin, 'gast@example.com');
  await expect.poll(async () => (await mailsTo(world, 'gast@example.com')).length).toBe(1);
  const [mail] = await mailsTo(world, 'gast@example.com');
  expect(mail?.subject).toBe(`Deine Bestellung ${number} bei Otter & Ottilie`);
  expect(mail?.from).toContain('<hallo@example.com>');
  for (const body of [mail?.text, mail?.html]) {
    for (const words of [number, 'Notizbuch Algen', 'Hauptstr. 1', 'Gesamt', 'Visa 4242'])
      expect(body).toContain(words);
    expect(body).toMatch(/27,80\s€/);
    expect(body).toContain('Widerrufsbelehrung');
    expect(body).toContain('binnen vierzehn Tagen ohne Angabe von Gründen widerrufen');
    expect(body).toContain('Unsere Geschäftsbedingungen');
    expect(body).toContain('Es gelten die gesetzlichen Mängelrechte.');
  }
  expect(mail?.html).not.toMatch(/<img|<script|<link|url\(/);

  await page.goto(`${world.messengerOrigin}/mail`);
  await expect(page.getByText('Simulator', { exact: false }).first()).toBeVisible();
  const letter = page.frameLocator(`iframe[title*="${number}"]`);
  await expect(letter.getByRole('heading', { level: 1, name: 'Widerrufsbelehrung' })).toBeVisible();
});

test('a mail server that is down delays the confirmation and loses none, nor sends it twice', async ({
  page,
  world,
}) => {
  await world.control('/control/mail', { up: false });
  const number = await buyAsGuest(page, world.shopOrigin, 'spaeter@example.com');
  const times = (event: string) => world.shop.said().split(`"${event}"`).length - 1;
  const sentBefore = times('mail.sent');
  await expect.poll(() => times('mail.not_sent'), { timeout: 15_000 }).toBeGreaterThan(1);
  expect(await mailsTo(world, 'spaeter@example.com')).toEqual([]);

  await world.control('/control/mail', { up: true });
  await expect.poll(async () => (await mailsTo(world, 'spaeter@example.com')).length, { timeout: 20_000 }).toBe(1);
  // Once the shop has written down that it left, nothing sends it again.
  await expect.poll(() => times('mail.sent')).toBe(sentBefore + 1);
  const [mail, ...more] = await mailsTo(world, 'spaeter@example.com');
  expect(mail?.subject).toContain(number);
  expect(more).toEqual([]);
});
