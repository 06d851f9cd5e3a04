import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { migrateDatabase, openDatabase } from '@/lib/db/client';
import { findOrStartEmbeddedPostgres } from '@/lib/db/embedded';
import { seedDemoShop } from '@/lib/db/seed';
import { openBareOrders } from './bench/bare-orders';
import { measureHttpOrders } from './bench/http-orders';
import { measureImports } from './bench/imports';
import { measureLists } from './bench/lists';
import { measureOrders } from './bench/orders';
import { measurePages } from './bench/pages';
import { startBuiltShop } from './bench/servers';
import { measureWeb } from './bench/web';
import { measureWebhooks } from './bench/webhooks';

// The figures of the production build on this machine. Read the ratios: the floors were measured in the same minute.
// `npm run bench -- orders webhooks` measures these parts alone, without a name everything but `web`, the first view on a
// slow phone.
const { positionals } = parseArgs({ allowPositionals: true });
const PARTS = ['orders', 'lists', 'pages', 'webhooks', 'imports', 'web'] as const;
const strange = positionals.filter((name) => !PARTS.some((part) => part === name));
if (strange.length > 0) throw new Error(`There is no part ${strange.join(', ')}: it is ${PARTS.join(', ')}.`);
const wanted = (part: (typeof PARTS)[number]) => (positionals.length > 0 ? positionals.includes(part) : part !== 'web');

const folder = await mkdtemp(path.join(tmpdir(), 'kiosk-bench-'));
const server = await findOrStartEmbeddedPostgres(folder);
try {
  const product = await fill(server.url);
  process.stdout.write(`Node ${process.versions.node}, ${cpus().length} cores, embedded Postgres with fsync on\n`);
  const figures = {
    ...(wanted('orders') && (await measureOrdersBesideTheFloor())),
    ...(wanted('lists') && { lists: await measureLists(server.url) }),
    ...((wanted('pages') || wanted('webhooks')) && (await measureQuietShop(product))),
  };
  await mkdir('test-results', { recursive: true });
  await writeFile('test-results/bench.json', JSON.stringify(figures, null, 2));
  if (wanted('imports')) await measureWorkingShop(product);
  if (wanted('web')) await measureWeb(server.url, product);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The floor has a database of its own: the shop's worker would send what it writes. */
async function measureOrdersBesideTheFloor() {
  const url = new URL(server.url);
  url.pathname = '/bench_floor';
  const admin = openDatabase(server.url);
  await admin.pool.query('create database bench_floor');
  await fill(url.href);
  const floor = await openBareOrders(url.href);
  try {
    return { orders: await measureOrders(server.url, floor), httpOrders: await measureHttpOrders(server.url, floor) };
  } finally {
    await floor.close();
    await admin.pool.query('drop database bench_floor');
    await admin.close();
  }
}

async function measureQuietShop(product: string) {
  const shop = await startBuiltShop(server.url);
  try {
    return {
      ...(wanted('pages') && { pages: await measurePages(shop, product) }),
      ...(wanted('webhooks') && { webhooks: await measureWebhooks(shop, server.url) }),
    };
  } finally {
    await shop.stop();
  }
}

/** A shop with its worker, which takes files. */
async function measureWorkingShop(product: string): Promise<void> {
  const shop = await startBuiltShop(server.url, 'on');
  try {
    await measureImports(shop, server.url, product);
  } finally {
    await shop.stop();
  }
}

/** The demo shop; answers the product whose page is measured. */
async function fill(databaseUrl: string): Promise<string> {
  const database = openDatabase(databaseUrl);
  await migrateDatabase(database);
  await seedDemoShop(database.db, { now: new Date() });
  const { rows } = await database.pool.query<{ slug: string }>(
    `select slug from products where status = 'active' order by position limit 1`,
  );
  await database.close();
  return rows[0]?.slug ?? '';
}
