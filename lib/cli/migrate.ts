import { closeHouse, getDeps, getEnv } from '@/lib/server/wiring';
import { exitWithoutConfiguration } from './configuration';

// Brings the database to the newest form; every start does the same.
exitWithoutConfiguration(getEnv);
try {
  await getDeps();
  process.stdout.write('The database has its newest form.\n');
} catch (error) {
  process.stderr.write(`The database could not be migrated: ${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exitCode = 1;
} finally {
  await closeHouse().catch(() => undefined); // what did not open needs no closing
}
