import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addToCart, buyAsGuest } from './steps';

// What a page may weigh, from the first byte until its script has taken it over: kilobytes as they come over the line, the
// pictures of the first view among them, and requests to the shop itself. A page that outgrows its budget is a decision:
// raise the figure here, or make the page lighter.
type Kind = (typeof ALL)[number];
type Weight = Record<Kind, number>;

const ALL = ['html', 'script', 'css', 'pictures', 'requests'] as const;
const KINDS: Record<string, Kind> = { Document: 'html', Script: 'script', Stylesheet: 'css', Image: 'pictures' };
// A tenth above what each weighed when this was written; headers count as well.
const weight = (html: number, pictures: number, requests: number, script = 160): Weight => ({
  html,
  script,
  css: 9,
  pictures,
  requests,
});

/** Pages of links and forms run nothing but the script of the kept pages. */
const OWN_SCRIPT = 3;

const BUDGETS: Record<string, Weight> = {
  '/shop': weight(8.5, 170, 38, OWN_SCRIPT),
  '/shop/collections/art-prints': weight(7.4, 80, 18, OWN_SCRIPT),
  '/shop/products/otter-night': weight(9.5, 31, 20),
  '/shop/search': weight(18, 95, 30),
  '/shop/search?q=Otter': weight(18, 95, 30),
  '/shop/cart': weight(13, 30, 22),
  '/shop/checkout': weight(12, 5, 16, 180),
  '/shop/orders': weight(10, 15, 16),
  '/shop/orders/find': weight(9, 5, 15),
  '/shop/wishes': weight(10, 25, 18),
  '/shop/my-data': weight(11, 5, 16),
  '/shop/withdrawal': weight(9, 5, 15),
  '/shop/accessibility': weight(9.5, 5, 15),
  '/shop/legal/terms': weight(6.1, 5, 6, OWN_SCRIPT),
};
const ORDER = weight(13, 15, 20);

test('no page outgrows its budget', async ({ page, world }) => {
  test.slow();
  await buyAsGuest(page, world.shopOrigin, 'waage@example.com');
  const { pathname: orderPage } = new URL(page.url());
  for (const slug of ['otter-night', 'lemon-branch']) {
    await page.goto(`${world.shopOrigin}/shop/products/${slug}`);
    await page.getByRole('button', { name: 'Auf die Merkliste' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merkliste');
  }
  await page.goto(`${world.shopOrigin}/shop/products/algae-notebook`);
  await addToCart(page);

  const scales = await page.context().newCDPSession(page);
  await scales.send('Network.enable');
  await scales.send('Network.setCacheDisabled', { cacheDisabled: true });
  for (const [path, limits] of Object.entries({ ...BUDGETS, [orderPage]: ORDER })) {
    const found = await weigh(page, scales, world.shopOrigin, path);
    const over = ALL.filter((kind) => found[kind] > limits[kind]);
    expect
      .soft(
        over.map((kind) => `${kind}: ${found[kind]} over ${limits[kind]}`),
        path,
      )
      .toEqual([]);
  }
});

/**
 * The badge asks for its number as soon as the page's script runs. The checkout, which has none, opens its form; a product's
 * further scripts wait for a first tap. Then what is on its way has come.
 */
async function untilTakenOver(page: Page, path: string): Promise<void> {
  if (path === '/shop/checkout') {
    await expect(page.getByRole('button', { name: 'Weiter zum Versand' })).toBeEnabled();
  } else {
    // The page before may still be asking.
    await page.waitForResponse(
      (answer) =>
        answer.url().endsWith('/api/cart/summary') && answer.request().headers().referer?.endsWith(path) === true,
    );
  }
  if (path.startsWith('/shop/products/')) {
    await page.getByRole('button', { name: 'Teilen' }).click();
    await expect(page.getByLabel('Link zum Artikel')).toBeVisible();
  }
  await page.waitForLoadState('networkidle');
}

async function weigh(page: Page, scales: CDPSession, origin: string, path: string): Promise<Weight> {
  const kinds = new Map<string, Kind | null>();
  const found: Weight = { html: 0, script: 0, css: 0, pictures: 0, requests: 0 };
  const asked = ({ requestId, request, type }: { requestId: string; request: { url: string }; type?: string }) => {
    if (!request.url.startsWith(origin)) return;
    kinds.set(requestId, KINDS[type ?? ''] ?? null);
    found.requests += 1;
  };
  const came = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
    const kind = kinds.get(requestId);
    if (kind) found[kind] += encodedDataLength / 1000;
  };
  scales.on('Network.requestWillBeSent', asked);
  scales.on('Network.loadingFinished', came);
  await Promise.all([untilTakenOver(page, path), page.goto(origin + path)]);
  scales.off('Network.requestWillBeSent', asked);
  scales.off('Network.loadingFinished', came);
  return found;
}
