import { createHmac, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type Simulator, startSimulator } from '../simulator/server';
import { shopEnvironment } from '../simulator/shop-environment';
import { startHttpProxy } from './http-proxy';
import { type KillPoint, MessageCounter } from './message-counter';
import { startPostgresProxy } from './postgres-proxy';
import { getJson, type Kept, postJson, type Quoted, Till } from './till';
import { buildTill } from './till-build';

type Charge = { id: string; status: string; refunded: boolean };

/** A till behind numbered wires: database, Stripe and Graph API are reached through proxies that can end it. */
export async function startCrashWorld(template: { url: string; name: string }, seededBug: boolean) {
  const database = await createDatabase(template);
  const counter = new MessageCounter();
  // Webhooks go to an address that stays while the shop behind it dies and comes back. They are not numbered: the world
  // sends them, and sends them again.
  let till: Till | null = null;
  const front = await startHttpProxy(() => till?.origin ?? null, new MessageCounter());
  const simulator = await startSimulator({
    ports: { messenger: 0, stripe: 0 },
    shopOrigin: `http://127.0.0.1:${front.port}`,
    webhookRetryDelaysMs: [100, 500, 1000, 2000, 4000, 8000, 16_000, 32_000],
  });
  const direct = new Client({ connectionString: database.url });
  await direct.connect();

  /** Payments that were confirmed while our database did not know them. Must stay empty. */
  const unrecorded: string[] = [];
  const expectRecorded = async (id: string) => {
    const { rowCount } = await direct.query('select from payment_attempts where provider_payment_id = $1', [id]);
    if (!rowCount) unrecorded.push(id);
  };
  const stripe = await startHttpProxy(
    () => simulator.origins.stripe,
    counter,
    async (path) => {
      const id = /^\/v1\/payment_intents\/(pi_\w+)\/confirm/.exec(path)?.[1];
      if (id) await expectRecorded(id);
    },
  );
  const paypal = await startHttpProxy(
    () => simulator.origins.paypal,
    counter,
    async (path) => {
      const id = /^\/v2\/checkout\/orders\/(\w+)\/capture/.exec(path)?.[1];
      if (id) await expectRecorded(id);
    },
  );
  const graph = await startHttpProxy(() => simulator.origins.messenger, counter);
  const postgres = await startPostgresProxy(database.url, counter);
  const databaseUrl = new URL(database.url);
  databaseUrl.port = String(postgres.port);

  await subscribeToEchoes(simulator);
  const shop = new Till(await buildTill({ seededBug }), {
    ...shopEnvironment(simulator.origins, simulator.world.accounts),
    STRIPE_API_ORIGIN: `http://127.0.0.1:${stripe.port}`,
    PAYPAL_API_ORIGIN: `http://127.0.0.1:${paypal.port}`,
    GRAPH_API_ORIGIN: `http://127.0.0.1:${graph.port}`,
    DATABASE_URL: databaseUrl.toString(),
    ATTEMPT_LEASE_SECONDS: '1',
    LOG_LEVEL: 'silent',
    PORT: '0',
  });
  till = shop;
  await shop.start();

  const count = async (question: string) => Number((await direct.query(question)).rows[0]?.count);
  return {
    till: shop,
    counter,
    unrecorded,
    newPerson: () => newPerson(simulator.origins.messenger),
    newToken: (card = 'pm_card_visa') =>
      newToken(simulator.origins.stripe, simulator.world.accounts.stripe.secretKey, card),
    /** Messenger charges what its dialog shows, whatever happens to the shop meanwhile. */
    chargeInDialog: async ({ value }: Quoted) => {
      if (!value) return null;
      const { amountMinor, currency } = value.quote.total;
      const metadata = { request_id: value.attemptId };
      const charged = await simulator.chargeAsMessenger({ amountMinor, currency, card: 'visa', metadata });
      return charged.ok ? charged.chargeId : null;
    },
    keepCard: async (shopperId: string): Promise<Kept> => {
      const { value: customerId } = await shop.customer(shopperId);
      const methodId = await newKeptMethod(simulator, customerId);
      await shop.keep({ shopperId, customerId, methodId });
      return { shopperId, customerId, methodId };
    },
    /** She agrees on the provider's page, once; answers by which address she comes back, null when she did so before. */
    approveAt: (way: 'paypal' | 'hosted', url: string) => approveAt(way, url),
    /** Whoever is asked by her bank says yes. */
    bankSaysYes: async () => {
      const open =
        "select provider_payment_id as id from payment_attempts where status = 'open' and provider_payment_id like 'pi_%'";
      const headers = { authorization: `Bearer ${simulator.world.accounts.stripe.secretKey}` };
      for (const { id } of (await direct.query(open)).rows) {
        const intent = await fetch(`${simulator.origins.stripe}/v1/payment_intents/${id}`, { headers });
        const [, source] = /"source":\s*"(\w+)"|challenge\/(\w+)/.exec(await intent.text())?.filter(Boolean) ?? [];
        const body = new URLSearchParams({ result: 'complete' });
        if (source)
          await fetch(`${simulator.origins.stripe}/challenge/${source}`, { method: 'POST', body, redirect: 'manual' });
      }
    },
    openAttempts: () => count("select count(*) from payment_attempts where status = 'open'"),
    /** Messages of one person that did not leave yet. */
    waitingFor: async (shopperId: string) => {
      const waiting = "select from outgoing_messages where status in ('waiting', 'sending') and shopper_id = $1";
      return (await direct.query(waiting, [shopperId])).rowCount ?? 0;
    },
    waitingMessages: () => count("select count(*) from outgoing_messages where status in ('waiting', 'sending')"),
    waitingEvents: () => count("select count(*) from webhook_events where status = 'waiting'"),
    charges: async () => {
      const { charges } = await getJson<{ charges: Charge[] }>(`${simulator.origins.stripe}/control/stripe/charges`);
      const { captures } = await getJson<{ captures: { id: string; status: string }[] }>(
        `${simulator.origins.paypal}/control/paypal/captures`,
      );
      const moved = captures.map(({ id, status }) => ({
        id,
        status: status === 'DECLINED' ? 'failed' : 'succeeded',
        refunded: status === 'REFUNDED',
      }));
      return [...charges, ...moved];
    },
    receipts: async (psid: string) =>
      countReceipts(await getJson(`${simulator.origins.messenger}/control/threads/${psid}`)),
    close: async () => {
      await shop.kill();
      await direct.end();
      await Promise.all([
        front.close(),
        stripe.close(),
        paypal.close(),
        graph.close(),
        postgres.close(),
        simulator.close(),
      ]);
      await database.drop();
    },
  };
}
export type CrashWorld = Awaited<ReturnType<typeof startCrashWorld>>;

async function createDatabase(template: { url: string; name: string }) {
  const name = `test_${Math.floor(Date.now() / 1000)}_${randomBytes(5).toString('hex')}`;
  const asAdmin = async (statement: string) => {
    const client = new Client({ connectionString: template.url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await asAdmin(`create database ${name} template ${template.name}`);
  const url = new URL(template.url);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
}

/** Only what the proof needs: a shop that also answers what people write would drown it. */
async function subscribeToEchoes({ origins, world: { accounts } }: Simulator): Promise<void> {
  const proof = createHmac('sha256', accounts.app.secret).update(accounts.page.accessToken).digest('hex');
  const query = new URLSearchParams({
    access_token: accounts.page.accessToken,
    appsecret_proof: proof,
    subscribed_fields: 'message_echoes',
  });
  const answer = await fetch(`${origins.messenger}/v26.0/${accounts.page.id}/subscribed_apps?${query}`, {
    method: 'POST',
  });
  if (!answer.ok) throw new Error(`the subscription was refused: ${await answer.text()}`);
}

async function newPerson(messenger: string): Promise<string> {
  const { psid } = await postJson<{ psid: string }>(`${messenger}/control/shoppers`, {
    name: 'Ada Proof',
    locale: 'de_DE',
  });
  // She has written to the shop: the window for messages is open.
  await postJson(`${messenger}/control/threads/${psid}/text`, { text: 'hello' });
  return psid;
}

async function newToken(stripe: string, secretKey: string, card: string): Promise<string> {
  const answer = await fetch(`${stripe}/v1/test_helpers/confirmation_tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ payment_method: card }),
  });
  const { id }: { id: string } = await answer.json();
  return id;
}

async function newKeptMethod({ origins, world }: Simulator, customer: string): Promise<string> {
  const answer = await fetch(`${origins.stripe}/v1/payment_methods/pm_card_visa/attach`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${world.accounts.stripe.secretKey}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ customer }),
  });
  const { id }: { id: string } = await answer.json();
  return id;
}

async function approveAt(way: 'paypal' | 'hosted', url: string): Promise<string | null> {
  const card = { number: '4242424242424242', expiry: '12 / 34', cvc: '123' };
  const body = new URLSearchParams(way === 'paypal' ? { result: 'pay' } : card);
  const sent = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  const back = sent.headers.get('location');
  return back ? new URL(back).searchParams.get('back') : null;
}

function countReceipts(thread: unknown): number {
  return JSON.stringify(thread).split('"kind":"receipt"').length - 1;
}

export type { KillPoint };
