import { test as base, expect, type Page, type TestInfo } from '@playwright/test';
import { Merchant } from './merchant';
import { type House, startHouse } from './shop-process';
import { World } from './world';

/** A person in front of her phone: the thread on the screen, the shop in its webview. */
export type Shopper = { psid: string; page: Page };

/** Characters of each thing that a story that failed reports: where it ran, nothing else may be kept of it. */
const LONGEST_REPORT = 3_500;

type Person = { name?: string; locale?: 'de_DE' | 'en_US' };
type Fixtures = {
  world: World;
  /** Whose thread is shown; a test may say `test.use({ person: { locale: 'en_US' } })`. */
  person: Person;
  /** The platform's era. */
  era: '2016' | 'current';
  shopper: Shopper;
  /** What went wrong in the browser without anybody seeing it: must stay empty. */
  quietConsole: undefined;
};

/** A house (shop, database, simulator) per parallel worker, a fresh person per test. */
export const test = base.extend<Fixtures, { house: House; merchant: Merchant }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const house = await startHouse();
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // Whoever opens the link that the shop printed at its first start becomes its owner, at a desk of her own.
  merchant: [
    async ({ house, browser }, use) => {
      const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 800 } });
      const merchant = new Merchant(await context.newPage(), house);
      await merchant.takeOver();
      await use(merchant);
      await context.close();
    },
    { scope: 'worker' },
  ],
  person: [{ locale: 'de_DE' }, { option: true }],
  era: ['current', { option: true }],
  world: async ({ house }, use, testInfo) => {
    const world = new World(house);
    await world.begin();
    const before = house.said().length;
    await use(world);
    // What the shop said meanwhile; secrets and addresses are in no log.
    if (testInfo.status === testInfo.expectedStatus) return;
    await tell(testInfo, 'The shop said', house.said().slice(before));
    await tell(testInfo, 'The world heard', await world.heard());
  },
  shopper: async ({ world, page, person, era }, use) => {
    await world.control('/control/profile', { era });
    const psid = await world.newPerson(person);
    await page.goto(`${world.messengerOrigin}/?psid=${psid}`);
    await use({ psid, page });
  },
  quietConsole: [
    async ({ page }, use, testInfo) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        // A refused payment and a sold-out line are answers of ours with a status; Chromium reports each as an error.
        const isAnswer = /Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
        if (message.type() === 'error' && !isAnswer) errors.push(message.text());
      });
      await use(undefined);
      if (testInfo.status !== testInfo.expectedStatus) await tell(testInfo, 'She saw', await sightOf(page));
      expect(errors, 'the browser console').toEqual([]);
    },
    { auto: true },
  ],
});

/** The end of it: a log ends with what went wrong, and the webview is seen last. */
async function tell(testInfo: TestInfo, name: string, text: string): Promise<void> {
  await testInfo.attach(name, { body: text.slice(-LONGEST_REPORT), contentType: 'text/plain' });
}

/** What stood on the screen, frame by frame: a webview's page is not part of the page around it. */
async function sightOf(page: Page): Promise<string> {
  const seen = page.frames().map((frame) => frame.locator('body').ariaSnapshot({ timeout: 1_000 }));
  const told = await Promise.allSettled(seen);
  const all = told.map((one) => (one.status === 'fulfilled' ? one.value : '(a frame that was gone)')).join('\n');
  return all.replace(/^\s*- (\/url|option).*\n/gm, '');
}

export { expect };
