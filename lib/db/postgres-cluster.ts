import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canBeEnteredByOthers, exists, findPostgresBinaries, isCode, OPEN_PLACE } from './postgres-binaries';

const NOBODY = 65_534;
const PASSWORD_FILE = 'kiosk-password';

/** A data folder of Postgres and who runs it: `owner` only when we are root, whom Postgres refuses. */
export type Cluster = { folder: string; owner?: { uid: number; gid: number }; password: string; postgres: string };

/** Finds the cluster that belongs to `dataDir` or creates it. Two that create it at once end up with the same one. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const folder = await clusterFolder(dataDir);
  const owner = await ownerOf(folder);
  const { initdb, postgres } = await findPostgresBinaries(owner?.uid);
  if (!(await exists(folder))) await initialise(folder, initdb, owner);
  try {
    const password = await readFile(path.join(folder, PASSWORD_FILE), 'utf8');
    return { folder, owner, password, postgres };
  } catch (cause) {
    if (!isCode(cause, 'EACCES')) throw cause;
    throw new Error(`The database in ${folder} belongs to another user of this machine. Set DATA_DIR elsewhere.`, {
      cause,
    });
  }
}

/** Runs as root put the cluster where its unprivileged owner can reach it, also when the project lies in /root. */
async function clusterFolder(wished: string): Promise<string> {
  await mkdir(wished, { recursive: true });
  const dataDir = await realpath(wished);
  if (isRoot() && (await canBeEnteredByOthers(path.dirname(dataDir)))) await letOthersPass(dataDir);
  if (!isRoot() || (await canBeEnteredByOthers(dataDir))) return path.join(dataDir, 'postgres');
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const folder = path.join(OPEN_PLACE, name);
  await mkdir(OPEN_PLACE, { recursive: true, mode: 0o755 });
  await writeFile(path.join(dataDir, 'postgres-is-elsewhere.txt'), `The database lies in ${folder}\n`);
  return folder;
}

/** Pass, not read: what lies inside keeps its own rights. */
async function letOthersPass(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) await chmod(folder, mode | 0o001);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Root runs the server as whoever owns the folder already, else as nobody. */
async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | undefined> {
  if (!isRoot()) return undefined;
  const found = await stat(folder).catch(() => null);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : { uid: NOBODY, gid: NOBODY };
}

/** Made whole under another name and then moved into place, so that no half cluster is ever found. */
async function initialise(folder: string, initdb: string, owner: Cluster['owner']): Promise<void> {
  const half = `${folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${half}.password`;
  const password = randomBytes(24).toString('hex');
  const own = async (file: string) => {
    if (owner) await chown(file, owner.uid, owner.gid);
  };
  try {
    await mkdir(half, { mode: 0o700 });
    await own(half);
    await writeFile(passwordFile, password, { mode: 0o600 });
    await own(passwordFile);
    await run(initdb, initdbArguments(half, passwordFile), owner);
    const kept = path.join(half, PASSWORD_FILE);
    await rename(passwordFile, kept);
    await chmod(kept, 0o600);
    await rename(half, folder);
  } catch (error) {
    // Somebody else was faster; their cluster is as good.
    if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  } finally {
    await rm(passwordFile, { force: true });
    await rm(half, { recursive: true, force: true });
  }
}

// The password is 192 random bits: stretching it would only make each connection slower.
function initdbArguments(folder: string, passwordFile: string): string[] {
  const always = ['--username=kiosk', '--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  return [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, '-c', 'scram_iterations=1', ...always, ...locale];
}

async function run(command: string, args: string[], owner: Cluster['owner']): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, {
      ...owner,
      env: plainEnvironment(),
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${path.basename(command)} ended with ${code}: ${said.trim()}`));
    });
  });
}

/** The server must not inherit the shop's secrets. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV ?? 'development', PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
