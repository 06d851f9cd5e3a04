import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { migrateDatabase, type OpenDatabase, openDatabase } from '@/lib/db/client';
import { type EmbeddedPostgres, findOrStartEmbeddedPostgres } from '@/lib/db/embedded';

declare module 'vitest' {
  interface ProvidedContext {
    testTemplate: { url: string; shortUrl: string; name: string };
  }
}

export type TestDatabase = { open: OpenDatabase; url: string; drop(): Promise<void> };

/** A migrated database of the test's own, copied from a template (some 26 ms). `drop` closes `open` and removes it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = inject('testTemplate');
  const name = `test_${Math.floor(Date.now() / 1000)}_${randomBytes(5).toString('hex')}`;
  await asAdmin(template.url, (client) =>
    client.query(`create database ${name} template ${template.name} strategy file_copy`),
  );
  const url = withDatabase(template.url, name);
  // A busy machine is not a broken database: what a test asks for may take its time.
  const open = openDatabase(withDatabase(template.shortUrl, name), {
    connectTimeoutMs: 30_000,
    queryTimeoutMs: 30_000,
  });
  return {
    open,
    url,
    async drop() {
      await open.close();
      await asAdmin(template.url, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/**
 * Vitest's global set-up: one server for the whole run, shared with other runs of the same checkout, and a template
 * that is made anew only when a migration is.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const name = await prepareTemplate(server.url);
  project.provide('testTemplate', { url: server.url, shortUrl: server.shortUrl, name });
  return () => server.stop();
}

function startTestServer(): Promise<EmbeddedPostgres> {
  const checkout = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12);
  return findOrStartEmbeddedPostgres(path.join(testFolder(), `kiosk-tests-${userInfo().uid}-${checkout}`));
}

const MEMORY = '/dev/shm';
const ROOM_BYTES = 3 * 2 ** 30; // its WAL alone may grow to one gibibyte

/**
 * Each test makes a database of some 560 files and drops it again. On a disk file system that is slow in itself: ext4
 * looks for an inode that was not deleted in the last minute, and passes over all the others (seen: 330 ms a database).
 */
function testFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir(); // a system without it
  }
}

const TEMPLATE_LOCK = 4_017_003;

async function prepareTemplate(url: string): Promise<string> {
  const name = `template_${migrationsHash()}`;
  await asAdmin(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await hurry(client);
    await dropForgotten(client);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const half = `${name}_half`;
    await client.query(`drop database if exists ${half} with (force)`);
    await client.query(`create database ${half}`);
    const open = openDatabase(withDatabase(url, half));
    await migrateDatabase(open);
    await open.close();
    await client.query(`alter database ${half} rename to ${name}`);
  });
  return name;
}

/** Test databases need not outlive a power cut: without waiting for the disk a copy takes a fifth of the time. */
async function hurry(client: Client): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await client.query(`alter system set ${setting} = off`);
  }
  await client.query('select pg_reload_conf()');
}

/** Databases of runs that were killed, more than an hour ago. */
async function dropForgotten(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^test_[0-9]+_'`,
  );
  const anHourAgo = Date.now() / 1000 - 3600;
  for (const { datname } of rows) {
    if (Number(datname.split('_')[1]) < anHourAgo)
      await client.query(`drop database if exists ${datname} with (force)`);
  }
}

function migrationsHash(): string {
  const folder = path.join(process.cwd(), 'lib', 'db', 'migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    hash.update(file).update(readFileSync(path.join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function asAdmin<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}
