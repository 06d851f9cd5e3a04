import { expect, test } from './fixtures';
import type { Merchant } from './merchant';
import {
  ADA_IN_BERLIN,
  addToCart,
  CARDS,
  conversation,
  fillAddress,
  fillCard,
  goToCheckout,
  orderButton,
  webview,
} from './steps';
import type { World } from './world';

const PAD = 'Wochenblock';
const HELLO = 'Hallo! Frag uns alles über den Wochenblock.';

type Ad = { id: string; status: string };

/** At her desk: plans an ad, looks at what would leave, and makes it, with two quick taps. */
async function makeAd(merchant: Merchant, world: World, name: string): Promise<Ad> {
  const { page } = merchant;
  await page.goto(`${world.shopOrigin}/admin/ads`);
  await page.getByRole('link', { name: 'Neue Anzeige' }).click();
  await page.getByLabel('Produkt').selectOption({ label: PAD });
  for (const [label, value] of Object.entries({
    Name: name,
    Überschrift: 'Die Woche auf einem Blatt',
    'Text der Anzeige': 'Gedruckt in Berlin.',
    'Budget am Tag': '10,00',
    Nachricht: HELLO,
    'Frage 1': 'Welches Format?',
    'Antwort 1': 'A4, 52 Blatt.',
  }))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('radio', { name: 'Die Anzeige und diese Nachricht' }).check();
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await expect(page.getByText('"objective": "OUTCOME_ENGAGEMENT"')).toBeVisible();
  const before = await adsMade(world);
  expect(before.some((ad) => ad.name.startsWith(name))).toBe(false);
  await page.getByRole('button', { name: 'Pausiert anlegen' }).dblclick();
  await expect(page.getByText('Angelegt, pausiert.')).toBeVisible();
  const made = (await adsMade(world)).filter((ad) => ad.name.startsWith(name));
  expect(made).toMatchObject([{ status: 'PAUSED' }]);
  const [ad] = made;
  if (!ad) throw new Error('no ad was made');
  return ad;
}

async function adsMade(world: World) {
  return (await world.control<{ ads: (Ad & { name: string })[] }>('/control/ads')).ads;
}

test.describe('an ad in the News Feed', () => {
  test.use({ locale: 'de-DE' });

  test('from the feed into a new thread, to a purchase that counts', async ({ shopper, world, merchant }) => {
    const name = `Herbst ${shopper.psid}`;
    const ad = await makeAd(merchant, world, name);
    const { page, psid } = shopper;
    await page.goto(`${world.messengerOrigin}/feed?psid=${psid}`);
    const post = page.getByRole('article', { name: 'Die Woche auf einem Blatt' }).last();
    await post.getByRole('button', { name: 'Paused · switch on' }).click();
    await post.getByRole('button', { name: 'Send Message' }).click();

    await expect(conversation(page).getByText('Gedruckt in Berlin.')).toBeVisible();
    await expect(conversation(page).getByText(HELLO)).toBeVisible();
    await page.getByRole('region', { name: 'Welcome' }).getByRole('button', { name: 'Welches Format?' }).click();
    await expect(conversation(page).getByText('A4, 52 Blatt.')).toBeVisible();
    const card = conversation(page).getByRole('article', { name: PAD, exact: true });
    await card.getByRole('button', { name: 'Kaufen' }).click();
    const shop = webview(page);
    await addToCart(shop);
    await goToCheckout(shop);
    await fillAddress(shop, ADA_IN_BERLIN);
    await fillCard(shop, CARDS.visa);
    await orderButton(shop).click();
    const [receipt] = await world.receipts(psid, 1);

    await world.control('/control/ads', { adId: ad.id, spend: '5.00' });
    await merchant.page.goto(`${world.shopOrigin}/admin/ads`);
    const row = merchant.page.getByRole('row').filter({ hasText: name });
    await expect(row.getByRole('cell', { name: '1', exact: true })).toHaveCount(3);
    await expect(row).toContainText(`${receipt?.summary.total.toFixed(2).replace('.', ',')}`);
    await row.getByRole('button', { name: 'Von Meta lesen' }).click();
    await expect(row).toContainText('5,00');
    await expect(row).toContainText(/\d(,\d)?-fach/);
  });

  test('somebody who has a thread gets the product at once', async ({ shopper, world, merchant }) => {
    const ad = await makeAd(merchant, world, `Winter ${shopper.psid}`);
    await world.control('/control/ads', { adId: ad.id, status: 'ACTIVE' });
    const { page, psid } = shopper;
    await page.getByRole('region', { name: 'Welcome' }).getByRole('button').first().click();
    await expect(conversation(page).getByRole('article').first()).toBeVisible();
    await world.control('/control/ads', { adId: ad.id, tappedBy: psid });
    await expect(conversation(page).getByText('Gedruckt in Berlin.')).toBeVisible();
    await expect(conversation(page).getByRole('article', { name: PAD, exact: true }).last()).toBeVisible();
  });

  test('what Meta refuses is said in words, and nothing is made twice afterwards', async ({
    shopper,
    world,
    merchant,
  }) => {
    await world.control('/control/graph', { error: 'token-expired' });
    const name = `Frühling ${shopper.psid}`;
    const { page } = merchant;
    const typed = new URLSearchParams({
      product: 'week-pad',
      name,
      headline: 'Woche',
      text: 'Gedruckt',
      countries: 'DE',
      ageFrom: '18',
      ageTo: '65',
      budget: '10,00',
      welcome: 'copy',
    });
    await page.goto(`${world.shopOrigin}/admin/ads/new?${typed}`);
    await page.getByRole('button', { name: 'Pausiert anlegen' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Schlüssel des Werbekontos' })).toBeVisible();
    await page.getByRole('button', { name: 'Pausiert anlegen' }).click();
    await expect(page.getByText('Angelegt, pausiert.')).toBeVisible();
    expect((await adsMade(world)).filter((ad) => ad.name.startsWith(name))).toHaveLength(1);
  });
});
