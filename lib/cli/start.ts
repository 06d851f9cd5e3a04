import { announceFirstOwnerAtStart } from '@/lib/server/first-owner';
import { openFront } from '@/lib/server/front/open-front';
import { adoptConsole, logEvent, logProblem, setLogLevel } from '@/lib/server/log';
import { checkReady } from '@/lib/server/ready';
import { closeHouse, getDeps, getEnv, getPool } from '@/lib/server/wiring';
import { startWorker } from '@/lib/server/worker';
import { exitWithoutConfiguration, exitWithUnsafeDatabase } from './configuration';
import { onFarewell } from './farewell';

// The production entry: migrates, opens the shop's front door, works in the background unless WORKER=off.
const env = exitWithoutConfiguration(getEnv);
setLogLevel(env.LOG_LEVEL);
const deps = await getDeps();
const pool = await getPool();
await exitWithUnsafeDatabase(pool, env.STRIPE_SECRET_KEY);
const worker = env.WORKER === 'on' ? startWorker(deps) : null;
const listenUrl = env.DATABASE_URL_DIRECT ?? pool.options.connectionString ?? '';
const front = await openFront(env, listenUrl, checkReady);
adoptConsole();

process.on('unhandledRejection', (error) => logProblem('process.unhandled_rejection', error));

onFarewell(async () => {
  logEvent('shop.closing');
  await front.close();
  await worker?.stop();
  await closeHouse();
});

process.stdout.write(`Kiosk listens on http://localhost:${front.port} (${env.PUBLIC_URL})\n`);
await announceFirstOwnerAtStart();
