import type { Browser } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  ADA_IN_BERLIN,
  addToCart,
  askFor,
  buyByName,
  CARDS,
  conversation,
  fillAddress,
  fillCard,
  goToCheckout,
  orderButton,
  type Shop,
  webview,
} from './steps';
import type { World } from './world';

const PAD = { de: 'Wochenblock', en: 'Week Pad' };

/** A friend with a phone of her own: a further page of the shopper's browser would put hers out of sight. */
async function friendOf(browser: Browser, world: World, locale = 'de_DE') {
  const psid = await world.newPerson({ name: 'Frieda Freund', locale });
  const hers = await (await browser.newContext()).newPage();
  await hers.goto(`${world.messengerOrigin}/?psid=${psid}`);
  return { psid, page: hers };
}

async function payByCard(shop: Shop): Promise<void> {
  await fillAddress(shop, ADA_IN_BERLIN);
  await fillCard(shop, CARDS.visa);
  await orderButton(shop).click();
}

test.describe('sharing as it is today', () => {
  test.use({ locale: 'de-DE' });

  test('a link into the chat: the friend stands in her own thread, buys, and it counts', async ({
    shopper,
    world,
    merchant,
    browser,
  }) => {
    const { shop } = await buyByName(shopper.page, PAD.de);
    await shop.getByRole('button', { name: 'Teilen' }).click();
    const link = await shop.getByLabel('Link in den Chat').inputValue();
    expect(link).toMatch(/\?ref=[\w-]{16,}$/);
    expect(link).not.toContain(shopper.psid);

    const friend = await friendOf(browser, world);
    await friend.page.goto(`${link}&as=${friend.psid}`);
    await friend.page.getByRole('region', { name: 'Welcome' }).getByRole('button').first().click();
    const card = conversation(friend.page).getByRole('article', { name: PAD.de });
    await card.getByRole('button', { name: 'Kaufen' }).click();
    const hers = webview(friend.page);
    await addToCart(hers);
    await goToCheckout(hers);
    await payByCard(hers);
    await world.receipts(friend.psid, 1);

    const code = new URL(link).searchParams.get('ref') ?? '';
    await merchant.page.goto(`${world.shopOrigin}/admin/links`);
    const row = merchant.page.getByRole('row').filter({ hasText: code });
    await expect(row).toContainText('Geteilt von');
    await expect(row.getByRole('cell', { name: '1', exact: true })).toHaveCount(3);
  });

  test('the webview’s own share shows title, price, picture and shop; hers alone cannot be shared', async ({
    shopper,
    world,
    browser,
  }) => {
    const friend = await friendOf(browser, world);
    await buyByName(shopper.page, PAD.de);
    const screen = await world.control<{ webview: { id: string } }>(`/screen?psid=${shopper.psid}`);
    await world.control(`/screen/webview/${screen.webview.id}/share`, { shareWith: friend.psid });
    // Whoever draws the preview says no language, so it speaks English.
    const shared = conversation(friend.page).getByRole('article', { name: /^Week Pad · €\d+\.\d{2}$/ });
    await expect(shared).toContainText('Otter & Ottilie');
    await expect(shared.locator('img')).toBeVisible();
    await expect(friend.page.getByText(/shared by Ada|shared by Guest/)).toBeVisible();

    const hers = await fetch(`${world.shopOrigin}/shop/cart`);
    expect(await hers.text()).not.toContain('og:title');
  });

  test('a link to the product in any browser counts as well', async ({ shopper, world, browser }) => {
    const { shop } = await buyByName(shopper.page, PAD.de);
    await shop.getByRole('button', { name: 'Teilen' }).click();
    const link = await shop.getByLabel('Link zum Artikel').inputValue();
    const page = await (await browser.newContext({ locale: 'de-DE' })).newPage();
    await page.goto(link);
    await expect(page).toHaveURL(`${world.shopOrigin}/shop/products/week-pad`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(PAD.de);
    expect((await page.context().cookies()).find((cookie) => cookie.name === 'kiosk_ref')?.value).toBe(
      link.split('/').at(-1),
    );
    await page.context().close();
  });
});

test.describe('sharing as it was until 2019', () => {
  test.use({ era: '2016', locale: 'en-US', person: { name: 'Ada Linwood', locale: 'en_US' } });

  test('Messenger’s dialog: the friend gets the bubble with the bot’s name, and it leads into her own thread', async ({
    shopper,
    world,
    browser,
  }) => {
    const friend = await friendOf(browser, world, 'en_US');
    await world.control('/control/sharing', { to: friend.psid });
    const { shop } = await buyByName(shopper.page, PAD.en);
    await shop.getByRole('button', { name: 'Share' }).click();
    await shop.getByRole('button', { name: 'Send to friends' }).click();
    await expect(shop.getByText('On its way!')).toBeVisible();

    await expect(friend.page.getByText('Otter & Ottilie · shared by Ada')).toBeVisible();
    const shared = conversation(friend.page).getByRole('article', { name: PAD.en });
    await shared.getByRole('button', { name: 'View' }).click();
    await friend.page.getByRole('region', { name: 'Welcome' }).getByRole('button').first().click();
    await expect(conversation(friend.page).getByRole('article', { name: PAD.en }).last()).toBeVisible();
    await expect(conversation(friend.page).getByText(/automatic assistant/)).toBeVisible();
  });

  test('into this chat, or not at all', async ({ shopper, world }) => {
    const { shop } = await buyByName(shopper.page, PAD.en);
    await shop.getByRole('button', { name: 'Share' }).click();
    await world.control('/control/sharing', { next: 'cancelled' });
    await shop.getByRole('button', { name: 'Send to friends' }).click();
    await expect(shop.getByText('On its way!')).toBeHidden();
    await shop.getByRole('button', { name: 'Post in this chat' }).click();
    await expect(shop.getByText('On its way!')).toBeVisible();
    await expect(conversation(shopper.page).getByRole('article', { name: PAD.en })).toHaveCount(3);
  });

  test('the button under a card: the friend stands in her own thread, and looks at the same', async ({
    shopper: { page },
    world,
    house,
    browser,
  }) => {
    // The merchant connects her Page in that year, and again in ours when the story is told.
    await house.setUpMessenger();
    try {
      const friend = await friendOf(browser, world, 'en_US');
      const card = await askFor(page, PAD.en);
      await card.getByRole('button', { name: 'Share' }).click();
      await page.getByRole('button', { name: 'Send to Frieda Freund' }).last().click();

      await expect(friend.page.getByText('Otter & Ottilie · shared by Ada')).toBeVisible();
      const shared = conversation(friend.page).getByRole('article', { name: PAD.en });
      await shared.getByRole('button', { name: 'View' }).click();
      await friend.page.getByRole('region', { name: 'Welcome' }).getByRole('button').first().click();
      await expect(conversation(friend.page).getByRole('article', { name: PAD.en })).toHaveCount(2);
    } finally {
      await world.control('/control/profile', { era: 'current' });
      await house.setUpMessenger();
    }
  });
});
