import type { Browser, FrameLocator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  ADA_IN_BERLIN,
  addToCart,
  alertIn,
  buyByName,
  fillAddress,
  goToCheckout,
  openCart,
  orderButton,
  receiptIn,
} from './steps';
import type { World } from './world';

test.describe('wallets do not work in the webview', () => {
  test('so she opens this one cart in her browser, pays there by Apple Pay, and the chat has the receipt', async ({
    shopper,
    world,
    browser,
  }) => {
    const shop = await checkoutInWebview(shopper.page);
    const url = await linkOut(shop);
    const phone = await phoneBrowser(browser, world);
    await arrive(phone, url);

    await pressIn(phone, 'Buy with Apple Pay');
    await expect(wallet(phone).getByText('Pay Otter & Ottilie €21.80')).toBeVisible();
    await pressIn(phone, 'Pay with Apple Pay');
    await expect(phone.getByRole('link', { name: 'Zurück zum Chat' })).toHaveAttribute(
      'href',
      /^https:\/\/m\.me\/\d+$/,
    );
    await expect(receiptIn(shopper.page)).toBeVisible();
    expect(await world.charges()).toMatchObject([{ amount: 1690 + 490, refunded: false }]);
    // The webview that stayed open has heard of it and has gone.
    await expect(shopper.page.getByRole('region', { name: 'Web page' })).toBeHidden();
    await world.receipts(shopper.psid, 1);

    await phone.goto(url);
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Dieser Link gilt nicht mehr');
    await phone.context().close();
  });

  test('and that browser sees neither her next cart nor her earlier orders', async ({ shopper, world, browser }) => {
    const shop = await checkoutInWebview(shopper.page);
    const url = await linkOut(shop);
    const phone = await phoneBrowser(browser, world);
    await arrive(phone, url);
    await phone.goto(`${world.shopOrigin}/shop/orders`);
    await expect(phone.getByRole('main')).not.toContainText('K-');
    await phone.goto(`${world.shopOrigin}/shop/checkout`);
    await payInSheet(phone);
    await expect(phone.getByRole('link', { name: 'Zurück zum Chat' })).toBeVisible();

    const again = await buyByName(shopper.page, 'Sechs kleine Vögel');
    await addToCart(again.shop);
    await phone.goto(`${world.shopOrigin}/shop/orders`);
    await expect(phone.getByRole('main').getByText(/K-\d+/)).toHaveCount(1);
    await openCart(phone);
    await expect(phone.getByRole('main')).not.toContainText('Sechs kleine Vögel');
    await phone.context().close();
  });

  test('a declined wallet and a closed sheet cost nothing, and the next try pays once', async ({
    shopper,
    world,
    browser,
  }) => {
    const link = await linkOut(await checkoutInWebview(shopper.page));
    const phone = await phoneBrowser(browser, world);
    await arrive(phone, link);

    await pressIn(phone, 'Buy with Google Pay');
    await pressIn(phone, 'Cancel');
    await expect(orderButton(phone)).toBeVisible();
    expect(await world.charges()).toEqual([]);

    await world.control('/control/payments', { nextCard: 'insufficient_funds' }, world.stripeOrigin);
    await payInSheet(phone, 'Google Pay');
    await expect(alertIn(phone)).toHaveText(/nicht genug Guthaben\..*Es wurde nichts abgebucht\.$/);
    await expect(wallet(phone).getByRole('dialog')).toHaveCount(0);
    await payInSheet(phone, 'Google Pay');
    await expect(phone.getByRole('link', { name: 'Zurück zum Chat' })).toBeVisible();
    expect(await world.charges()).toHaveLength(1);
    await world.receipts(shopper.psid, 1);
    await phone.context().close();
  });
});

async function checkoutInWebview(page: Page): Promise<FrameLocator> {
  const { shop } = await buyByName(page, 'Sechs kleine Vögel');
  await addToCart(shop);
  await goToCheckout(shop);
  await fillAddress(shop, ADA_IN_BERLIN);
  return shop;
}

/** What her thumb does: asks for the link, and would then open it. */
async function linkOut(shop: FrameLocator): Promise<string> {
  await shop.getByRole('button', { name: 'Im Browser öffnen' }).click();
  const link = shop.getByRole('link', { name: 'Jetzt im Browser öffnen' });
  await expect(link).toBeFocused();
  return (await link.getAttribute('href')) ?? '';
}

/** Her phone's own browser: nothing of the webview is known there, and wallets work. */
async function phoneBrowser(browser: Browser, world: World): Promise<Page> {
  await world.control('/control/payments', { wallets: ['applePay', 'googlePay'] }, world.stripeOrigin);
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 390, height: 844 } });
  return context.newPage();
}

async function arrive(phone: Page, url: string): Promise<void> {
  await phone.goto(url);
  await phone.getByRole('button', { name: 'Weiter zur Kasse' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Kasse');
}

function wallet(phone: Page): FrameLocator {
  return phone.frameLocator('iframe[title="Secure express checkout frame"]');
}

/**
 * By key, which is the same to the buttons: a tap into a frame of another origin is aimed by what the browser drew last, and that
 * may be where the row was before the page scrolled to it.
 */
async function pressIn(phone: Page, name: string): Promise<void> {
  await wallet(phone).getByRole('button', { name }).press('Enter');
}

async function payInSheet(phone: Page, name = 'Apple Pay'): Promise<void> {
  await pressIn(phone, `Buy with ${name}`);
  await pressIn(phone, `Pay with ${name}`);
}
