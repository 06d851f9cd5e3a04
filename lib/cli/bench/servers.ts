import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseEnv } from 'node:util';

export type RunningServer = { origin: string; stop(): Promise<void> };

const DOUBLES = ['MESSENGER', 'STRIPE', 'PAYPAL', 'SMTP'];

export const BENCH_PAGE = { id: '2', appSecret: 'bench-app-secret' };

/** A bare node:http server that reads what comes and answers `bytes` bytes: what this machine can do at all. */
const FLOOR = `
const body = Buffer.alloc(Number(process.argv[1]), 'x');
const server = require('node:http').createServer((request, response) => {
  request.on('data', () => undefined).on('end', () => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => console.log('listens on http://127.0.0.1:' + server.address().port));
`;

/** The same, and it checks Messenger's signature over the body before it answers; nothing is stored. */
const SIGNING_FLOOR = `
const { createHmac, timingSafeEqual } = require('node:crypto');
const server = require('node:http').createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
    const body = Buffer.concat(chunks);
    const given = Buffer.from((request.headers['x-hub-signature-256'] || '').slice(7), 'hex');
    const right = createHmac('sha256', process.argv[1]).update(body).digest();
    const isRight = given.length === right.length && timingSafeEqual(given, right);
    const text = isRight ? 'EVENT_RECEIVED' : 'no';
    response.writeHead(isRight ? 200 : 401, { 'content-type': 'text/plain', 'content-length': text.length });
    response.end(text);
  });
});
server.listen(0, '127.0.0.1', () => console.log('listens on http://127.0.0.1:' + server.address().port));
`;

export function startSigningFloor(): Promise<RunningServer> {
  return startServer(['-e', SIGNING_FLOOR, BENCH_PAGE.appSecret], {});
}

export function startFloor(bytes: number): Promise<RunningServer> {
  return startServer(['-e', FLOOR, String(bytes)], {});
}

/** The production build on `databaseUrl`, without its worker unless asked for it, and with keys that open nothing, unless `env` brings some. */
export function startBuiltShop(
  databaseUrl: string,
  worker: 'on' | 'off' = 'off',
  env: Record<string, string> = {},
): Promise<RunningServer> {
  const key = () => randomBytes(32).toString('base64');
  return startServer(['dist/start.js'], {
    NODE_ENV: 'production',
    PORT: '0',
    PUBLIC_URL: 'http://localhost:3000',
    DATABASE_URL: databaseUrl,
    WORKER: worker,
    LOG_LEVEL: 'error',
    FACEBOOK_APP_ID: '1',
    FACEBOOK_APP_SECRET: BENCH_PAGE.appSecret,
    FACEBOOK_PAGE_ID: BENCH_PAGE.id,
    FACEBOOK_PAGE_ACCESS_TOKEN: 'bench',
    FACEBOOK_VERIFY_TOKEN: 'bench',
    GRAPH_API_ORIGIN: 'http://127.0.0.1:9',
    STRIPE_API_ORIGIN: 'http://127.0.0.1:9',
    STRIPE_SECRET_KEY: 'sk_test_bench',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_bench',
    STRIPE_WEBHOOK_SECRET: 'whsec_bench',
    SESSION_KEYS: key(),
    ENCRYPTION_KEYS: key(),
    ...env,
  });
}

/**
 * The same with its worker, among the simulator's Stripe, PayPal and Messenger, which tell it what happens; `env` says
 * where they are and with which keys.
 */
export async function startShopAmongDoubles(
  databaseUrl: string,
): Promise<RunningServer & { env: NodeJS.Dict<string> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kiosk-bench-'));
  const file = path.join(folder, 'shop.env');
  const port = await freePort();
  const here = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  const ports = Object.fromEntries(DOUBLES.map((name) => [`SIMULATOR_${name}_PORT`, '0']));
  const doubles = await startServer(
    ['--import', 'tsx', 'e2e/simulator/main.ts', '--environment', file],
    { ...here, ...ports },
    /^Shop +http/,
  );
  const settings = { ...here, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' };
  const shop = await startServer([`--env-file=${file}`, 'dist/start.js'], settings).catch(async (error: unknown) => {
    await doubles.stop();
    throw error;
  });
  const env = parseEnv(await readFile(file, 'utf8'));
  await rm(folder, { recursive: true });
  const end = async () => {
    await shop.stop();
    await doubles.stop();
  };
  return { origin: here.PUBLIC_URL, env, stop: end };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Starts a server and waits until it says where it listens; `ready` finds the port in that line. */
export async function startServer(
  args: string[],
  env: Record<string, string>,
  ready = /listens on http:\/\/[\w.]+:(\d+)/,
): Promise<RunningServer> {
  const whole: NodeJS.ProcessEnv = { PATH: process.env.PATH, NODE_ENV: 'production', ...env };
  const child = spawn(process.execPath, args, { env: whole, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [isReady, port] = ready.exec(line) ?? [];
    if (!isReady) continue;
    child.stdout.resume();
    return { origin: `http://127.0.0.1:${port}`, stop: () => stop(child) };
  }
  throw new Error(`${args[0]} ended before it listened; npm run build makes dist/start.js`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
