import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { getSchemaMark, inSnapshot, listBackupTables, listSequences, readTable } from '@/lib/db/backup-tables';
import { insertMerchant } from '@/lib/db/merchants';
import { merchantSessions } from '@/lib/db/schema/merchants';
import { auditLog } from '@/lib/db/schema/staff';
import { seedDemoShop } from '@/lib/db/seed';
import { BackupFault } from '@/lib/domain/backup/backup-record';
import { addPicture } from '@/lib/flows/add-picture';
import { restoreShop } from '@/lib/flows/restore-shop';
import { takeBackup } from '@/lib/flows/take-backup';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { placeOrder } from '@/lib/flows/testing-orders';
import { beginBackupFile, readBackupFile, readBackupHeader } from './backup-file';

vi.mock('server-only', () => ({}));

const KEY = randomBytes(32).toString('base64');
const SECRET = 'scrypt-of-a-password';
let shop: TestHouse;
let empty: TestHouse;
beforeEach(async () => {
  [shop, empty] = await Promise.all([createTestHouse(), createTestHouse()]);
  const { db } = shop.deps;
  const greta = { id: 'greta', name: 'Greta', email: 'greta@shop.example', passwordHash: SECRET } as const;
  await insertMerchant(db, { ...greta, role: 'owner', at: new Date() });
  const later = new Date(Date.now() + 60_000);
  await db
    .insert(merchantSessions)
    .values({ id: 's', token: 'a-live-session', merchantId: 'greta', expiresAt: later, updatedAt: later });
  await placeOrder(shop, { stock: 9, quantity: 2 });
  await addPicture(shop.deps, { bytes: randomBytes(90_000), merchantId: 'greta' });
});
afterEach(async () => {
  await Promise.all([shop.drop(), empty.drop()]);
});

async function backUp(house = shop): Promise<Buffer> {
  const schema = await getSchemaMark(house.deps.db);
  const file = beginBackupFile([KEY], { release: '0.1.0', schema, madeAt: new Date().toISOString() });
  const parts: Buffer[] = [file.line];
  await takeBackup(house.deps, { merchantId: 'greta', write: async (record) => void parts.push(file.seal(record)) });
  return Buffer.concat(parts);
}

/** In pieces as a disk gives them, which end where no frame does. */
async function* inChunks(file: Buffer) {
  for (let at = 0; at < file.length; at += 10_007) yield file.subarray(at, at + 10_007);
}

async function restore(file: Buffer, keys = [KEY], into = empty) {
  try {
    const { schema } = await readBackupHeader(inChunks(file));
    return await restoreShop(into.deps, { schema, records: () => readBackupFile(inChunks(file), keys) });
  } catch (error) {
    if (error instanceof BackupFault) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Every row of every table that a backup holds, and where each sequence stands. */
async function everythingIn({ deps }: TestHouse) {
  return inSnapshot(deps.db, async (tx) => {
    const tables: Record<string, string[]> = {};
    for (const table of await listBackupTables(tx)) {
      const rows: string[] = [];
      await readTable(tx, table, async (lines) => void rows.push(...lines));
      tables[table.name] = rows.sort();
    }
    return { tables, sequences: await listSequences(tx) };
  });
}

/** The triggers and what each row must keep to. */
async function guardsOf({ deps }: TestHouse) {
  const { rows } = await deps.db.execute<{ guard: string }>(sql`
    select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as guard from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
    order by guard`);
  expect(rows.length).toBeGreaterThan(100);
  return rows;
}

describe('a backup', () => {
  it('brings every row and every picture into an empty shop, where numbers go on', { timeout: 60_000 }, async () => {
    await seedDemoShop(shop.deps.db, { now: new Date(), atLeast: 0 });
    const file = await backUp();
    const restored = await restore(file);
    expect(restored).toMatchObject({ ok: true, value: { pictures: 7 } });

    const [before, after] = [await everythingIn(shop), await everythingIn(empty)];
    for (const table of Object.keys(before.tables)) expect(after.tables[table], table).toEqual(before.tables[table]);
    expect(after).toEqual(before);
    for (const table of ['orders', 'ledger', 'invoices', 'products', 'shoppers', 'outgoing_mails', 'audit_log'])
      expect(before.tables[table]?.length, table).toBeGreaterThan(0);
    expect([...empty.pictureStore.kept]).toEqual([...shop.pictureStore.kept]);

    // The shop moves, its payment provider stays the same.
    const moved = { ...empty, deps: { ...empty.deps, payments: shop.deps.payments } };
    const [here, there] = [await placeOrder(shop, one), await placeOrder(moved, one)];
    expect(there.order.number).toBe(here.order.number);
    // What guards the tables guards them again.
    await expect(empty.deps.db.delete(auditLog)).rejects.toThrow();
    expect(await guardsOf(empty)).toEqual(await guardsOf(shop));
  });

  it('shows nobody without the key what is in it, and holds no live session', async () => {
    const file = await backUp();
    const [line = '', ...rest] = file.toString('latin1').split('\n');
    expect(JSON.parse(line)).toMatchObject({ kiosk: 'backup', format: 1, release: '0.1.0' });
    for (const told of [SECRET, 'greta@shop.example']) expect(rest.join('\n')).not.toContain(told);
    expect(await restore(file, [randomBytes(32).toString('base64')])).toMatchObject({ problem: 'backup_other_key' });
    expect(await restore(file, [randomBytes(32).toString('base64'), KEY])).toMatchObject({ ok: true });
    expect(await empty.deps.db.select().from(merchantSessions)).toEqual([]);
  });

  it('is refused whole where a byte of it is not as it was', async () => {
    const file = await backUp();
    const untouched = await everythingIn(empty);
    const flipped = (at: number) => {
      const copy = Buffer.from(file);
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
      return copy;
    };
    const first = file.indexOf('\n') + 1;
    const second = first + 4 + file.readUInt32BE(first) + 16;
    const last = Buffer.concat([file.subarray(0, first), file.subarray(second)]);
    const faults: [string, Buffer, string][] = [
      ['a byte in the middle', flipped(file.length >> 1), 'backup_damaged'],
      ['the last byte', flipped(file.length - 1), 'backup_damaged'],
      ['the length of a frame', flipped(first), 'backup_damaged'],
      ['cut off', file.subarray(0, file.length - 40_000), 'backup_damaged'],
      ['a byte short', file.subarray(0, -1), 'backup_damaged'],
      ['a byte too long', Buffer.concat([file, Buffer.from('!')]), 'backup_damaged'],
      ['without its first part', last, 'backup_damaged'],
      ['its first line alone', file.subarray(0, first), 'backup_damaged'],
      [
        'another day in its first line',
        Buffer.from(file.toString('latin1').replace('T', ' '), 'latin1'),
        'backup_damaged',
      ],
      ['no backup', Buffer.from('handle,title\nprint,Print\n'), 'not_a_backup'],
      ['nothing', Buffer.alloc(0), 'not_a_backup'],
    ];
    for (const [what, bytes, problem] of faults) expect(await restore(bytes), what).toEqual({ ok: false, problem });
    expect(await everythingIn(empty)).toEqual(untouched);
    expect(empty.pictureStore.kept.size).toBe(0);
  });

  it('is refused by a shop whose tables have another form, and by one that is not empty', async () => {
    const file = await backUp();
    const text = file.toString('latin1');
    const other = (from: RegExp, to: string) => Buffer.from(text.replace(from, to), 'latin1');
    expect(await restore(other(/"schema":"[^"]+"/, '"schema":"3-abc"'))).toMatchObject({
      problem: 'backup_other_version',
    });
    expect(await restore(other(/"format":1/, '"format":2'))).toMatchObject({ problem: 'backup_other_version' });
    const before = await everythingIn(shop);
    expect(await restore(file, [KEY], shop)).toMatchObject({ problem: 'shop_not_empty' });
    expect(await everythingIn(shop)).toEqual(before);
  });

  it('leaves nothing behind where the database refuses a row', async () => {
    const untouched = await everythingIn(empty);
    const file = beginBackupFile([KEY], {
      release: '0',
      schema: await getSchemaMark(shop.deps.db),
      madeAt: new Date().toISOString(),
    });
    const parts: Buffer[] = [file.line];
    const write = async (record: Parameters<typeof file.seal>[0]) => {
      const isOrders = record.is === 'rows' && record.table === 'shoppers';
      parts.push(file.seal(isOrders ? { ...record, lines: record.lines.map(() => '[]') } : record));
    };
    await takeBackup(shop.deps, { merchantId: 'greta', write });
    // The old shop's bucket: what lies there is not ours to take away.
    const [[name, picture] = ['', null]] = shop.pictureStore.kept;
    if (picture) await empty.pictureStore.put(name, picture);
    await expect(restore(Buffer.concat(parts))).rejects.toThrow();
    expect(await everythingIn(empty)).toEqual(untouched);
    expect([...empty.pictureStore.kept.keys()]).toEqual([name]);
    expect(await restore(await backUp())).toMatchObject({ ok: true });
  });
});

const one = { stock: 3, quantity: 1 };
