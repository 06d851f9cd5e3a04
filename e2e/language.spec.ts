import { expect, test } from './fixtures';
import { addToCart, askFor, buyByName, navigation, openCart } from './steps';

test.describe('somebody whose Messenger speaks American English, on a phone that speaks German', () => {
  test.use({ person: { name: 'Ada Linwood', locale: 'en_US' } });

  test('is shown the shop in English and in dollars, and changes both', async ({ shopper }) => {
    const { shop } = await buyByName(shopper.page, 'Seaweed Notebook');
    await expect(navigation(shop).getByRole('link', { name: 'Orders' })).toBeVisible();
    await expect(shop.getByRole('button', { name: /^Add to cart · \$/ })).toBeVisible();
    await shop.getByRole('button', { name: 'Deutsch · EUR' }).click();
    await expect(shop.getByRole('button', { name: /^In den Warenkorb · .*€/ })).toBeVisible();
    await expect(shop.getByRole('heading', { level: 1 })).toHaveText('Notizbuch Algen');
    await shopper.page.getByRole('button', { name: 'Close webview' }).click();

    const card = await askFor(shopper.page, 'Seaweed Notebook');
    await card.getByRole('button', { name: 'Buy' }).click();
    await expect(shop.getByRole('heading', { level: 1 })).toHaveText('Notizbuch Algen');
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the choice of language stays on the page, with its query, and over the whole shop', async ({ page, world }) => {
    await page.goto(`${world.shopOrigin}/shop/search?q=Otter`);
    await page.getByRole('button', { name: 'English · USD' }).click();
    await expect(page).toHaveURL(`${world.shopOrigin}/shop/search?q=Otter`);
    await expect(page.getByRole('combobox', { name: 'What are you looking for?' })).toHaveValue('Otter');
    await page.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
    await expect(page.getByRole('button', { name: /^Add to cart · \$/ })).toBeVisible();
    await page.getByRole('button', { name: 'English · EUR' }).click();
    await expect(page.getByRole('button', { name: /^Add to cart · €/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'English · EUR' })).toHaveAttribute('aria-current', 'true');
  });
});

test('a cart keeps its pieces when the currency changes, at the prices the merchant wrote down', async ({
  page,
  world,
}) => {
  await page.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
  await addToCart(page);
  await openCart(page);
  const line = page.getByRole('listitem').filter({ hasText: /Notizbuch Algen|Seaweed Notebook/ });
  await expect(line).toContainText(/22,90\s€/);
  await page.getByRole('button', { name: 'English · USD' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cart');
  await expect(line).toContainText('$25.00');
  await expect(line).not.toContainText('€');
  await expect(navigation(page)).toBeVisible();
});
