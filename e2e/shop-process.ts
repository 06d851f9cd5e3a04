import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Simulator, startSimulator } from './simulator/server';
import { shopEnvironment } from './simulator/shop-environment';

/** A production shop with a database of its own and a world around it, for one parallel worker. */
export type House = {
  simulator: Simulator;
  /** Where people reach the shop: another site than the simulator's, as on facebook.com. */
  shopOrigin: string;
  /** Where its database lies. */
  dataDir: string;
  /** What the shop said so far. */
  said: () => string;
  /** What the merchant does with a file of goods on her own machine, `npm run import`. */
  importGoods(file: string): Promise<void>;
  /** What the merchant does after a change at Meta, `npm run messenger:setup`. */
  setUpMessenger(settings?: Record<string, string>): Promise<void>;
  /** What the merchant does with a backup on another machine, `npm run restore`, whose data lie in `dataDir`: what it says. */
  restore(file: string, dataDir: string): Promise<string>;
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

export async function startHouse(): Promise<House> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kiosk-story-'));
  const port = await freePort();
  const shopOrigin = `http://localhost:${port}`;
  const simulator = await startSimulator({
    ports: { messenger: 0, stripe: 0 },
    shopOrigin,
    webhookRetryDelaysMs: [200, 500, 1000, 2000, 4000, 8000],
  });
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    NODE_ENV: 'production' as const,
    ...shopEnvironment(simulator.origins, simulator.world.accounts),
    PORT: String(port),
    PUBLIC_URL: shopOrigin,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'info',
    ATTEMPT_LEASE_SECONDS: '5',
  };
  await runToEnd(['--import', 'tsx', 'lib/cli/seed.ts'], environment);
  let said = '';
  let shop: ChildProcess | null = null;

  const start = async () => {
    const child = spawn(process.execPath, ['dist/start.js'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    shop = child;
    await untilReady(shopOrigin, child, () => said);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!shop || shop.exitCode !== null || shop.signalCode !== null) return;
    const ended = once(shop, 'exit');
    shop.kill(signal);
    await ended;
  };
  const setUpMessenger = (settings: Record<string, string> = {}) =>
    runToEnd(['--import', 'tsx', 'lib/cli/messenger-setup.ts'], { ...environment, ...settings });
  await start();
  await setUpMessenger();

  return {
    simulator,
    shopOrigin,
    dataDir,
    said: () => said,
    start,
    importGoods: (file) => runToEnd(['--import', 'tsx', 'lib/cli/import.ts', file, '--currency', 'EUR'], environment),
    restore: async (file, elsewhere) => {
      const args = ['--import', 'tsx', 'lib/cli/restore.ts', file];
      return (await run(args, { ...environment, DATA_DIR: elsewhere })).said;
    },
    setUpMessenger,
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM');
      await simulator.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function runToEnd(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { code, said } = await run(args, env);
  if (code !== 0) throw new Error(`${args.at(-1)} ended with ${code}: ${said}`);
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  await once(child, 'close');
  return { code: child.exitCode, said };
}

async function untilReady(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the shop ended at its start: ${said()}`);
    const answer = await fetch(`${origin}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the shop was not ready within a minute: ${said()}`);
}

/** Below the ports that systems lend to callers: until the shop listens, and while it is killed, nobody is given this one. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer();
    const isFree = once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.listen(port);
    if (!(await isFree)) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
