import { expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/flows/testing-database';
import { openDatabase } from './client';
import { findUnsafeSettings } from './durability';

it('names what is off in this session, and nothing when all is on', async () => {
  const database = await createTestDatabase();
  const name = new URL(database.url).pathname.slice(1);
  // fsync itself belongs to the whole server, which test databases run without.
  await database.open.pool.query(`alter database ${name} set synchronous_commit = 'on'`);
  const careful = openDatabase(database.url);
  expect(await findUnsafeSettings(careful.pool)).toEqual(['fsync', 'full_page_writes']);
  await careful.close();
  await database.open.pool.query(`alter database ${name} set synchronous_commit = 'off'`);
  const careless = openDatabase(database.url);
  expect(await findUnsafeSettings(careless.pool)).toEqual(['fsync', 'full_page_writes', 'synchronous_commit']);
  await careless.close();
  await database.drop();
});
