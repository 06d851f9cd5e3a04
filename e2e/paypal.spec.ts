import { test as base, expect } from './fixtures';
import { atPaypal, choosePaypal, IN_MESSENGER, orderWithPaypal, Paypal, TOTAL } from './paypal-steps';
import { addToCart, alertIn, CARDS, conversation, fillCard, orderButton, receiptIn, webview } from './steps';

const test = base.extend<{ paypal: Paypal }>({
  paypal: async ({ world }, use) => {
    const paypal = new Paypal(world);
    await paypal.begin();
    await use(paypal);
  },
});

test.describe('in the webview of a phone', () => {
  test.use({ userAgent: IN_MESSENGER });

  test('she confirms at PayPal, and the order is there', async ({ shopper: { page, psid }, world, paypal }) => {
    const shop = await choosePaypal(page);
    expect(await paypal.captures()).toEqual([]);
    await orderWithPaypal(shop);
    await atPaypal(shop).pay.click();
    await expect(receiptIn(page)).toBeVisible();
    const [receipt] = await world.receipts(psid, 1);
    expect(receipt).toMatchObject({ paymentMethod: 'PayPal' });
    expect(await paypal.captures()).toMatchObject([{ status: 'COMPLETED', amount: { value: TOTAL } }]);
    expect(await world.charges()).toEqual([]);
  });

  test('PayPal declines her card, and she chooses another one there', async ({ shopper, world, paypal }) => {
    const { page, psid } = shopper;
    const shop = await choosePaypal(page);
    await orderWithPaypal(shop);
    await atPaypal(shop).payWithBadCard.click();
    await expect(alertIn(shop)).toContainText('PayPal konnte so nicht abbuchen.');
    expect(await paypal.captures()).toEqual([]);
    await shop.getByRole('link', { name: 'Weiter bei PayPal' }).click();
    await atPaypal(shop).pay.click();
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await paypal.captures()).toHaveLength(1);
  });

  test('PayPal declines her card, and she pays by card here', async ({ shopper: { page, psid }, world, paypal }) => {
    const shop = await choosePaypal(page);
    await orderWithPaypal(shop);
    await atPaypal(shop).payWithBadCard.click();
    await shop.getByRole('button', { name: 'Doch anders bezahlen' }).click();
    await fillCard(shop, CARDS.visa);
    await orderButton(shop).click();
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await paypal.captures()).toEqual([]);
    expect(await world.charges()).toHaveLength(1);
  });

  test('she cancels at PayPal: nothing is charged, the cart is still there', async ({ shopper, world, paypal }) => {
    const shop = await choosePaypal(shopper.page);
    await orderWithPaypal(shop);
    await atPaypal(shop).cancel.click();
    await expect(alertIn(shop)).toContainText('Du hast bei PayPal abgebrochen. Es wurde nichts abgebucht');
    await shop.getByRole('link', { name: 'Zurück zur Kasse' }).click();
    await expect(orderButton(shop)).toBeVisible();
    expect(await paypal.captures()).toEqual([]);
    expect(await world.charges()).toEqual([]);
  });

  test('she confirms and is gone before she is back: the webhook finishes it', async ({ shopper, world, paypal }) => {
    const { page, psid } = shopper;
    const shop = await choosePaypal(page);
    await orderWithPaypal(shop);
    await expect(atPaypal(shop).pay).toBeVisible();
    // The way back is cut: her phone has no network from here on.
    await page.route('**/shop/checkout/return/**', (route) => route.abort());
    await atPaypal(shop).pay.click();
    await world.receipts(psid, 1);
    expect(await paypal.captures()).toMatchObject([{ status: 'COMPLETED' }]);
  });

  test('PayPal says everything twice', async ({ shopper: { page, psid }, world, paypal }) => {
    for (const type of ['CHECKOUT.ORDER.APPROVED', 'PAYMENT.CAPTURE.COMPLETED'])
      await world.control('/control/faults', { match: `webhook:${type}`, kind: 'duplicate' });
    const shop = await choosePaypal(page);
    await orderWithPaypal(shop);
    await atPaypal(shop).pay.click();
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await paypal.captures()).toHaveLength(1);
  });

  for (const end of ['complete', 'deny'] as const)
    test(`PayPal looks at the payment first, then: ${end}`, async ({ shopper: { page, psid }, world, paypal }) => {
      await paypal.lever('payments', { nextCapture: 'pending' });
      const shop = await choosePaypal(page);
      await orderWithPaypal(shop);
      await atPaypal(shop).pay.click();
      await expect.poll(async () => (await paypal.captures()).map(({ status }) => status)).toEqual(['PENDING']);
      await expect(shop.getByText('Wir fragen bei PayPal nach.')).toBeVisible();
      const [capture] = await paypal.captures();
      await paypal.lever('payments', { review: { capture: capture?.id, end } });
      if (end === 'complete') {
        await world.receipts(psid, 1);
        return;
      }
      await expect(alertIn(shop)).toContainText('Es wurde nichts abgebucht.', { timeout: 15_000 });
      await world.receipts(psid, 0);
    });
});

test('a part of what PayPal took goes back; then she opens a case, is answered, and gets the rest', async ({
  shopper: { page, psid },
  world,
  paypal,
  merchant,
}) => {
  const shop = await choosePaypal(page);
  const opened = page.waitForEvent('popup');
  await orderWithPaypal(shop);
  await atPaypal(await opened).pay.click();
  const [receipt] = await world.receipts(psid, 1);
  const number = receipt?.orderNumber ?? '';
  const [capture] = await paypal.captures();

  await merchant.openOrder(number);
  await merchant.page.getByLabel('Zusätzlicher Betrag (EUR)').fill('5,00');
  await merchant.pressAndProve('Geld erstatten');
  await merchant.seesMoney('teilweise erstattet', 880);
  await expect(conversation(page)).toContainText(`Zu Bestellung ${number} gehen 5,00 € an dich zurück`);
  expect(await paypal.captures()).toMatchObject([{ status: 'PARTIALLY_REFUNDED' }]);

  await paypal.lever('payments', { dispute: { capture: capture?.id } });
  await merchant.opensTask('Jemand fragt nach einer Zahlung');
  await expect(merchant.page.getByRole('heading', { level: 1 })).toHaveText('Reklamation: Ware nicht angekommen');
  await merchant.page.getByLabel('Deine Darstellung').fill('It is on its way: DHL 00340434161094042557.');
  await merchant.page.getByLabel(/Sie bekommt diese Nachricht/).check();
  await merchant.page.getByRole('button', { name: 'Ihr antworten' }).click();
  await expect(merchant.page.getByText('Sie liest deine Antwort.')).toBeVisible();

  await paypal.lever('payments', { dispute: { capture: capture?.id, goOn: 'escalate' } });
  await merchant.opensTask('Eine Zahlung wird reklamiert');
  await merchant.page.getByLabel('Ja, sie soll den Betrag haben.').check();
  await merchant.page.getByRole('button', { name: 'Reklamation anerkennen' }).click();
  await expect(merchant.page.getByText('Sie hat den Betrag zurückbekommen.')).toBeVisible();
  await merchant.page.getByRole('link', { name: 'Zur Bestellung' }).click();
  await merchant.seesMoney('teilweise erstattet', 0);
  await expect(merchant.page.getByText('verloren', { exact: true })).toBeVisible();
});

test.describe('on a desktop, where Messenger frames the shop', () => {
  test('PayPal opens in a tab of its own, and the frame goes on by itself', async ({ shopper, world, paypal }) => {
    const { page, psid } = shopper;
    const shop = await choosePaypal(page);
    const opened = page.waitForEvent('popup');
    await orderWithPaypal(shop);
    const tab = await opened;
    await expect(shop.getByText('Bestätige die Zahlung im anderen Tab.')).toBeVisible();
    await atPaypal(tab).pay.click();
    // The new tab is another browser to us: it knows this one payment, and nothing else of hers.
    await expect(tab.getByText('Bezahlt. Danke für deine Bestellung!')).toBeVisible();
    await expect(tab.getByRole('link', { name: 'Zurück zum Chat' })).toHaveAttribute('href', /\/m\/\d+$/);
    await expect(receiptIn(page)).toBeVisible();
    await world.receipts(psid, 1);
    expect(await paypal.captures()).toHaveLength(1);
  });

  test('she pays a second time in the same tab’s browser, and sees that order there', async ({ shopper, world }) => {
    const { page, psid } = shopper;
    for (const purchase of [1, 2]) {
      const shop = await choosePaypal(page);
      const opened = page.waitForEvent('popup');
      await orderWithPaypal(shop);
      const tab = await opened;
      await atPaypal(tab).pay.click();
      await tab.getByRole('link', { name: 'Bestellung ansehen' }).click();
      await expect(tab.getByText('PayPal', { exact: true })).toBeVisible();
      await tab.close();
      await world.receipts(psid, purchase);
      await expect(page.getByRole('region', { name: 'Web page' })).toBeHidden();
    }
  });

  for (const [who, shopsHere] of [
    ['shops here as well', true],
    ['was never here', false],
  ] as const)
    test(`her way back, sent to somebody who ${who}: it opens neither her cart nor her address`, async ({
      shopper,
      world,
      browser,
    }) => {
      const { page } = shopper;
      const shop = await choosePaypal(page);
      const opened = page.waitForEvent('popup');
      await orderWithPaypal(shop);
      const tab = await opened;
      await expect(atPaypal(tab).cancel).toBeVisible();
      const context = await browser.newContext({ locale: 'de-DE' });
      const stranger = await context.newPage();
      if (shopsHere) {
        await stranger.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
        await addToCart(stranger);
      }
      await stranger.goto(tab.url());
      await atPaypal(stranger).cancel.click();
      await expect(stranger.getByText('Du hast bei PayPal abgebrochen.')).toBeVisible();
      await expect(stranger.getByRole('link', { name: 'Zurück zum Chat' })).toBeVisible();
      for (const path of ['/shop/cart', '/shop/checkout', '/shop/my-data']) {
        await stranger.goto(world.shopOrigin + path);
        await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(stranger.getByRole('main')).not.toContainText(/Sieben schmale Häuser|Hauptstr/);
      }
      await stranger.goto(`${world.shopOrigin}/shop/cart`);
      await expect(stranger.getByRole('listitem').filter({ hasText: 'Notizbuch Algen' })).toHaveCount(
        shopsHere ? 1 : 0,
      );
      await context.close();
    });

  test('she comes back in another browser that knows nothing of her', async ({ shopper, world, paypal, browser }) => {
    const { page, psid } = shopper;
    const shop = await choosePaypal(page);
    const opened = page.waitForEvent('popup');
    await orderWithPaypal(shop);
    const tab = await opened;
    await expect(atPaypal(tab).pay).toBeVisible();
    const stranger = await browser.newContext({ locale: 'de-DE' });
    const elsewhere = await stranger.newPage();
    await elsewhere.goto(tab.url());
    await atPaypal(elsewhere).pay.click();
    await expect(elsewhere.getByText('Bezahlt. Danke für deine Bestellung!')).toBeVisible();
    await elsewhere.getByRole('link', { name: 'Bestellung ansehen' }).click();
    await expect(elsewhere.getByText('PayPal', { exact: true })).toBeVisible();
    await stranger.close();
    await world.receipts(psid, 1);
    expect(await paypal.captures()).toHaveLength(1);
    await expect(webview(page).getByRole('heading', { level: 1 })).toBeHidden();
  });
});
