import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Server } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import next from 'next';
import type { Env } from '@/lib/server/env';
import { logProblem } from '@/lib/server/log';
import type { Readiness } from '@/lib/server/ready';
import { getDeps, getLiveDesk } from '@/lib/server/wiring';
import { INSIDE_PATH } from './address';
import { listenForCatalogue } from './catalogue-listener';
import { createFrontDoor } from './front-door';
import { createInside, type Inside } from './inside';
import { INSIDE_HEADER, insideSecret } from './inside-secret';
import { createKeptAssets } from './kept-assets';
import { createKeptPages, type Versioned } from './kept-pages';
import { createKeptPictures } from './kept-pictures';
import { createMachineDoor } from './machine-door';
import { pack } from './packed';

export type Front = { port: number; close(): Promise<void> };

const FAREWELL_MS = 15_000;
const TRIES = 3;

/**
 * Puts the front door before a built Next and opens it at `env.PORT` (0: any). `listenUrl` is a direct connection to the
 * database. `close` lets no new request in and waits at most 15 s for those that run.
 */
export async function openFront(env: Env, listenUrl: string, ready: () => Promise<Readiness>): Promise<Front> {
  // Next would answer upgrades on whatever server it finds: it gets one that never listens.
  const app = next({ dev: false, dir: process.cwd(), httpServer: new Server(), hostname: 'localhost', port: env.PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const nextListener = (...[request, response]: Parameters<typeof handle>) => {
    handle(request, response).catch((error: unknown) => {
      logProblem('next.failed', error);
      response.destroy();
    });
  };
  const inside = createInside(nextListener);
  const assets = createKeptAssets(path.join(process.cwd(), '.next', 'static'));
  const readStyle = async (address: string) => (await assets.get(address))?.packed.identity.toString('utf8') ?? null;
  const visit = await readVisitScript();
  const pages = createKeptPages(inside, env, readStyle, visit);
  const listener = listenForCatalogue(listenUrl, (slugs) => void pages.drop(slugs, () => renewCatalogue(inside)));
  const server = createFrontDoor({
    next: nextListener,
    machines: createMachineDoor({ getDeps, appSecrets: env.FACEBOOK_APP_SECRET, pageId: env.FACEBOOK_PAGE_ID }),
    pages,
    visit,
    assets,
    pictures: createKeptPictures(async () => (await getDeps()).pictures.store),
    ready,
    hosts: env,
    trustedProxies: env.TRUSTED_PROXIES,
  });
  const port = await listen(server, env.PORT);
  return {
    port,
    async close() {
      await (await getLiveDesk()).close(); // its streams would keep the server open
      await Promise.all([closeServer(server), listener.stop()]);
      await app.close();
    },
  };
}

/** `vite build` makes it of `lib/webview/visit.ts`. */
async function readVisitScript(): Promise<Versioned> {
  const body = await readFile(path.join(process.cwd(), 'dist', 'visit.js'));
  const version = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return { version, packed: await pack(body, 11) };
}

/** Makes Next forget the catalogue. Never throws: after three tries it says so, and the next change tries again. */
async function renewCatalogue(inside: Inside): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const headers = { [INSIDE_HEADER]: insideSecret() };
    const answer = await inside(INSIDE_PATH, { method: 'POST', headers }).catch((error: unknown) => error);
    if (!(answer instanceof Error) && isDone(answer)) return;
    logProblem('catalogue.not_renewed', answer, { attempt });
    await pause(100 * attempt);
  }
}

function isDone(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'status' in answer && answer.status === 204;
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The front door has no port.');
  return address.port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that a browser keeps open becomes idle only when its last answer is out.
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  const ending = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
  await closed;
  clearInterval(sweeping);
  clearTimeout(ending);
}
