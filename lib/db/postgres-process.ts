import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { exists, isCode } from './postgres-binaries';
import { type Cluster, plainEnvironment } from './postgres-cluster';

const LOG_LIMIT_BYTES = 5_000_000;
/** Above every system's highest process id: "certainly not running". */
const NOBODYS_PID = 99_999_999;
/** In bytes, what every system takes: sun_path has 104 on some. */
const LONGEST_SOCKET = 103;

export type Server = { pid: number; port: number };

/** What postmaster.pid says: the file exists while a server runs, and after one was killed. */
export async function readPidFile({ folder }: Cluster): Promise<Server | null> {
  const text = await readFile(pidFile(folder), 'utf8').catch(() => '');
  const [pid = '', , , port = ''] = text.split('\n');
  return /^\d+$/.test(pid) && /^\d+$/.test(port) ? { pid: Number(pid), port: Number(port) } : null;
}

const pidFile = (folder: string) => path.join(folder, 'postmaster.pid');

/** Whether that process is this cluster's server; "foreign" is a zombie that nobody reaps, or a number given away again. */
export async function stateOf({ folder }: Cluster, { pid }: Server): Promise<'ours' | 'foreign' | 'dead'> {
  if (await exists('/proc/self')) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
    if (command === null) return 'dead';
    return command.includes(folder) ? 'ours' : 'foreign';
  }
  try {
    process.kill(pid, 0);
    return 'ours';
  } catch (error) {
    return isCode(error, 'EPERM') ? 'ours' : 'dead';
  }
}

/**
 * Lets Postgres see that the named process is not its own. The file stays: it also names the shared memory by which
 * Postgres finds out whether a child of the killed server still writes.
 */
export async function disownPidFile({ folder }: Cluster, foreign: Server): Promise<void> {
  for (const file of [path.join(folder, `.s.PGSQL.${foreign.port}.lock`), pidFile(folder)]) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const [pid, ...rest] = text.split('\n');
    if (pid === String(foreign.pid)) await writeFile(file, [NOBODYS_PID, ...rest].join('\n'));
  }
}

/** The folder of a cluster's Unix socket; null where the system has none, or the address would be too long for one. */
export function socketFolderOf({ folder }: Cluster): string | null {
  const longest = Buffer.byteLength(path.join(folder, '.s.PGSQL.65535.lock'));
  return process.platform !== 'win32' && longest <= LONGEST_SOCKET && !folder.includes(',') ? folder : null;
}

/** Starts a server. When another one got hold of the folder first, this one ends by itself. */
export async function launchServer(cluster: Cluster, wishedPort: number | undefined): Promise<ChildProcess> {
  const port = (wishedPort !== undefined && (await freePort(wishedPort))) || (await freePort(0));
  const logFile = path.join(cluster.folder, 'server.log');
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  const log = await open(logFile, size > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  const sockets = socketFolderOf(cluster) ?? '';
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${sockets}`, 'max_connections=200'];
  const args = ['-D', cluster.folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  // A session of its own: Ctrl-C in the terminal reaches us, and we decide whether the server goes too.
  const options = { ...cluster.owner, env: plainEnvironment(), cwd: '/', detached: true };
  const child = spawn(cluster.postgres, args, { ...options, stdio: ['ignore', log.fd, log.fd] });
  child.on('error', () => undefined); // a child that never ran has an exit code too: the starter looks at that
  await log.close();
  return child;
}

/** A port of 127.0.0.1 that can be listened on: the wished one or 0 for any; 0 when it is taken. */
async function freePort(wished: number): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(wished, '127.0.0.1', resolve));
  } catch (error) {
    if (isCode(error, 'EADDRINUSE', 'EACCES')) return 0;
    throw error;
  }
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address === null || typeof address === 'string' ? 0 : address.port;
}

export async function lastWords({ folder }: Cluster): Promise<string> {
  const log = await readFile(path.join(folder, 'server.log'), 'utf8').catch(() => '(nothing)');
  return log.trim().split('\n').slice(-8).join('\n');
}
