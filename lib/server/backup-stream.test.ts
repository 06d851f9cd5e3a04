import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { insertMerchant } from '@/lib/db/merchants';
import { addPicture } from '@/lib/flows/add-picture';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { readBackupFile } from './backup-file';

const world = vi.hoisted(() => ({ deps: {} as object, key: '' }));
vi.mock('server-only', () => ({}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getEnv: () => ({ ENCRYPTION_KEYS: [world.key] }),
}));

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  Object.assign(world, { deps: house.deps, key: randomBytes(32).toString('base64') });
  const greta = { id: 'greta', name: 'Greta', email: 'greta@shop.example', passwordHash: '-' } as const;
  await insertMerchant(house.deps.db, { ...greta, role: 'owner', at: new Date() });
  // Seven renditions of half a megabyte: more than is written ahead of a reader.
  await addPicture(house.deps, { bytes: randomBytes(500_000), merchantId: 'greta' });
});
afterEach(() => house.drop());

const stream = async () => (await import('./backup-stream')).streamBackup('greta');

it('gives the whole file to whoever reads it, however large the pieces', async () => {
  const records: string[] = [];
  for await (const record of readBackupFile(await stream(), [world.key])) records.push(record.is);
  expect(records.filter((is) => is === 'picture')).toHaveLength(7);
  expect(records.at(-1)).toBe('end');
  expect(house.events).toContain('backup.taken');
});

it('reads no further than somebody reads, and ends with her', async () => {
  const reading = (await stream()).getReader();
  expect((await reading.read()).done).toBe(false);
  await vi.waitFor(() => expect(house.events).toContain('backup.begun'));
  await reading.cancel();
  const { pool } = house.database.open;
  await vi.waitFor(() => expect(pool.idleCount).toBe(pool.totalCount));
  expect(house.events).not.toContain('backup.taken');
});
