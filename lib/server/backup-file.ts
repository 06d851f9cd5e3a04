import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  BackupFault,
  type BackupHeader,
  type BackupRecord,
  backupHeaderSchema,
  recordHeadSchema,
} from '@/lib/domain/backup/backup-record';
import { createByteReader } from './byte-reader';

// A backup file: one line of JSON that anybody may read, then frames of [length, 4 bytes][sealed][tag, 16 bytes]. Each frame is one
// record, packed (deflate) and sealed with AES-256-GCM under a key of this file alone. The frame's number is its nonce, the first line
// and whether it is the last frame are sealed with it: none can be changed, moved, left out or cut off.
const TAG_BYTES = 16;
const HEADER_MAX = 1_000;
const FRAME_MAX = 64 * 1024 * 1024;
const UNPACKED_MAX = 4 * FRAME_MAX;

type About = Pick<BackupHeader, 'release' | 'schema' | 'madeAt'>;

/** Starts a file: its first line, and how each record of it is sealed. `encryptionKeys` as for the sealer: the first seals. */
export function beginBackupFile(encryptionKeys: readonly string[], about: About) {
  const [newest] = encryptionKeys;
  if (!newest) throw new Error('A backup needs an encryption key.');
  const salt = randomBytes(32).toString('base64url');
  const header: BackupHeader = { kiosk: 'backup', format: 1, ...about, keyId: idOf(newest), salt };
  const line = Buffer.from(`${JSON.stringify(header)}\n`);
  const key = keyOf(newest, salt);
  let frame = 0;
  return {
    line,
    seal(record: BackupRecord): Buffer {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame));
      cipher.setAAD(boundTo(line, record.is === 'end'));
      frame += 1;
      const sealed = Buffer.concat([cipher.update(deflateRawSync(pack(record), { level: 3 })), cipher.final()]);
      // Now, and not on the day on which it is needed.
      if (sealed.length > FRAME_MAX) throw new Error(`a part of the backup has ${sealed.length} bytes`);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(sealed.length);
      return Buffer.concat([length, sealed, cipher.getAuthTag()]);
    },
  };
}

/** The first line of a file. Throws "not_a_backup", and "backup_other_version" for a format that we do not read. */
export async function readBackupHeader(chunks: AsyncIterable<Uint8Array>): Promise<BackupHeader> {
  const line = await createByteReader(chunks).line(HEADER_MAX);
  return headerOf(line);
}

/** All records of a file. Throws "backup_other_key" without the key it was sealed with, "backup_damaged" where a byte is not as it was. */
export async function* readBackupFile(
  chunks: AsyncIterable<Uint8Array>,
  encryptionKeys: readonly string[],
): AsyncGenerator<BackupRecord> {
  const bytes = createByteReader(chunks);
  const line = await bytes.line(HEADER_MAX);
  const { keyId, salt } = headerOf(line);
  const root = encryptionKeys.find((one) => idOf(one) === keyId);
  if (!root) throw new BackupFault('backup_other_key');
  const key = keyOf(root, salt);
  for (let frame = 0; ; frame += 1) {
    const length = await bytes.take(4);
    if (!length || length.readUInt32BE() > FRAME_MAX) throw new BackupFault('backup_damaged');
    const sealed = await bytes.take(length.readUInt32BE() + TAG_BYTES);
    if (!sealed) throw new BackupFault('backup_damaged');
    const isLast = await bytes.isAtEnd();
    const record = unpack(unseal(key, { frame, sealed, bound: boundTo(line ?? Buffer.alloc(0), isLast) }));
    yield record;
    if (isLast) return;
  }
}

function headerOf(line: Buffer | null): BackupHeader {
  if (!line) throw new BackupFault('not_a_backup');
  const told = parseOr('not_a_backup', line.toString('utf8'));
  if (Reflect.get(Object(told), 'kiosk') !== 'backup') throw new BackupFault('not_a_backup');
  if (Reflect.get(Object(told), 'format') !== 1) throw new BackupFault('backup_other_version');
  const header = backupHeaderSchema.safeParse(told);
  if (!header.success) throw new BackupFault('backup_damaged');
  return header.data;
}

type Sealed = { frame: number; sealed: Buffer; bound: Buffer };

function unseal(key: Buffer, { frame, sealed, bound }: Sealed): Buffer {
  const split = sealed.length - TAG_BYTES;
  const opener = createDecipheriv('aes-256-gcm', key, nonceOf(frame), { authTagLength: TAG_BYTES });
  opener.setAAD(bound).setAuthTag(sealed.subarray(split));
  try {
    const packed = Buffer.concat([opener.update(sealed.subarray(0, split)), opener.final()]);
    return inflateRawSync(packed, { maxOutputLength: UNPACKED_MAX });
  } catch (error) {
    // What node says of a wrong tag is of no use to whoever reads it.
    if (error instanceof Error) throw new BackupFault('backup_damaged');
    throw error;
  }
}

/** [length of the JSON, 4 bytes][JSON][a picture's bytes] */
function pack(record: BackupRecord): Buffer {
  const isPicture = record.is === 'picture';
  const head = isPicture ? { is: record.is, name: record.name, contentType: record.contentType } : record;
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json, isPicture ? record.bytes : Buffer.alloc(0)]);
}

function unpack(packed: Buffer): BackupRecord {
  const end = 4 + packed.readUInt32BE();
  const head = recordHeadSchema.safeParse(parseOr('backup_damaged', packed.toString('utf8', 4, end)));
  if (!head.success) throw new BackupFault('backup_damaged');
  return head.data.is === 'picture' ? { ...head.data, bytes: new Uint8Array(packed.subarray(end)) } : head.data;
}

function parseOr(problem: 'not_a_backup' | 'backup_damaged', text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BackupFault(problem);
  }
}

function nonceOf(frame: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(frame, 6, 6);
  return nonce;
}

const boundTo = (line: Buffer, isLast: boolean) =>
  createHash('sha256')
    .update(line)
    .update(isLast ? 'last' : 'more')
    .digest();
const idOf = (key: string) =>
  createHash('sha256').update('kiosk backup key').update(Buffer.from(key, 'base64')).digest('base64url').slice(0, 12);
const keyOf = (root: string, salt: string) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(root, 'base64'), Buffer.from(salt, 'base64url'), 'kiosk backup v1', 32));
