import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { openDatabase } from '@/lib/db/client';
import { getProductBySlug, listCollections, listProductCards } from '@/lib/db/products';
import { startShopAmongDoubles } from './servers';
import { openBrowser, type Visit, visit } from './slow-phone';
import { quantile } from './table';
import { startNextFloor, startPlainFloor } from './web-floors';
import { type Medians, printWebFigures, webFigures } from './web-goals';
import { listByHand, productByHand } from './web-pages';

const RUNS = 5;

/**
 * The first view of a product and of a list on a slow phone, beside two floors of the same run: the same pages made by hand
 * without script, and as a bare Next app. All three take turns, so that a busy minute slows each of them.
 */
export async function measureWeb(databaseUrl: string, slug: string): Promise<void> {
  const { product, collection, cards } = await readGoods(databaseUrl, slug);
  const pages = { product: productByHand(product), list: listByHand(collection.title.de, cards) };
  const images = [product.images[0], ...cards.map((card) => card.image)];
  const pictures = [...new Set(images.flatMap((image) => (image?.file ? [image.file] : [])))];
  const plain = await startPlainFloor(pages);
  const next = await startNextFloor(pages, pictures);
  const shop = await startShopAmongDoubles(databaseUrl);
  const browser = await openBrowser();
  try {
    const floor = (origin: string) => ({ product: `${origin}/product`, list: `${origin}/list` });
    const contenders = {
      ours: {
        product: `${shop.origin}/shop/products/${slug}`,
        list: `${shop.origin}/shop/collections/${collection.slug}`,
      },
      plain: floor(plain.origin),
      next: floor(next.origin),
    };
    const measured = await takeTurns(browser, contenders);
    const worksWithoutScript = await canBuyWithoutScript(browser, contenders.ours.product);
    const scriptNeeded = worksWithoutScript ? 0 : measured.ours.product.bytesInAll;
    const lines = webFigures({ ...measured, scriptNeeded });
    printWebFigures(lines);
    await mkdir('test-results', { recursive: true });
    await writeFile('test-results/bench-web.json', JSON.stringify(lines, null, 2));
  } finally {
    await browser.close();
    await shop.stop();
    await next.stop();
    await plain.stop();
  }
}

async function readGoods(databaseUrl: string, slug: string) {
  const { db, close } = openDatabase(databaseUrl);
  try {
    const product = await getProductBySlug(db, slug);
    const [collection] = await listCollections(db, 'EUR');
    if (!product || !collection) throw new Error('the demo shop has no product or no collection');
    return { product, collection, cards: await listProductCards(db, { currency: 'EUR', collection: collection.slug }) };
  } finally {
    await close();
  }
}

type Contender = 'ours' | 'plain' | 'next';
type Addresses = Record<keyof Medians, string>;
const NAMES = ['ours', 'plain', 'next'] as const;
const PAGES = ['product', 'list'] as const;

async function takeTurns(
  browser: Browser,
  contenders: Record<Contender, Addresses>,
): Promise<Record<Contender, Medians>> {
  const empty = (): Record<keyof Medians, Visit[]> => ({ product: [], list: [] });
  const visits = { ours: empty(), plain: empty(), next: empty() };
  for (let run = 0; run <= RUNS; run++)
    for (const page of PAGES)
      for (const name of NAMES) {
        const seen = await visit(browser, contenders[name][page]);
        if (run > 0) visits[name][page].push(seen); // the first makes pages and browser warm
      }
  const medians = (of: Record<keyof Medians, Visit[]>) => ({ product: middle(of.product), list: middle(of.list) });
  return { ours: medians(visits.ours), plain: medians(visits.plain), next: medians(visits.next) };
}

/** The median of each figure for itself. */
function middle(visits: Visit[]): Visit {
  const of = (figure: (visit: Visit) => number) => quantile(visits.map(figure), 0.5);
  return {
    lcpMs: of(({ lcpMs }) => lcpMs),
    usableMs: visits.some(({ usableMs }) => usableMs === null) ? null : of(({ usableMs }) => usableMs ?? 0),
    tbtMs: of(({ tbtMs }) => tbtMs),
    cls: of(({ cls }) => cls),
    html: of(({ html }) => html),
    bytesUntilLoad: of(({ bytesUntilLoad }) => bytesUntilLoad),
    requestsUntilLoad: of(({ requestsUntilLoad }) => requestsUntilLoad),
    bytesInAll: of(({ bytesInAll }) => bytesInAll),
    requestsInAll: of(({ requestsInAll }) => requestsInAll),
  };
}

/** No script is needed for what works where none runs. */
async function canBuyWithoutScript(browser: Browser, url: string): Promise<boolean> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('button', { name: /^In den Warenkorb/ }).click();
    await page.waitForURL('**/shop/cart');
    return await page.getByRole('link', { name: /^Zur Kasse/ }).isVisible();
  } finally {
    await context.close();
  }
}
