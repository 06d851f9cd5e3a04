import { openDataHouse } from '@/lib/server/data-house';

// Brings the database to the newest form; every start does the same.
try {
  const house = await openDataHouse();
  process.stdout.write('The database has its newest form.\n');
  await house.close();
} catch (error) {
  process.stderr.write(`The database could not be migrated: ${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exitCode = 1;
}
