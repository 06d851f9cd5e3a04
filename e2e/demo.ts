import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { demoAccounts } from './simulator/accounts';
import { type Simulator, startSimulator } from './simulator/server';
import { shopEnvironment } from './simulator/shop-environment';

// The whole world on one machine: database, shop, worker, Messenger and Stripe. Ctrl-C ends all of it.
const PATIENCE_MS = 60_000;
const dataDir = path.resolve(process.env.DATA_DIR ?? '.data');
const children = new Set<ChildProcess>();
let simulator: Simulator | undefined;
let leaving = false;

// npm and its shell may be killed without passing it on: then our parent is another one than at the start.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && void leave(0), 1_000).unref();

process.on('SIGINT', () => void leave(0));
process.on('SIGTERM', () => void leave(0));

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await leave(1);
}

async function main(): Promise<void> {
  const port = await choosePort('shop', Number(process.env.PORT) || 3000);
  const ports = {
    messenger: await choosePort('Messenger', 4000),
    stripe: await choosePort('Stripe', 4100),
    paypal: await choosePort('PayPal', 4200),
    smtp: await choosePort('mail', 4300),
  };
  const shopOrigin = `http://localhost:${port}`;
  simulator = await startSimulator({ ports, shopOrigin, newcomersFrom: Math.floor(Date.now() / 1000) });
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...shopEnvironment(simulator.origins, demoAccounts),
    NODE_ENV: 'production' as const,
    PORT: String(port),
    PUBLIC_URL: shopOrigin,
    DATA_DIR: dataDir,
    // Said here so that no .env of the real shop says otherwise.
    DATABASE_URL: '',
    DATABASE_URL_DIRECT: '',
    WORKER: 'on',
    TRUSTED_PROXIES: '',
  };
  await runToEnd(['--import', 'tsx', 'lib/cli/seed.ts'], env, 'The demo shop could not be filled.');
  const shop = startShop(env);
  await untilReady(shopOrigin, shop);
  if (existsSync('lib/cli/messenger-setup.ts')) {
    await runToEnd(['--import', 'tsx', 'lib/cli/messenger-setup.ts'], env, 'The Messenger profile could not be set.');
  }
  say(`
  The phone   ${simulator.origins.messenger}
  The shop    ${shopOrigin}/shop
  Merchant    ${shopOrigin}/admin
  Stripe      ${simulator.origins.stripe}/dashboard
  PayPal      ${simulator.origins.paypal} (its page opens when you pay that way)
  Mail        ${simulator.origins.messenger}/mail

  Ctrl-C ends all of it; what was ordered stays in ${path.relative('.', dataDir) || dataDir}.
`);
}

async function choosePort(whose: string, wished: number): Promise<number> {
  for (let port = wished; port < wished + 100; port++) {
    if (await isFree(port)) {
      if (port !== wished) say(`Port ${wished} (${whose}) is taken; using ${port}.`);
      return port;
    }
  }
  throw new Error(`No free port for ${whose} from ${wished} on.`);
}

/** Free on every address: somebody may listen on 127.0.0.1 alone. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', undefined]) {
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, host, () => server.close(() => resolve(true)));
    });
    if (!free) return false;
  }
  return true;
}

async function runToEnd(args: string[], env: NodeJS.ProcessEnv, problem: string): Promise<void> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  children.add(child);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  children.delete(child);
  if (code !== 0 && !leaving) throw new Error(problem);
}

/** In a group of its own, so that Ctrl-C reaches it through us and once; it ends by itself should we be killed. */
function startShop(env: NodeJS.ProcessEnv): ChildProcess {
  mkdirSync(dataDir, { recursive: true });
  const log = createWriteStream(path.join(dataDir, 'shop.log'), { flags: 'a' });
  const child = spawn(process.execPath, ['dist/start.js'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    // Events go to the log; what is meant for people does not begin with a brace.
    createInterface({ input: stream }).on('line', (line) => {
      if (line.startsWith('{')) log.write(`${line}\n`);
      else say(line);
    });
  }
  child.once('exit', (code) => {
    children.delete(child);
    if (leaving) return;
    process.stderr.write(`The shop ended with ${code}. Its log: ${path.join(dataDir, 'shop.log')}\n`);
    void leave(1);
  });
  return child;
}

async function untilReady(origin: string, shop: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && shop.exitCode === null) {
    const answer = await fetch(`${origin}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  if (!leaving) throw new Error(`The shop was not ready within ${PATIENCE_MS / 1000} s.`);
}

async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  await Promise.all([...children].map(end));
  await simulator?.close();
  process.exit(code);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
