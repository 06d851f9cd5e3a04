import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import { createTestDatabase, type TestDatabase } from '@/lib/flows/testing-database';
import { type CatalogueListener, listenForCatalogue } from './catalogue-listener';

let database: TestDatabase;
let listener: CatalogueListener;
let heard: string[][];

beforeEach(async () => {
  database = await createTestDatabase();
  heard = [];
  listener = listenForCatalogue(database.url, (slugs) => heard.push(slugs));
  await vi.waitFor(() => expect(heard).toEqual([[]]), 5_000); // what happened before is not known: everything
});

afterEach(async () => {
  await listener.stop();
  await database.drop();
});

it('hears which products changed, with the commit and not after a rollback', async () => {
  const { db } = database.open;
  await expect(
    db.transaction(async (tx) => {
      await announceCatalogueChange(tx, ['never']);
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  await db.transaction((tx) => announceCatalogueChange(tx, ['a', 'b']));
  await vi.waitFor(() => expect(heard).toEqual([[], ['a', 'b']]), 5_000);
});

it('takes a word that it cannot read for "everything"', async () => {
  await database.open.pool.query(`select pg_notify('catalogue_changed', 'nonsense')`);
  await vi.waitFor(() => expect(heard).toEqual([[], []]), 5_000);
});

it('connects again after the line was cut, and then takes everything for changed', async () => {
  await database.open.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen catalogue_changed'`,
  );
  await vi.waitFor(() => expect(heard).toEqual([[], []]), 5_000);
  await database.open.db.transaction((tx) => announceCatalogueChange(tx, ['a']));
  await vi.waitFor(() => expect(heard).toEqual([[], [], ['a']]), 5_000);
});
