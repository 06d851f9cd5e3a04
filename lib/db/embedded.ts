import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { exists } from './postgres-binaries';
import { type Cluster, openCluster } from './postgres-cluster';
import {
  disownPidFile,
  lastWords,
  launchServer,
  readPidFile,
  type Server,
  socketFolderOf,
  stateOf,
} from './postgres-process';

/**
 * `url` is a port of this machine; `shortUrl` its Unix socket where there is one: a question costs a quarter less there.
 * `stop` leaves the server to those who still use it; the last one to leave ends it.
 */
export type EmbeddedPostgres = { url: string; shortUrl: string; stop(): Promise<void>; startedHere: boolean };

const PRESENCE = 'kiosk-presence';
const PRESENCE_LOCK = 4_017_002;
const START_PATIENCE_MS = 60_000;
const LIFELESS_PATIENCE_MS = 10_000;
const LEAVE_PATIENCE_MS = 1_000;

/**
 * The Postgres that lives in `dataDir`: joined when it runs (also one left by a killed launcher), started otherwise,
 * created when there is none. A real server on 127.0.0.1 with fsync on, at a port that the system chooses; any number
 * of processes may call this at once. While it is in use here it is brought up again should it die, at the same port.
 * Throws when the server cannot be brought up, with what it said.
 */
export async function findOrStartEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(dataDir);
  let joining = joinOrStart(cluster);
  let left = false;
  const rejoinWhenItDies = ({ presence }: Joined) =>
    presence.client.once('end', () => {
      if (left) return;
      joining = joinOrStart(cluster);
      joining.then(rejoinWhenItDies, () => undefined); // its users hear from their own queries
    });
  const joined = await joining;
  rejoinWhenItDies(joined);
  const url = `postgres://kiosk:${cluster.password}@127.0.0.1:${joined.server.port}/kiosk`;
  return {
    url,
    shortUrl: (await socketUrlOf(cluster, joined.server)) ?? url,
    startedHere: joined.startedHere,
    async stop() {
      if (left) return;
      left = true;
      const present = await joining.catch(() => null); // it died and could not be brought up: nothing to leave
      if (present) await leave(cluster, present);
    },
  };
}

// One that an earlier version started has none.
async function socketUrlOf(cluster: Cluster, { port }: Server): Promise<string | null> {
  const folder = socketFolderOf(cluster);
  if (!folder || !(await exists(path.join(folder, `.s.PGSQL.${port}`)))) return null;
  return `postgres://kiosk:${cluster.password}@localhost/kiosk?${new URLSearchParams({ host: folder, port: String(port) })}`;
}

type Presence = { client: Client; socket: Socket };
type Joined = { server: Server; presence: Presence; startedHere: boolean };

async function joinOrStart(cluster: Cluster): Promise<Joined> {
  const beginning = Date.now();
  let lastSignOfLife = beginning;
  let child: ChildProcess | undefined;
  while (Date.now() < beginning + START_PATIENCE_MS && Date.now() < lastSignOfLife + LIFELESS_PATIENCE_MS) {
    const server = await readPidFile(cluster);
    const state = server ? await stateOf(cluster, server) : 'dead';
    if (server && state === 'foreign') await disownPidFile(cluster, server);
    if (server && state === 'ours') {
      lastSignOfLife = Date.now();
      const presence = await join(cluster, server.port);
      if (presence) {
        child?.unref();
        return { server, presence, startedHere: child?.pid === server.pid };
      }
    } else if (!child || child.exitCode !== null || child.signalCode !== null) {
      child = await launchServer(cluster, server?.port);
    }
    await pause(25);
  }
  throw new Error(`The embedded database in ${cluster.folder} did not start. It said:\n${await lastWords(cluster)}`);
}

/** Connects and says "here" by a shared lock. Null while the server is not ready: the caller looks again. */
async function join(cluster: Cluster, port: number): Promise<Presence | null> {
  const account = { host: '127.0.0.1', port, user: 'kiosk', password: cluster.password, database: 'postgres' };
  const socket = new Socket();
  const manners = { application_name: PRESENCE, connectionTimeoutMillis: 2_000, stream: () => socket };
  const client = new Client({ ...account, ...manners });
  client.on('error', () => undefined); // told by 'end' as well
  try {
    await client.connect();
    // The port in an old pid file may be another cluster's today.
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory !== cluster.folder) throw new Error('another cluster');
    await client.query('select pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    await createShopDatabase(client);
    socket.unref(); // standing by keeps no process alive
    return { client, socket };
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

async function createShopDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_database where datname = 'kiosk'`);
  if (rowCount) return;
  await client.query('create database kiosk').catch((error: unknown) => {
    // 42P04 and 23505: somebody else made it in the same moment.
    if (!(error instanceof DatabaseError && (error.code === '42P04' || error.code === '23505'))) throw error;
  });
}

async function leave(cluster: Cluster, { presence, server }: Joined): Promise<void> {
  presence.socket.ref();
  const alone = await isLast(presence.client).catch(() => false); // no connection: nothing to end
  if (alone) await endServer(cluster, server);
  await presence.client.end().catch(() => undefined);
}

/**
 * Whether nobody else is there: no shared lock, and no other connection within a moment (one just closed shows a little
 * longer). If so the lock stays ours: a newcomer waits on it, loses its connection with the server and starts anew.
 */
async function isLast(client: Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
  const lock = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [PRESENCE_LOCK]);
  if (!lock.rows[0]?.mine) return false;
  for (const deadline = Date.now() + LEAVE_PATIENCE_MS; ; await pause(20)) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1`,
      [PRESENCE],
    );
    if (rowCount === 0) return true;
    if (Date.now() > deadline) return false;
  }
}

async function endServer(cluster: Cluster, server: Server): Promise<void> {
  process.kill(server.pid, 'SIGINT'); // fast shutdown: ends connections, writes everything
  const deadline = Date.now() + START_PATIENCE_MS;
  while ((await readPidFile(cluster))?.pid === server.pid && Date.now() < deadline) await pause(10);
}
