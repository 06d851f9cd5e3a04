import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Pool } from 'pg';
import { migrateDatabase, type OpenDatabase, openDatabase } from '@/lib/db/client';
import { findOrStartEmbeddedPostgres } from '@/lib/db/embedded';
import { createSealer } from '@/lib/db/sealed';
import type { Deps } from '@/lib/flows/deps';
import { createMailSender } from '@/lib/mail/mail-sender';
import { createFolderStore } from '@/lib/media/folder-store';
import { createPictureMaker } from '@/lib/media/picture-maker';
import { createS3Store } from '@/lib/media/s3-store';
import { type AdPlatformOptions, createAdPlatform } from '@/lib/messenger/marketing-api';
import { createMessageSender, drawsShareButtons } from '@/lib/messenger/send-api';
import { createThreadControl } from '@/lib/messenger/thread-control';
import { paperPress } from '@/lib/papers/paper-press';
import { createPaypalDisputeDesk } from '@/lib/paypal/dispute-desk';
import { createPaypalGateway } from '@/lib/paypal/payment-gateway';
import { createCardKeeper } from '@/lib/stripe/card-keeper';
import { createStripeDisputeDesk } from '@/lib/stripe/dispute-desk';
import { createStripeGateway } from '@/lib/stripe/payment-gateway';
import { type Env, readEnv } from './env';
import { LiveDesk } from './live';
import { logEvent } from './log';
import { wakeWorker } from './wake';

type House = { env: Env; database: OpenDatabase; deps: Deps; live: LiveDesk; close: () => Promise<void> };

// The production entry and Next's bundle are two copies of this file in one process: they share the house.
const shelf = globalThis as typeof globalThis & { __kioskHouse?: Promise<House>; __kioskEnv?: Env };

/** The configuration, read once for the process. Throws with the names of missing variables. */
export function getEnv(): Env {
  shelf.__kioskEnv ??= readEnv();
  return shelf.__kioskEnv;
}

/** What flows work with: opened on first use, migrated, one for the process. A failed start is tried again at the next call. */
export async function getDeps(): Promise<Deps> {
  return (await getHouse()).deps;
}

export async function getPool(): Promise<Pool> {
  return (await getHouse()).database.pool;
}

/** Where open desks hear what has changed; one ear at the database for the process. */
export async function getLiveDesk(): Promise<LiveDesk> {
  return (await getHouse()).live;
}

/** Closes pool and embedded server, where this process opened them. */
export async function closeHouse(): Promise<void> {
  const house = shelf.__kioskHouse;
  if (!house) return;
  delete shelf.__kioskHouse;
  await (await house).close();
}

function getHouse(): Promise<House> {
  shelf.__kioskHouse ??= openHouse().catch((error: unknown) => {
    delete shelf.__kioskHouse;
    throw error;
  });
  return shelf.__kioskHouse;
}

async function openHouse(): Promise<House> {
  const env = getEnv();
  const embedded = env.DATABASE_URL ? null : await findOrStartEmbeddedPostgres(env.DATA_DIR);
  const database = openDatabase(env.DATABASE_URL ?? embedded?.shortUrl ?? '');
  await migrateDatabase(database);
  const live = new LiveDesk(() => env.DATABASE_URL_DIRECT ?? database.pool.options.connectionString ?? '');
  const close = async () => {
    await live.close();
    await database.close();
    await embedded?.stop();
  };
  return { env, database, deps: wire(env, database), live, close };
}

function adPlatformOptions(env: Env, ads: NonNullable<Env['ads']>): AdPlatformOptions {
  return {
    ...ads,
    origin: env.GRAPH_API_ORIGIN,
    version: env.GRAPH_API_VERSION,
    appSecret: env.FACEBOOK_APP_SECRET[0],
    pageId: env.FACEBOOK_PAGE_ID,
    drawsQuickReplies: drawsShareButtons(env.GRAPH_API_VERSION),
  };
}

function wire(env: Env, database: OpenDatabase): Deps {
  const stripe = {
    secretKey: env.STRIPE_SECRET_KEY,
    apiOrigin: env.STRIPE_API_ORIGIN,
    keyRefused: () => logEvent('alarm.payment_key_refused', { provider: 'stripe' }),
  };
  const graph = {
    origin: env.GRAPH_API_ORIGIN,
    version: env.GRAPH_API_VERSION,
    pageAccessToken: env.FACEBOOK_PAGE_ACCESS_TOKEN,
    appSecret: env.FACEBOOK_APP_SECRET[0],
  };
  return {
    db: database.db,
    payments: { stripe: createStripeGateway(stripe), paypal: env.paypal && createPaypalGateway(env.paypal) },
    cards: createCardKeeper(stripe),
    disputes: {
      stripe: createStripeDisputeDesk(stripe),
      ...(env.paypal ? { paypal: createPaypalDisputeDesk(env.paypal) } : {}),
    },
    papers: paperPress,
    messenger: createMessageSender({
      ...graph,
      publicUrl: env.PUBLIC_URL,
      page: { id: env.FACEBOOK_PAGE_ID, linksUrl: env.MESSENGER_LINKS_URL },
    }),
    threads: createThreadControl(graph),
    mail: env.mail && createMailSender(env.mail),
    ads: env.ads && createAdPlatform(adPlatformOptions(env, env.ads)),
    sealer: createSealer(env.ENCRYPTION_KEYS),
    pictures: {
      maker: createPictureMaker(),
      store: env.bucket ? createS3Store(env.bucket) : createFolderStore(path.join(env.DATA_DIR, 'pictures')),
    },
    newId: () => randomBytes(16).toString('base64url'),
    now: () => new Date(),
    log: logEvent,
    wake: wakeWorker,
    shopUrl: env.PUBLIC_URL,
    page: {
      id: env.FACEBOOK_PAGE_ID,
      appId: env.FACEBOOK_APP_ID,
      linksUrl: env.MESSENGER_LINKS_URL,
      drawsShare: drawsShareButtons(env.GRAPH_API_VERSION),
    },
    livemode: /^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY),
    attemptLeaseSeconds: env.ATTEMPT_LEASE_SECONDS,
  };
}
