import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { Pool } from 'pg';
import { BENCH_PAGE, type RunningServer, startFloor } from './servers';
import { type Figure, printFigures, quantile } from './table';

const CONNECTIONS = 16;
const COUNT = 3_000;
const WARM_UP = 1_000;

type Signed = { body: string; signature: string };

/** How many signed events a second are stored and then acknowledged, beside the two floors it cannot beat. */
export async function measureWebhooks(shop: RunningServer, databaseUrl: string): Promise<Figure[]> {
  const floor = await startFloor(14);
  await post(`${floor.origin}/`, makeEvents(WARM_UP));
  const bare = await post(`${floor.origin}/`, makeEvents(COUNT));
  await floor.stop();
  const sql = await insertBare(databaseUrl);
  const door = `${shop.origin}/api/messenger/webhook`;
  await post(door, makeEvents(WARM_UP));
  const ours = await post(door, makeEvents(COUNT));
  const figure = { perSecond: ours.perSecond, p50Ms: ours.p50Ms, p99Ms: ours.p99Ms };
  const figures = [
    { what: `acknowledged, beside bare node:http`, ...figure, floorPerSecond: bare.perSecond },
    { what: `acknowledged, beside bare inserts`, ...figure, floorPerSecond: sql },
  ];
  printFigures(`Webhooks, ${CONNECTIONS} connections`, 'as named', figures);
  return figures;
}

function makeEvents(count: number): Signed[] {
  return Array.from({ length: count }, (_, at) => {
    const person = {
      sender: { id: String(4_016_091_200_000_000 + at) },
      recipient: { id: BENCH_PAGE.id },
      timestamp: Date.now(),
    };
    const message = { mid: `m_${randomUUID()}`, text: 'Habt ihr Drucke mit Bergen?' };
    const entry = [{ id: BENCH_PAGE.id, time: Date.now(), messaging: [{ ...person, message }] }];
    const body = JSON.stringify({ object: 'page', entry });
    return { body, signature: `sha256=${createHmac('sha256', BENCH_PAGE.appSecret).update(body).digest('hex')}` };
  });
}

async function post(url: string, events: Signed[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waiting = [...events];
  const tookMs: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let event = waiting.pop(); event; event = waiting.pop()) {
        const start = performance.now();
        await postOne(url, event, agent);
        tookMs.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { perSecond: events.length / seconds, p50Ms: quantile(tookMs, 0.5), p99Ms: quantile(tookMs, 0.99) };
}

function postOne(url: string, { body, signature }: Signed, agent: Agent): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-hub-signature-256': signature,
  };
  return new Promise((resolve, reject) => {
    const asked = httpRequest(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    });
    asked.on('error', reject).end(body);
  });
}

/** One row a commit, by as many connections. */
async function insertBare(databaseUrl: string): Promise<number> {
  const pool = new Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  await pool.query('create table if not exists bench_events (id text primary key, payload jsonb not null)');
  let left = COUNT;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0)
        await pool.query('insert into bench_events values ($1, $2)', [randomUUID(), '{"text":"hallo"}']);
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await pool.query('drop table bench_events');
  await pool.end();
  return COUNT / seconds;
}
