import { Buyer } from './buyer';
import { test as base, expect } from './fixtures';
import { HttpClient } from './http-client';
import { ShopDatabase } from './shop-database';

type Fixtures = {
  database: ShopDatabase;
  /** A stranger without cookies. */
  stranger: HttpClient;
  newBuyer: () => Buyer;
  /** Runs something that must change nothing: neither a row nor a charge. */
  unchanged: (work: () => Promise<void>) => Promise<void>;
};

/** For tests that knock at the doors over HTTP: a production shop and no browser. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
  quietConsole: async ({}, use) => use(undefined),
  database: async ({ house }, use) => {
    const database = await ShopDatabase.of(house.dataDir);
    await use(database);
    expect(await database.brokenInvariants()).toEqual([]);
    await database.close();
  },
  stranger: async ({ world }, use) => use(new HttpClient(world.shopOrigin)),
  newBuyer: async ({ world }, use) => use(() => new Buyer(world.shopOrigin, world.stripeOrigin)),
  unchanged: async ({ database, world }, use) =>
    use(async (work) => {
      // What an earlier event still has to do is no answer to this knock.
      await expect.poll(() => database.count('webhook_events', `status = 'waiting'`)).toBe(0);
      const before = await database.standing();
      const charges = (await world.charges()).length;
      await work();
      expect(await database.standing(), 'rows').toEqual(before);
      expect((await world.charges()).length, 'charges').toBe(charges);
    }),
});

export { expect };
