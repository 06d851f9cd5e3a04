import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { migrateDatabase, openDatabase } from '@/lib/db/client';
import { findOrStartEmbeddedPostgres } from '@/lib/db/embedded';
import { seedDemoShop } from '@/lib/db/seed';
import { measureHttpOrders } from './bench/http-orders';
import { measureImports } from './bench/imports';
import { measureOrders } from './bench/orders';
import { measurePages } from './bench/pages';
import { startBuiltShop } from './bench/servers';
import { measureWebhooks } from './bench/webhooks';

// The figures of the production build on this machine. Read the ratios: the floors were measured in the same minute.
const folder = await mkdtemp(path.join(tmpdir(), 'kiosk-bench-'));
const server = await findOrStartEmbeddedPostgres(folder);
try {
  const product = await fill();
  process.stdout.write(`Node ${process.versions.node}, ${cpus().length} cores, embedded Postgres with fsync on\n`);
  const orders = await measureOrders(server.url);
  const httpOrders = await measureHttpOrders(server.url);
  const shop = await startBuiltShop(server.url);
  try {
    const pages = await measurePages(shop, product);
    const webhooks = await measureWebhooks(shop, server.url);
    await mkdir('test-results', { recursive: true });
    await writeFile('test-results/bench.json', JSON.stringify({ pages, webhooks, orders, httpOrders }, null, 2));
  } finally {
    await shop.stop();
  }
  const working = await startBuiltShop(server.url, 'on');
  try {
    await measureImports(working, server.url, product);
  } finally {
    await working.stop();
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The demo shop; answers the product whose page is measured. */
async function fill(): Promise<string> {
  const database = openDatabase(server.url);
  await migrateDatabase(database);
  await seedDemoShop(database.db, { now: new Date() });
  const { rows } = await database.pool.query<{ slug: string }>(
    `select slug from products where status = 'active' order by position limit 1`,
  );
  await database.close();
  return rows[0]?.slug ?? '';
}
