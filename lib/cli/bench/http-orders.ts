import { randomBytes } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { z } from 'zod';
import { openDatabase } from '@/lib/db/client';
import { EXAMPLE_DETAILS } from '@/lib/domain/cart/example-details';
import type { ShopperId } from '@/lib/domain/ids';
import type { Money } from '@/lib/domain/money';
import { newSession } from '@/lib/server/session-cookie';
import type { BareOrders } from './bare-orders';
import { CHECKOUT, fillCarts, makeDeps, totalOf } from './buyers';
import { type RunningServer, startShopAmongDoubles } from './servers';
import { type Figure, printFigures, quantile } from './table';

const CLIENTS = [1, 8];
const ORDERS_A_CLIENT = 120;
const WARM_UP = 60;

type Buyer = { cookie: string; token: string };
type Shop = RunningServer & { env: NodeJS.Dict<string> };

/**
 * Orders over HTTP, through the whole door of the production build, with Stripe's double on the other side of another socket:
 * payment object, confirmation and its events. The doubles share the cores with the shop.
 */
export async function measureHttpOrders(databaseUrl: string, floor: BareOrders): Promise<Figure[]> {
  const database = openDatabase(databaseUrl, { maxConnections: 16 });
  const deps = makeDeps(database.db);
  const shop = await startShopAmongDoubles(databaseUrl);
  const figures: Figure[] = [];
  const buyers = async (prefix: string, count: number) => {
    const shopperIds = await fillCarts(deps, prefix, count);
    return { total: await totalOf(deps, shopperIds), buyers: await signIn(database.pool, shop, shopperIds) };
  };
  try {
    await order(shop, await buyers('http-warm-up', WARM_UP), 4);
    for (const clients of CLIENTS) {
      await untilQuiet(database.pool);
      const floorPerSecond = await floor.perSecond(clients, clients * ORDERS_A_CLIENT);
      const asked = await buyers(`http-${clients}-`, clients * ORDERS_A_CLIENT);
      figures.push({ ...(await order(shop, asked, clients)), floorPerSecond });
    }
  } finally {
    await shop.stop();
    await database.close();
  }
  printFigures('Orders over HTTP, with the doubles', 'bare SQL, the same rows in one transaction', figures);
  return figures;
}

/** Until receipts, mails and events of what was bought have left: the floor shall not share the machine with them. */
async function untilQuiet(pool: Pool): Promise<void> {
  const waiting = async () => {
    const { rows } = await pool.query<{ count: number }>(
      `select ((select count(*) from outgoing_messages where status in ('waiting', 'sending'))
        + (select count(*) from outgoing_mails where status in ('waiting', 'sending'))
        + (select count(*) from webhook_events where status = 'waiting'))::int as count`,
    );
    return rows[0]?.count;
  };
  while ((await waiting()) !== 0) await pause(100);
}

/** A session and a confirmed choice of card for each, made before the clock runs. */
async function signIn(pool: Pool, { env }: Shop, shopperIds: ShopperId[]): Promise<Buyer[]> {
  const buyers: Buyer[] = [];
  for (const shopperId of shopperIds) {
    const { cookieValue, tokenHash } = newSession([env.SESSION_KEYS ?? ''], 'kiosk_session');
    await pool.query(
      `insert into shopper_sessions (token_hash, shopper_id, created_at, expires_at)
       values ($1, $2, now(), now() + interval '1 day')`,
      [tokenHash, shopperId],
    );
    buyers.push({ cookie: `kiosk_session=${cookieValue}`, token: await newToken(env) });
  }
  return buyers;
}

async function newToken(env: NodeJS.Dict<string>): Promise<string> {
  const answer = await fetch(`${env.STRIPE_API_ORIGIN}/v1/test_helpers/confirmation_tokens`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${env.STRIPE_SECRET_KEY}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ payment_method: 'pm_card_visa' }),
  });
  return z.object({ id: z.string() }).parse(await answer.json()).id;
}

async function order(shop: Shop, asked: { buyers: Buyer[]; total: Money }, clients: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const waiting = [...asked.buyers];
  const tookMs: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let buyer = waiting.pop(); buyer; buyer = waiting.pop()) {
        const start = performance.now();
        await confirm(shop, agent, { ...buyer, total: asked.total });
        tookMs.push(performance.now() - start);
      }
    }),
  );
  const perSecond = asked.buyers.length / ((performance.now() - began) / 1000);
  agent.destroy();
  const what = `${clients} client${clients > 1 ? 's' : ''}`;
  return { what, perSecond, p50Ms: quantile(tookMs, 0.5), p99Ms: quantile(tookMs, 0.99) };
}

async function confirm({ origin }: Shop, agent: Agent, { cookie, token, total }: Buyer & { total: Money }) {
  const body = JSON.stringify({
    way: 'card',
    market: CHECKOUT.marketId,
    requestId: randomBytes(16).toString('base64url'),
    agreedTotal: total,
    details: EXAMPLE_DETAILS,
    shippingOptionId: CHECKOUT.shippingOptionId,
    confirmationToken: token,
  });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie, origin };
  const said = await new Promise<string>((resolve, reject) => {
    const asked = httpRequest(`${origin}/api/checkout/confirm`, { method: 'POST', agent, headers }, (answer) => {
      buffer(answer).then((bytes) => resolve(bytes.toString('utf8')), reject);
    });
    asked.on('error', reject).end(body);
  });
  if (!said.includes('"is":"paid"')) throw new Error(`an order was refused: ${said.slice(0, 300)}`);
}
