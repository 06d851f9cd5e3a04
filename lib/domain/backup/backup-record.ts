import { z } from 'zod';

// Printed before anything vouches for it.
const word = z.string().regex(/^[\w.+-]{1,60}$/);

/** Which shop wrote a backup, and how: the first line of the file, readable without a key. */
export const backupHeaderSchema = z.strictObject({
  kiosk: z.literal('backup'),
  format: z.literal(1),
  /** The release of the shop, and the mark of its tables. */
  release: word,
  schema: word,
  madeAt: z.iso.datetime(),
  keyId: word,
  salt: word,
});
export type BackupHeader = z.infer<typeof backupHeaderSchema>;

const name = z.string().max(200);
const count = z.number().int().nonnegative();
/** Whole numbers as text: a sequence may count further than a number of JavaScript. */
const sequenceSchema = z.strictObject({ name, last: z.string().regex(/^-?\d{1,19}$/), isCalled: z.boolean() });

/** All of a record but a picture's bytes. `lines`: rows, each a JSON array of its columns as PostgreSQL writes them. */
export const recordHeadSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('table'), name, columns: z.array(name).max(500) }),
  z.strictObject({ is: z.literal('rows'), table: name, lines: z.array(z.string()).max(10_000) }),
  z.strictObject({ is: z.literal('sequences'), values: z.array(sequenceSchema).max(500) }),
  z.strictObject({ is: z.literal('picture'), name, contentType: name }),
  z.strictObject({ is: z.literal('end'), tables: z.record(name, count), pictures: count }),
]);
export type RecordHead = z.infer<typeof recordHeadSchema>;
export type Sequence = z.infer<typeof sequenceSchema>;

/** One part of a backup, in the order: each table and its rows, the sequences, the pictures, the end. */
export type BackupRecord =
  | Exclude<RecordHead, { is: 'picture' }>
  | (Extract<RecordHead, { is: 'picture' }> & { bytes: Uint8Array<ArrayBuffer> });

export type BackupProblem = 'not_a_backup' | 'backup_damaged' | 'backup_other_key' | 'backup_other_version';

/** What a file turns out to be while it is read. */
export class BackupFault extends Error {
  constructor(readonly problem: BackupProblem) {
    super(problem);
  }
}

/**
 * Counts what a backup brings and holds it against its last record. Throws "backup_damaged" for rows without a table, for a wrong
 * count, and for what comes after the end; `isWhole` says whether the end has come.
 */
export function createTally() {
  const tables = new Map<string, number>();
  let pictures = 0;
  let isWhole = false;
  const insist = (holds: boolean) => {
    if (!holds) throw new BackupFault('backup_damaged');
  };
  return {
    add(record: BackupRecord): void {
      insist(!isWhole);
      if (record.is === 'table') {
        insist(!tables.has(record.name));
        tables.set(record.name, 0);
      } else if (record.is === 'rows') {
        const known = tables.get(record.table);
        insist(known !== undefined);
        tables.set(record.table, (known ?? 0) + record.lines.length);
      } else if (record.is === 'picture') pictures += 1;
      else if (record.is === 'end') {
        const said = Object.entries(record.tables);
        insist(record.pictures === pictures && said.length === tables.size);
        insist(said.every(([table, rows]) => tables.get(table) === rows));
        isWhole = true;
      }
    },
    isWhole: () => isWhole,
    end: (): BackupRecord => ({ is: 'end', tables: Object.fromEntries(tables), pictures }),
  };
}
