import { createReadStream, existsSync } from 'node:fs';
import { BackupFault, type BackupProblem } from '@/lib/domain/backup/backup-record';
import { restoreShop } from '@/lib/flows/restore-shop';
import { readBackupFile, readBackupHeader } from '@/lib/server/backup-file';
import { closeHouse, getDeps, getEnv } from '@/lib/server/wiring';
import { version } from '@/package.json';

const SAYS: Record<BackupProblem | 'shop_not_empty', string> = {
  not_a_backup: 'This is no backup of a shop.',
  backup_damaged: 'This file is damaged or was cut off. Take another copy of it, or another backup.',
  backup_other_key: 'None of ENCRYPTION_KEYS opens this file. Set the key that the shop had when the backup was made.',
  backup_other_version:
    'The tables had another form then. Restore with the release that made it, and update after that.',
  shop_not_empty: 'This shop is not empty. A backup goes into a new database and an empty folder of pictures only.',
};

/** npm run restore -- FILE: brings a backup into an empty shop, all of it or nothing. */
async function main(file: string | undefined): Promise<number> {
  if (!file || !existsSync(file)) return refuse('npm run restore -- FILE   (a backup, as the desk gives it)');
  try {
    const header = await readBackupHeader(createReadStream(file));
    const records = () => readBackupFile(createReadStream(file), getEnv().ENCRYPTION_KEYS);
    const restored = await restoreShop(await getDeps(), { schema: header.schema, records });
    if (!restored.ok) {
      const made = `It was made on ${header.madeAt} by release ${header.release}; this is ${version}.`;
      return refuse(`${restored.problem}: ${SAYS[restored.problem]} ${made} Nothing was changed.`);
    }
    const { tables, rows, pictures } = restored.value;
    process.stdout.write(`${rows} rows in ${tables} tables and ${pictures} pictures are back.\n`);
    return 0;
  } catch (error) {
    if (error instanceof BackupFault) return refuse(`${error.problem}: ${SAYS[error.problem]} Nothing was changed.`);
    throw error;
  } finally {
    await closeHouse();
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

process.exitCode = await main(process.argv[2]);
