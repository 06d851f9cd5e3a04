import { isFineFor, tabTo } from './access';
import { expect, test } from './fixtures';
import { ADA_IN_BERLIN, addToCart, CARDS, fillCard, goToCheckout, orderButton } from './steps';

test.describe('everybody can use', () => {
  test('the shelves', async ({ page, world }) => {
    test.slow();
    const pages = {
      'the front page': '/shop',
      'a collection': '/shop/collections/art-prints',
      'a product': '/shop/products/otter-night',
      'a product without choices': '/shop/products/week-pad',
      'a sold-out product': '/shop/products/fox-cards',
      'an empty cart': '/shop/cart',
      'no orders': '/shop/orders',
      'an empty wish list': '/shop/wishes',
      'the way to her data': '/shop/my-data',
      'how everybody can use it': '/shop/accessibility',
      'the search': '/shop/search',
      'what a search found': '/shop/search?q=Otter',
      'what no search found': '/shop/search?q=Zeppelin',
      'the terms': '/shop/legal/terms',
      'the legal notice': '/shop/legal/impressum',
      'a page that is not there': '/shop/products/zeppelin',
    };
    for (const [what, path] of Object.entries(pages)) {
      await page.goto(world.shopOrigin + path);
      await isFineFor(page, what);
    }
  });

  test('the way to the till, and what lies behind it', async ({ page, world }) => {
    test.slow();
    await page.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
    await addToCart(page);
    await isFineFor(page, 'a cart');
    await goToCheckout(page);
    await isFineFor(page, 'where to');
    await page.getByRole('button', { name: 'Weiter zum Versand' }).click();
    await expect(page.getByText('Bitte sieh dir die markierten Felder an.')).toBeVisible();
    await isFineFor(page, 'where to, with faults');
    for (const [label, value] of Object.entries(ADA_IN_BERLIN)) await page.getByLabel(label).first().fill(value);
    await page.getByRole('button', { name: 'Weiter zum Versand' }).click();
    await expect(page.getByRole('button', { name: 'Weiter zur Zahlung' })).toBeVisible();
    await isFineFor(page, 'how to send it');
    await page.getByRole('button', { name: 'Weiter zur Zahlung' }).click();
    await fillCard(page, CARDS.declined);
    await isFineFor(page, 'how to pay');
    await orderButton(page).click();
    await expect(page.getByText(/Es wurde nichts abgebucht/)).toBeVisible();
    await isFineFor(page, 'a declined card');
    await fillCard(page, CARDS.visa);
    await orderButton(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Danke für deine Bestellung!');
    await isFineFor(page, 'an order');
    await page.goto(`${world.shopOrigin}/shop/orders`);
    await isFineFor(page, 'her orders');
  });

  test("the merchant's desk", async ({ merchant, world, page }) => {
    test.slow();
    await page.goto(`${world.shopOrigin}/sign-in`);
    await isFineFor(page, 'the sign-in');
    for (const path of [
      '',
      '/orders',
      '/products',
      '/products?q=Zeppelin',
      '/products/import',
      '/people',
      '/people?show=mine',
      '/people/replies',
      '/broadcasts',
      '/broadcasts/new',
    ]) {
      await merchant.page.goto(`${world.shopOrigin}/admin${path}`);
      await isFineFor(merchant.page, `the desk, ${path || 'today'}`);
    }
    await merchant.page.goto(`${world.shopOrigin}/admin/products`);
    await merchant.page.getByRole('link', { name: 'Ottilies Otter' }).click();
    await expect(merchant.page.getByRole('heading', { level: 1 })).toContainText('Ottilies Otter');
    // Until the editor's script runs its fields take nothing, and axe counts what scrolls among them as out of reach.
    await expect(merchant.page.getByLabel('Titel (Deutsch)', { exact: true })).toBeEnabled();
    await isFineFor(merchant.page, 'a product on the desk');
    const ida = await world.newPerson({ name: 'Ida', locale: 'de_DE' });
    await world.control(`/control/threads/${ida}/text`, { text: 'Otter' });
    await merchant.page.goto(`${world.shopOrigin}/admin/people`);
    await merchant.page
      .getByRole('list', { name: 'Gespräche' })
      .getByRole('link', { name: /Ida.*Otter/ })
      .first()
      .click();
    await expect(merchant.page.getByRole('region', { name: 'Gespräch mit Ida' })).toContainText('Assistent');
    await isFineFor(merchant.page, 'a conversation on the desk');
    for (const path of [
      '/products/prd_otter-night/stock',
      '/collections',
      '/collections/art-prints',
      '/sessions',
      '/security',
      '/staff',
      '/audit',
    ]) {
      await merchant.page.goto(`${world.shopOrigin}/admin${path}`);
      await isFineFor(merchant.page, `the desk, ${path}`);
    }
  });

  test('a keyboard alone, up to the order button', async ({ page, world }) => {
    await page.goto(`${world.shopOrigin}/shop/products/week-pad`);
    await tabTo(page, /^In den Warenkorb/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Zum Warenkorb' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Warenkorb');
    await tabTo(page, /^Zur Kasse/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Weiter zum Versand' })).toBeEnabled();
    for (const [label, value] of Object.entries(ADA_IN_BERLIN)) {
      await tabTo(page, new RegExp(`^${label}`));
      await page.keyboard.type(value);
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Wie verschicken?' })).toBeFocused();
    await tabTo(page, /^Standardversand/);
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /^Expressversand/ })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Wie bezahlen?' })).toBeFocused();
    await expect(orderButton(page)).toBeEnabled();
    await tabTo(page, /^Zahlungspflichtig bestellen/);
  });
});
