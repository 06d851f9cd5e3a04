import { expect, it } from 'vitest';
import { createTestDatabase } from './testing-database';

it('gives each test migrated tables of its own', async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await first.open.pool.query(`insert into settings (key, value) values ('only here', '1')`);
  const { rows } = await second.open.pool.query('select key from settings');
  expect(rows.map((row: { key: string }) => row.key)).not.toContain('only here');
  expect(first.url).not.toBe(second.url);
  await Promise.all([first.drop(), second.drop()]);
});

it('leaves nothing behind', async () => {
  const database = await createTestDatabase();
  await database.drop();
  const other = await createTestDatabase();
  const name = new URL(database.url).pathname.slice(1);
  const { rowCount } = await other.open.pool.query('select from pg_database where datname = $1', [name]);
  expect(rowCount).toBe(0);
  await other.drop();
});
