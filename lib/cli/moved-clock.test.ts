import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { demoAccounts } from '@/e2e/simulator/accounts';
import { paymentAttempts } from '@/lib/db/schema/orders';
import { createSealer } from '@/lib/db/sealed';
import { WAYS } from '@/lib/flows/ways/testing-ways';
import { openWaysWorld, type WaysWorld } from '@/lib/flows/ways/testing-ways-world';

// A whole process whose clock is wrong: what it runs is the product, told another time before anything of it is loaded.
const MOVED = `data:text/javascript,${encodeURIComponent(`
  const ahead = Number(process.env.CLOCK_AHEAD_MS);
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given) { given.length > 0 ? super(...given) : super(Right.now() + ahead); }
    static now() { return Right.now() + ahead; }
  };`)}`;
const TWO_DAYS_MS = 2 * 24 * 60 * 60 * 1000;

const key = randomBytes(32).toString('base64');
let world: WaysWorld;
let worker: ChildProcess | null = null;

beforeEach(async () => {
  world = await openWaysWorld();
  world.house.deps.sealer = createSealer([key]);
});
afterEach(async () => {
  await stop();
  await world.close();
});

function start(stripeOrigin: string): void {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production' as const,
    CLOCK_AHEAD_MS: String(TWO_DAYS_MS),
    PUBLIC_URL: 'http://localhost:3000',
    DATABASE_URL: world.house.database.url,
    FACEBOOK_APP_ID: '1',
    FACEBOOK_APP_SECRET: 'app-secret',
    FACEBOOK_PAGE_ID: '2',
    FACEBOOK_PAGE_ACCESS_TOKEN: 'page-token',
    FACEBOOK_VERIFY_TOKEN: 'verify-token',
    GRAPH_API_ORIGIN: 'http://127.0.0.1:9',
    STRIPE_API_ORIGIN: stripeOrigin,
    STRIPE_SECRET_KEY: demoAccounts.stripe.secretKey,
    STRIPE_PUBLISHABLE_KEY: demoAccounts.stripe.publishableKey,
    STRIPE_WEBHOOK_SECRET: demoAccounts.stripe.webhookSecret,
    SESSION_KEYS: key,
    ENCRYPTION_KEYS: key,
  };
  const args = ['--import', MOVED, '--import', 'tsx', 'lib/cli/worker.ts'];
  worker = spawn(process.execPath, args, { env, stdio: 'ignore' });
}
async function stop(): Promise<void> {
  if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}
const attempts = () => world.house.deps.db.select().from(paymentAttempts).orderBy(paymentAttempts.createdAt);
const soon = { timeout: 150_000, interval: 200 };

it('a process two days ahead lets nothing go without the provider’s word, and takes what was paid meanwhile', async () => {
  const asked = WAYS.find(({ name }) => name === 'card with 3-D Secure');
  await asked?.paysUnheard(world);
  await world.nextPerson();
  await asked?.leaves(world);
  expect(await world.stock()).toEqual({ available: 3, held: 2, sold: 0 });

  start('http://127.0.0.1:9');
  await vi.waitFor(async () => {
    for (const { checks } of await attempts()) expect(checks).toBeGreaterThan(1);
  }, soon);
  await stop();
  expect(await attempts()).toMatchObject([{ status: 'open' }, { status: 'open' }]);
  expect(await world.stock()).toEqual({ available: 3, held: 2, sold: 0 });

  start(world.stripe.origin);
  await vi.waitFor(async () => {
    expect((await attempts()).map(({ end }) => end)).toEqual(['succeeded', 'expired']);
  }, soon);
  expect(await world.stock()).toEqual({ available: 4, held: 0, sold: 1 });
  expect(await world.orders()).toMatchObject([{ status: 'paid' }]);
  expect((await world.money()).filter(({ keptMinor }) => keptMinor > 0)).toHaveLength(1);
}, 360_000);
