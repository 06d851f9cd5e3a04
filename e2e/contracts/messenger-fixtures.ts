import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { z } from 'zod';
import { startSimulator, type Simulator, type SimulatorOptions } from '@/e2e/simulator/server';
import type { Accounts } from '@/e2e/simulator/world/world';

const folder = path.join(import.meta.dirname, 'messenger-vectors');

export function readVector<Shape>(name: string, shape: z.ZodType<Shape>): Shape {
  return shape.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
}

export function vectorNames(part: string): string[] {
  return readdirSync(path.join(folder, part)).filter((name) => name.endsWith('.json')).map((name) => `${part}/${name}`);
}

/** The world of the vectors: its app, its Page, its token. */
export const fixtureAccounts: Accounts = {
  app: { id: '1602000000000012', secret: '7d1c0f5e9ab24c6681f3aa0027be54d9', verifyToken: 'fixture-verify-token' },
  page: { id: '104201609120001', name: 'Lantern Lane Goods', username: 'lanternlane', accessToken: 'TEST_PAGE_TOKEN' },
  ads: { accountId: '1000000000000001', accessToken: 'TEST_MARKETING_TOKEN' },
  stripe: { secretKey: 'sk_test_fixture1', publishableKey: 'pk_test_fixture1', webhookSecret: 'whsec_fixture1' },
};

/** From `appsecret-proof.json`, for the token and the secret above. */
export const fixtureProof = '22dcbf7be8ee52fbb9517dd4f9cf9c6ef9059e35fedffda775c8de1dddfc5438';

export const ada = '4016091200000001';
export const ben = '4016091200000002';

export type Received = { headers: IncomingHttpHeaders; raw: string };
export type Reply = { status: number; body?: string };

/** A shop that writes down what Messenger tells it and answers as told. */
export async function openShop() {
  const received: Received[] = [];
  const replies: Reply[] = [];
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop');
    const page = pages.get(url.pathname);
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      return;
    }
    if (request.method === 'GET') {
      const right = url.searchParams.get('hub.verify_token') === fixtureAccounts.app.verifyToken;
      response.writeHead(right ? 200 : 403).end(right ? url.searchParams.get('hub.challenge') : '');
      return;
    }
    let raw = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      raw += part;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, raw });
      const reply = replies.shift() ?? { status: 200 };
      response.writeHead(reply.status).end(reply.body ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The shop has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    received,
    replies,
    pages,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Answered = { status: number; json: unknown };

export async function callJson(url: string, init: { method?: string; json?: unknown } = {}): Promise<Answered> {
  const answer = await fetch(url, {
    method: init.method ?? (init.json === undefined ? 'GET' : 'POST'),
    ...(init.json === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(init.json) }),
  });
  return { status: answer.status, json: await answer.json() };
}

export type Bench = Awaited<ReturnType<typeof openBench>>;

/** A simulator with the vectors' accounts, a listening shop, and short ways to both. */
export async function openBench(options: Partial<SimulatorOptions> = {}) {
  const shop = await openShop();
  const simulator: Simulator = await startSimulator({
    ports: { messenger: 0, stripe: 0 },
    shopOrigin: shop.origin,
    accounts: fixtureAccounts,
    webhookRetryDelaysMs: [0, 10, 20, 40],
    ...options,
  });
  const origin = simulator.origins.messenger;
  const graph = (call: string, json?: unknown, method?: string) => {
    const url = new URL(`${origin}${call}`);
    url.searchParams.set('access_token', 'TEST_PAGE_TOKEN');
    url.searchParams.set('appsecret_proof', fixtureProof);
    return callJson(url.href, { json, ...(method ? { method } : {}) });
  };
  const lever = (path: string, json: unknown) => callJson(`${origin}/control/${path}`, { json });
  return {
    shop,
    simulator,
    origin,
    graph,
    lever,
    /** Says something as Ada, so that the Page may answer. */
    greet: (psid = ada) => lever(`threads/${psid}/text`, { text: 'hello' }),
    settled: () => lever('webhooks/settled', {}),
    close: async () => {
      await simulator.close();
      await shop.close();
    },
  };
}
