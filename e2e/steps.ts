import { EventEmitter, once } from 'node:events';
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** What a person does, said once. `shop` is the page or the webview's frame in which the shop stands. */
export type Shop = Page | FrameLocator;

export const CARDS = {
  visa: '4242424242424242',
  mastercard: '5555555555554444',
  amex: '378282246310005',
  declined: '4000000000000002',
  poor: '4000000000009995',
  needs3ds: '4000000000003220',
};

/** A slow road: what goes to `address` waits until the answer is called. */
export async function holdBack(page: Page, address: string): Promise<() => void> {
  const road = new EventEmitter();
  const isFree = once(road, 'free');
  await page.route(address, async (route) => {
    await isFree;
    // A page that was left meanwhile takes no answer any more.
    await route.continue().catch(() => undefined);
  });
  return () => road.emit('free');
}

export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Webview"]');
}

/** The first ice breaker, and the first card's Buy: the webview stands over the thread, on the product. */
export async function buyFromThread(
  page: Page,
  words: { buy: string },
): Promise<{ shop: FrameLocator; card: Locator }> {
  await page.getByRole('region', { name: 'Welcome' }).getByRole('button').first().click();
  const card = conversation(page).getByRole('article').first();
  await card.getByRole('button', { name: words.buy }).click();
  await expect(page.getByRole('region', { name: 'Web page' })).toBeVisible();
  return { shop: webview(page), card };
}

/** She writes what she looks for, and taps Buy on the card that comes. */
export async function buyByName(page: Page, title: string): Promise<{ shop: FrameLocator; card: Locator }> {
  const card = await askFor(page, title);
  await card.getByRole('button', { name: /^(Kaufen|Buy)$/ }).click();
  const shop = webview(page);
  await expect(shop.getByRole('heading', { level: 1 })).toHaveText(title);
  return { shop, card };
}

export async function askFor(page: Page, title: string): Promise<Locator> {
  await page.getByRole('textbox', { name: 'Message' }).fill(title);
  await page.getByRole('button', { name: 'Send' }).click();
  const card = conversation(page).getByRole('article', { name: title, exact: true }).last();
  await expect(card).toBeVisible();
  return card;
}

export function conversation(page: Page): Locator {
  return page.getByRole('log', { name: 'Conversation' });
}

/** A quick tap lands before any script runs: then the form itself leads to the cart. Later the page offers the way. */
export async function addToCart(shop: Shop): Promise<void> {
  await shop.getByRole('button', { name: /^(In den Warenkorb|Add to cart)/ }).click();
  const way = shop.getByRole('link', { name: /^(Zum Warenkorb|Go to cart)/ });
  const cart = shop.getByRole('heading', { level: 1, name: /^(Warenkorb|Cart)$/ });
  await expect(way.or(cart)).toBeVisible();
  if (await way.isVisible()) await way.click();
  await expect(cart).toBeVisible();
}

/** The badge in the bar below: how many pieces wait, empty while there are none. */
export function cartBadge(shop: Shop): Locator {
  return navigation(shop).getByRole('status');
}

export async function openCart(shop: Shop): Promise<void> {
  await navigation(shop)
    .getByRole('link', { name: /(Warenkorb|Cart)$/ })
    .click();
  await expect(shop.getByRole('main').getByRole('heading').first()).toHaveText(/Warenkorb|[Cc]art/);
}

export function navigation(shop: Shop): Locator {
  return shop.getByRole('navigation', { name: /^(Hauptmenü|Main menu)$/ });
}

export async function goToCheckout(shop: Shop): Promise<void> {
  await shop.getByRole('link', { name: /^(Zur Kasse|To checkout|Checkout|Go to checkout)/ }).click();
  await expect(shop.getByRole('heading', { level: 1 })).toHaveText(/^(Kasse|Checkout)$/);
}

export const ADA_IN_BERLIN = {
  'E-Mail': 'ada@example.com',
  'Vor- und Nachname': 'Ada Muster',
  'Straße und Hausnummer': 'Hauptstr. 1',
  Postleitzahl: '10115',
  Ort: 'Berlin',
};

export const ADA_IN_AMERICA = {
  'E-mail': 'ada@example.com',
  'Full name': 'Ada Sample',
  'Street and number': '1 Main Street',
  Postcode: '94105',
  'Town or city': 'San Francisco',
};

export async function fillAddress(shop: Shop, fields: Record<string, string>, state?: string): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await shop.getByLabel(label, { exact: false }).first().fill(value);
  if (state) await shop.getByLabel(/^State/).selectOption({ label: state });
  await shop.getByRole('button', { name: /^(Weiter zum Versand|On to delivery)/ }).click();
  await shop.getByRole('button', { name: /^(Weiter zur Zahlung|On to payment)/ }).click();
}

/** Types a card into the provider's own frame. */
export async function fillCard(shop: Shop, number: string): Promise<void> {
  const card = shop.frameLocator('iframe[title="Secure payment input frame"]');
  await card.getByLabel('Card number').fill(number);
  await card.getByLabel('Expiration date').fill('12 / 34');
  await card.getByLabel('Security code').fill(number.startsWith('3') ? '1234' : '123');
  await isInSight(orderButton(shop));
}

/** Scrolls there and lets it be drawn: Chromium sends a tap of the same moment to what stood there before, the card's frame. */
async function isInSight(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  await target.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

export function orderButton(shop: Shop): Locator {
  return shop.getByRole('button', {
    name: /^(Zahlungspflichtig bestellen|Order with obligation to pay)/,
  });
}

/** What the page says went wrong; Next's own announcer of routes, which is an alert too, stands outside of the content. */
export function alertIn(shop: Shop): Locator {
  return shop.getByRole('main').getByRole('alert');
}

export function receiptIn(page: Page): Locator {
  return conversation(page).getByRole('article', { name: /^Receipt K-/ });
}

/** Messenger's own payment dialog, as it was in 2016. */
export function paymentSheet(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Payment' });
}

/** A guest without Messenger orders one notebook by card; answers the number on the page, "K-1001". */
export async function buyAsGuest(page: Page, shopOrigin: string, email: string): Promise<string> {
  await page.goto(`${shopOrigin}/shop/products/algae-notebook`);
  await addToCart(page);
  await goToCheckout(page);
  await fillAddress(page, { ...ADA_IN_BERLIN, 'E-Mail': email });
  await fillCard(page, CARDS.visa);
  await orderButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Danke für deine Bestellung!');
  const told = page.getByText(/Bestellung K-\d+/).first();
  return /K-\d+/.exec((await told.textContent()) ?? '')?.[0] ?? '';
}
