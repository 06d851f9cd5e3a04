import { test as base, expect, type Page } from '@playwright/test';
import { Merchant } from './merchant';
import { type House, startHouse } from './shop-process';
import { World } from './world';

/** A person in front of her phone: the thread on the screen, the shop in its webview. */
export type Shopper = { psid: string; page: Page };

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
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('shop.log', { body: house.said().slice(before), contentType: 'text/plain' });
  },
  shopper: async ({ world, page, person, era }, use) => {
    await world.control('/control/profile', { era });
    const psid = await world.newPerson(person);
    await page.goto(`${world.messengerOrigin}/?psid=${psid}`);
    await use({ psid, page });
  },
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        // A refused payment and a sold-out line are answers of ours with a status; Chromium reports each as an error.
        const isAnswer = /Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
        if (message.type() === 'error' && !isAnswer) errors.push(message.text());
      });
      await use(undefined);
      expect(errors, 'the browser console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
