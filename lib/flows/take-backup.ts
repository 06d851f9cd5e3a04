import { writeAudit } from '@/lib/db/audit';
import { inSnapshot, listBackupTables, listSequences, readTable } from '@/lib/db/backup-tables';
import { listPictureIds } from '@/lib/db/pictures';
import { type BackupRecord, createTally } from '@/lib/domain/backup/backup-record';
import { RENDITIONS } from '@/lib/domain/catalogue/picture';
import type { Deps } from './deps';

const PART_LENGTH = 2_000_000;

type Write = (record: BackupRecord) => Promise<void>;

/**
 * Hands the whole shop to `write`, part by part: every table as it stood in one moment, then every picture. Waits for `write`, so
 * that nothing piles up. Who took it stands in the log before the first part leaves.
 */
export async function takeBackup(
  deps: Pick<Deps, 'db' | 'now' | 'log' | 'pictures'>,
  { merchantId, write }: { merchantId: string; write: Write },
): Promise<void> {
  await writeAudit(deps.db, { merchantId, what: 'backup.taken', about: 'shop:backup', at: deps.now() });
  deps.log('backup.begun', { merchant: merchantId });
  const tally = createTally();
  const put = async (record: BackupRecord) => {
    tally.add(record);
    await write(record);
  };
  const pictureIds = await inSnapshot(deps.db, async (tx) => {
    for (const table of await listBackupTables(tx)) {
      await put({ is: 'table', name: table.name, columns: table.columns.map(({ name }) => name) });
      await readTable(tx, table, async (lines) => {
        for (const part of inParts(lines)) await put({ is: 'rows', table: table.name, lines: part });
      });
    }
    await put({ is: 'sequences', values: await listSequences(tx) });
    return listPictureIds(tx);
  });
  for (const name of pictureIds.flatMap((id) => RENDITIONS.map((ending) => `${id}-${ending}`))) {
    // One that no product took may be cleared away meanwhile.
    const picture = await deps.pictures.store.get(name);
    if (picture) await put({ is: 'picture', name, ...picture });
  }
  await write(tally.end());
  deps.log('backup.taken', { merchant: merchantId });
}

/** So many rows together as are not too long: a row may be a whole webhook. */
function inParts(lines: string[]): string[][] {
  const parts: string[][] = [];
  let length = PART_LENGTH;
  for (const line of lines) {
    if (length + line.length > PART_LENGTH) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(line);
    length += line.length;
  }
  return parts;
}
