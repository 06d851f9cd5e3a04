import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type RunningServer = { origin: string; stop(): Promise<void> };

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
  return start(['-e', SIGNING_FLOOR, BENCH_PAGE.appSecret], {});
}

export function startFloor(bytes: number): Promise<RunningServer> {
  return start(['-e', FLOOR, String(bytes)], {});
}

/** The production build on `databaseUrl`, without its worker unless asked for it, and with keys that open nothing. */
export function startBuiltShop(databaseUrl: string, worker: 'on' | 'off' = 'off'): Promise<RunningServer> {
  const key = () => randomBytes(32).toString('base64');
  return start(['dist/start.js'], {
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
  });
}

async function start(args: string[], env: Record<string, string>): Promise<RunningServer> {
  const whole: NodeJS.ProcessEnv = { PATH: process.env.PATH, NODE_ENV: 'production', ...env };
  const child = spawn(process.execPath, args, { env: whole, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /listens on http:\/\/[\w.]+:(\d+)/.exec(line) ?? [];
    if (!port) continue;
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
