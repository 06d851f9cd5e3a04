import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { migrateDatabase, type OpenDatabase, openDatabase } from '@/lib/db/client';
import { insertMerchant } from '@/lib/db/merchants';
import { createSealer } from '@/lib/db/sealed';
import { marksOf } from '@/lib/flows/mark-orders';
import { fillLists } from './fill-lists';
import { type RunningServer, startBuiltShop } from './servers';
import { quantile } from './table';

const SIZES = [
  { products: 1_000, orders: 1_000 },
  { products: 100_000, orders: 1_000_000 },
] as const;
const ROUNDS = 30;
const WARM = 5;
const PUBLIC_URL = 'http://localhost:3000';
const MERCHANT = { email: 'bench@example.com', password: 'four random words here' };
const NAMES = 50;
const MAILS = 5_000;

const PAGES: Record<string, string> = {
  'products, first page': '/admin/products',
  'products, newest change': '/admin/products?sort=changed',
  'products, by title': '/admin/products?sort=title',
  'products, search: one of all': '/admin/products?q=zx-000777',
  'products, search: one in a hundred': '/admin/products?q=otter07',
  'orders, first page': '/admin/orders',
  'orders, open': '/admin/orders?status=open',
  'orders, search by number': '/admin/orders?q=K-777',
  'orders, search by e-mail': '/admin/orders?q=person777%40example.com',
  'orders, search by name: one in fifty': '/admin/orders?q=Muster7',
};

export type ListFigure = { what: string; smallMs: number; largeMs: number };

/**
 * The desk's lists as a merchant's browser gets them, in a small shop and in a large one: how long the page takes, and how many
 * times as long with a hundred times the products and a thousand times the orders. The target is 1.5.
 */
export async function measureLists(adminUrl: string): Promise<ListFigure[]> {
  const url = await freshDatabase(adminUrl);
  const key = randomBytes(32).toString('base64');
  const database = openDatabase(url, { queryTimeoutMs: 900_000 });
  try {
    await migrateDatabase(database);
    await addMerchant(database);
    const sealer = createSealer([key]);
    const mark = (search: Parameters<typeof marksOf>[1]) => marksOf({ sealer }, search)[0] ?? '';
    const names = Array.from({ length: NAMES }, (_, at) => mark({ is: 'name', words: [`muster${at}`] }));
    const mails = Array.from({ length: MAILS }, (_, at) => mark({ is: 'email', email: `person${at}@example.com` }));
    const [small, large] = [new Map<string, number>(), new Map<string, number>()];
    for (const [at, figures] of [small, large].entries()) {
      const size = SIZES[at];
      if (size) await fillLists(database.pool, { ...size, names, mails });
      const shop = await startBuiltShop(url, 'off', { ENCRYPTION_KEYS: key });
      try {
        const cookie = await signIn(shop);
        for (const [what, path] of Object.entries(PAGES)) figures.set(what, await median(shop.origin + path, cookie));
      } finally {
        await shop.stop();
      }
    }
    return told([...small].map(([what, smallMs]) => ({ what, smallMs, largeMs: large.get(what) ?? 0 })));
  } finally {
    await database.close();
  }
}

async function freshDatabase(adminUrl: string): Promise<string> {
  const url = new URL(adminUrl);
  url.pathname = '/bench_lists';
  const admin = openDatabase(adminUrl);
  await admin.pool.query('drop database if exists bench_lists');
  await admin.pool.query('create database bench_lists');
  await admin.close();
  return url.href;
}

async function addMerchant({ db }: OpenDatabase): Promise<void> {
  const passwordHash = await hashPassword(MERCHANT.password);
  const bench = { id: 'bench', name: 'Bench', email: MERCHANT.email, role: 'owner' } as const;
  await insertMerchant(db, { ...bench, passwordHash, at: new Date() });
}

async function signIn(shop: RunningServer): Promise<string> {
  const answer = await fetch(`${shop.origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
    body: JSON.stringify(MERCHANT),
  });
  if (!answer.ok) throw new Error(`signing in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function median(url: string, cookie: string): Promise<number> {
  const tookMs: number[] = [];
  for (let round = 0; round < ROUNDS + WARM; round += 1) {
    const start = performance.now();
    const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    if (round >= WARM) tookMs.push(performance.now() - start);
  }
  return quantile(tookMs, 0.5);
}

function told(figures: ListFigure[]): ListFigure[] {
  process.stdout.write('\nThe desk’s lists: 1,000 products and orders, then 100,000 products and 1,000,000 orders\n');
  for (const { what, smallMs, largeMs } of figures)
    process.stdout.write(
      `${what.padEnd(38)} ${smallMs.toFixed(1)} ms → ${largeMs.toFixed(1)} ms, ratio ${(largeMs / smallMs).toFixed(2)}\n`,
    );
  return figures;
}
