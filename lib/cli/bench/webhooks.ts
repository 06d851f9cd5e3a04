import { createHmac, randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { type Driven, drive, postBytes } from './lean-client';
import { BENCH_PAGE, type RunningServer, startSigningFloor } from './servers';
import { type Figure, printFigures } from './table';

const CONNECTIONS = 16;
const COUNT = 6_000;
const WARM_UP = 3_000;
const ROUNDS = 3;

/** What must hold: so many a second, or this share of the floor in the same run; and no answer slower than this. */
const GOAL = { perSecond: 4_500, ratio: 0.3, p99Ms: 50 };

/**
 * How many signed events a second are stored and then acknowledged, beside two floors: a bare node:http that checks the
 * signature and stores nothing, and bare inserts. Shop and floor take turns, and the middle round counts.
 */
export async function measureWebhooks(shop: RunningServer, databaseUrl: string): Promise<Figure[]> {
  const floor = await startSigningFloor();
  const places = { floor: `${floor.origin}/`, shop: `${shop.origin}/api/messenger/webhook` };
  const told: Record<keyof typeof places, Driven[]> = { floor: [], shop: [] };
  for (const name of ['floor', 'shop'] as const)
    await drive(places[name], makeEvents(places[name], WARM_UP), CONNECTIONS);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of ['floor', 'shop'] as const)
      told[name].push(await drive(places[name], makeEvents(places[name], COUNT), CONNECTIONS));
  await floor.stop();
  const [bare, ours] = [middle(told.floor), middle(told.shop)];
  const sql = await insertBare(databaseUrl);
  const figures = [
    { what: 'acknowledged, beside bare node:http with HMAC', ...ours, floorPerSecond: bare.perSecond },
    { what: 'acknowledged, beside bare inserts', ...ours, floorPerSecond: sql },
  ];
  printFigures(`Webhooks, ${CONNECTIONS} connections`, 'as named', figures);
  const isFast = ours.perSecond >= GOAL.perSecond || ours.perSecond >= GOAL.ratio * bare.perSecond;
  const holds = isFast && ours.p99Ms <= GOAL.p99Ms;
  const goal = `${GOAL.perSecond}/s or ${GOAL.ratio} of the floor, p99 at most ${GOAL.p99Ms} ms`;
  process.stdout.write(`${holds ? 'holds' : 'DOES NOT HOLD'}: ${goal}\n`);
  return figures;
}

/** The round of the middle speed. */
function middle(rounds: Driven[]): Driven {
  const sorted = [...rounds].sort((a, b) => a.perSecond - b.perSecond);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new Error('nothing was measured');
  return found;
}

function makeEvents(url: string, count: number): Buffer[] {
  return Array.from({ length: count }, (_, at) => {
    const person = {
      sender: { id: String(4_016_091_200_000_000 + at) },
      recipient: { id: BENCH_PAGE.id },
      timestamp: Date.now(),
    };
    const message = { mid: `m_${randomUUID()}`, text: 'Habt ihr Drucke mit Bergen?' };
    const entry = [{ id: BENCH_PAGE.id, time: Date.now(), messaging: [{ ...person, message }] }];
    const body = JSON.stringify({ object: 'page', entry });
    const signature = createHmac('sha256', BENCH_PAGE.appSecret).update(body).digest('hex');
    return postBytes(url, body, { 'x-hub-signature-256': `sha256=${signature}` });
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
