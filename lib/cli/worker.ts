import { setLogLevel } from '@/lib/server/log';
import { closeHouse, getDeps, getEnv, getPool } from '@/lib/server/wiring';
import { startWorker } from '@/lib/server/worker';
import { exitWithoutConfiguration, exitWithUnsafeDatabase } from './configuration';
import { onFarewell } from './farewell';

// The background jobs in a process of their own, beside shops that run with WORKER=off.
const env = exitWithoutConfiguration(getEnv);
setLogLevel(env.LOG_LEVEL);
const deps = await getDeps();
await exitWithUnsafeDatabase(await getPool(), env.STRIPE_SECRET_KEY);
const worker = startWorker(deps);
process.stdout.write('Kiosk’s worker runs\n');

onFarewell(async () => {
  await worker.stop();
  await closeHouse();
});
