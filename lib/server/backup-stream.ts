import 'server-only';
import { EventEmitter, once } from 'node:events';
import { getSchemaMark } from '@/lib/db/backup-tables';
import { takeBackup } from '@/lib/flows/take-backup';
import { version } from '@/package.json';
import { beginBackupFile } from './backup-file';
import { logEvent, logProblem } from './log';
import { getDeps, getEnv } from './wiring';

const AHEAD_BYTES = 1024 * 1024;
/** A reader who stands still this long is gone: the snapshot is held in the database for her alone. */
const PATIENCE_MS = 2 * 60 * 1000;

/**
 * The whole shop as a file that is written while it is read: who reads slowly lets us wait. What fails on the way breaks the line,
 * and who leaves ends the work; the file then has no end, and no shop takes it.
 */
export async function streamBackup(merchantId: string): Promise<ReadableStream<Uint8Array>> {
  const deps = await getDeps();
  const about = { release: version, schema: await getSchemaMark(deps.db), madeAt: deps.now().toISOString() };
  const file = beginBackupFile(getEnv().ENCRYPTION_KEYS, about);
  const reader = new EventEmitter();
  const left = new AbortController();
  const work = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const send = async (bytes: Uint8Array) => {
      left.signal.throwIfAborted();
      controller.enqueue(bytes);
      if ((controller.desiredSize ?? 0) > 0) return;
      await once(reader, 'wants', { signal: AbortSignal.any([left.signal, AbortSignal.timeout(PATIENCE_MS)]) });
    };
    await send(file.line);
    await takeBackup(deps, { merchantId, write: (record) => send(file.seal(record)) });
    controller.close();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // Not awaited: a stream that has not started gives nothing away.
        work(controller).catch((error: unknown) => {
          if (left.signal.aborted) return logEvent('backup.left', { merchant: merchantId });
          logProblem('backup.failed', error);
          controller.error(error);
        });
      },
      pull: () => void reader.emit('wants'),
      cancel: () => left.abort(),
    },
    { highWaterMark: AHEAD_BYTES, size: (bytes) => bytes.byteLength },
  );
}
