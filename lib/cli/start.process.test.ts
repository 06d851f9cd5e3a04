import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { buffer, text } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import { seedDemoShop } from '@/lib/db/seed';
import { createTestDatabase, type TestDatabase } from '@/lib/flows/testing-database';

// The production build, as `npm start` runs it. Without a build there is nothing to test: that is a failure.
const key = () => randomBytes(32).toString('base64');
const PAGE_LIMIT_BYTES = 8 * 1024;
const SCRIPT_LIMIT_BYTES = 3 * 1024;

let database: TestDatabase;
let shop: ChildProcess | null;

beforeEach(async () => {
  expect(existsSync('dist/start.js'), 'dist/start.js is missing: npm run build').toBe(true);
  database = await createTestDatabase();
  await seedDemoShop(database.open.db, { now: new Date() });
  shop = null;
});

afterEach(async () => {
  if (shop && shop.exitCode === null && shop.signalCode === null) {
    shop.kill('SIGKILL');
    await once(shop, 'exit');
  }
  await database.drop();
});

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: '0',
    PUBLIC_URL: 'http://localhost:3000',
    DATABASE_URL: database.url,
    FACEBOOK_APP_ID: '1',
    FACEBOOK_APP_SECRET: 'app-secret',
    FACEBOOK_PAGE_ID: '2',
    FACEBOOK_PAGE_ACCESS_TOKEN: 'page-token',
    FACEBOOK_VERIFY_TOKEN: 'verify-token',
    // Nothing listens there: a shop that asks the world is told at once.
    GRAPH_API_ORIGIN: 'http://127.0.0.1:9',
    STRIPE_API_ORIGIN: 'http://127.0.0.1:9',
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
    SESSION_KEYS: key(),
    ENCRYPTION_KEYS: key(),
    ...more,
  };
}

/** Starts the shop and resolves to its port when it says where it listens. */
async function startShop(): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ['dist/start.js'], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  shop = child;
  child.stderr.resume();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /listens on http:\/\/localhost:(\d+)/.exec(line) ?? [];
    if (port) {
      child.stdout.resume();
      return { child, port: Number(port) };
    }
  }
  throw new Error('the shop ended before it listened');
}

async function get(port: number, path: string, headers: Record<string, string> = {}) {
  const asked = httpRequest({
    port,
    host: '127.0.0.1',
    path,
    headers: { 'accept-language': 'de', ...headers },
    agent: false,
  }).end();
  const [answer]: IncomingMessage[] = await once(asked, 'response');
  if (!answer) throw new Error('no answer');
  const body = await buffer(answer);
  const html = answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(body).toString() : body.toString();
  return { status: answer.statusCode, headers: answer.headers, bytes: body.length, html };
}

async function firstProduct() {
  const { rows } = await database.open.pool.query<{ slug: string }>(
    `select slug from products where status = 'active' order by position`,
  );
  return rows[0]?.slug ?? '';
}

describe('the shop as it is built', { timeout: 60_000 }, () => {
  it('serves a product small, in one piece, with a form that works without script', async () => {
    const { port } = await startShop();
    const page = await get(port, `/shop/products/${await firstProduct()}`, { 'accept-encoding': 'br' });
    expect(page.status).toBe(200);
    expect(page.html).toMatch(
      /<form[^>]+method="post"[^>]+action="\/api\/cart"|<form[^>]+action="\/api\/cart"[^>]+method="post"/i,
    );
    expect(page.bytes).toBeLessThanOrEqual(PAGE_LIMIT_BYTES);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-/);
    // Next's wait to be started; the page's own is small.
    const scripts = [...page.html.matchAll(/<script(?![^>]*type="text\/late")[^>]*\ssrc="([^"]*)"/g)];
    expect(scripts.map(([, address]) => address)).toEqual([expect.stringMatching(/^\/_visit-[0-9a-f]{16}\.js$/)]);
    const own = await get(port, scripts[0]?.[1] ?? '', { 'accept-encoding': 'br' });
    expect(own.bytes).toBeLessThanOrEqual(SCRIPT_LIMIT_BYTES);
    expect(page.html).not.toContain('/de/shop');
    expect(page.headers['x-powered-by'] ?? page.headers.link).toBeUndefined();
  });

  it('shows a change that another process made, on the product and on every list', async () => {
    const { port } = await startShop();
    const slug = await firstProduct();
    const pages = ['/shop', `/shop/products/${slug}`];
    for (const path of pages) expect((await get(port, path)).html, path).not.toContain('Ganz neuer Name');
    await database.open.db.transaction(async (tx) => {
      await tx.execute(
        `update products set title = jsonb_set(title, '{de}', '"Ganz neuer Name"') where slug = '${slug}'`,
      );
      await announceCatalogueChange(tx, [slug]);
    });
    for (const path of pages) {
      await vi.waitFor(async () => expect((await get(port, path)).html, path).toContain('Ganz neuer Name'), 10_000);
    }
  });

  it('finishes what runs when it is asked to end, and ends', async () => {
    const { child, port } = await startShop();
    const body = 'action=remove&variantId=nobody&returnTo=%2Fshop%2Fcart';
    const socket = connect(port, '127.0.0.1');
    const head = ['POST /api/cart HTTP/1.1', 'Host: a', 'Origin: http://localhost:3000', 'Sec-Fetch-Site: same-origin'];
    const form = [
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      'Connection: close',
    ];
    socket.write(`${[...head, ...form].join('\r\n')}\r\n\r\n${body.slice(0, 10)}`);
    await get(port, '/api/health'); // the half request before it has arrived too
    child.kill('SIGTERM');
    const ended = once(child, 'exit');
    await vi.waitFor(() => expect(get(port, '/api/health')).rejects.toThrow(), 5_000);
    socket.write(body.slice(10));
    expect(await text(socket)).toMatch(/^HTTP\/1.1 (?!5)\d\d\d /);
    expect((await ended)[0]).toBe(0);
  });

  it('does not start without its secrets, and says which are missing and none of the others', async () => {
    const env = environment({ STRIPE_SECRET_KEY: '', SESSION_KEYS: 'c2hvcnQ=' });
    const child = spawn(process.execPath, ['dist/start.js'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    shop = child;
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(code).toBe(1);
    expect(said).toContain('STRIPE_SECRET_KEY');
    expect(said).toContain('SESSION_KEYS');
    expect(said).not.toMatch(/c2hvcnQ=|page-token|whsec_1|node:internal/);
  });

  it('does not take real money on a database that may lose it', async () => {
    const env = environment({ STRIPE_SECRET_KEY: 'sk_live_1' }); // test databases run without fsync
    const child = spawn(process.execPath, ['dist/start.js'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    shop = child;
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect([code, said]).toEqual([1, expect.stringMatching(/fsync/)]);
  });
});
