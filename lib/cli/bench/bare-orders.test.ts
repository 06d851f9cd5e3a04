import { afterEach, beforeEach, expect, it } from 'vitest';
import { seedDemoShop } from '@/lib/db/seed';
import { createTestDatabase, type TestDatabase } from '@/lib/flows/testing-database';
import { openBareOrders } from './bare-orders';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
  await seedDemoShop(database.open.db, { now: new Date() });
});

afterEach(() => database.drop());

it('writes as many rows of each table for an order as the shop does, and as many orders as were asked for', async () => {
  const { pool } = database.open;
  const floor = await openBareOrders(database.url);
  const before = await pool.query('select count(*)::int as count from orders');
  await floor.perSecond(2, 10);
  await floor.close();
  const after = await pool.query('select count(*)::int as count from orders');
  expect(after.rows[0].count - before.rows[0].count).toBe(10);
});
