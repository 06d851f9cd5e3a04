import { connect, createServer, type Socket } from 'node:net';
import type { NumberedWire } from './http-proxy';
import type { MessageCounter } from './message-counter';

const QUERY = 0x51; // Q
const PARSE = 0x50; // P
const SYNC = 0x53; // S
const READY = 0x5a; // Z
/** Parse, Bind, Describe, Execute, Close: they travel together and end with a Sync. */
const BATCHED = new Set([PARSE, 0x42, 0x44, 0x45, 0x43]);

/**
 * Stands before Postgres and speaks its protocol as far as needed: what the shop sends up to a Sync or a simple Query is
 * one message. Source: PostgreSQL documentation, "Frontend/Backend Protocol", Message Formats.
 */
export async function startPostgresProxy(upstream: string, counter: MessageCounter): Promise<NumberedWire> {
  const { hostname, port } = new URL(upstream);
  const open = new Set<Socket>();
  const server = createServer((shop) => {
    const database = connect(Number(port), hostname);
    for (const socket of [shop, database]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        shop.destroy();
        database.destroy();
      });
    }
    relay(shop, database, counter);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function relay(shop: Socket, database: Socket, counter: MessageCounter): void {
  let swallowing = false;
  const frames = new Frames();
  let batch: Buffer[] = [];
  let label = '';

  shop.on('data', (chunk) => {
    for (const frame of frames.add(chunk)) {
      batch.push(frame.bytes);
      if (frame.type === PARSE || frame.type === QUERY) label ||= sqlOf(frame);
      if (frame.type !== null && BATCHED.has(frame.type)) continue;
      const counts = frame.type === SYNC || frame.type === QUERY;
      const verdict = counts ? counter.next(label || 'bind') : 'pass';
      if (verdict === 'die-before') return counter.kill();
      if (verdict === 'die-after') swallowing = true;
      database.write(Buffer.concat(batch));
      batch = [];
      label = '';
    }
  });
  database.on('data', (chunk) => {
    if (!swallowing) {
      shop.write(chunk);
      return;
    }
    // ReadyForQuery is the last thing of an answer: Z, length 5, one byte of state.
    if (chunk.at(-6) === READY) counter.kill();
  });
}

type Frame = { type: number | null; bytes: Buffer };

function sqlOf({ type, bytes }: Frame): string {
  const text = bytes.subarray(5).toString('latin1');
  const parts = text.split('\0');
  return (type === PARSE ? parts[1] : parts[0])?.slice(0, 90) ?? '';
}

/** Cuts the stream into messages: a type byte and a length; only the first message, the start-up, has no type. */
class Frames {
  private rest = Buffer.alloc(0);
  private started = false;

  add(chunk: Buffer): Frame[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const frames: Frame[] = [];
    for (;;) {
      const head = this.started ? 1 : 0;
      if (this.rest.length < head + 4) return frames;
      const length = head + this.rest.readUInt32BE(head);
      if (this.rest.length < length) return frames;
      const bytes = this.rest.subarray(0, length);
      frames.push({ type: this.started ? (bytes[0] ?? 0) : null, bytes });
      this.started = true;
      this.rest = this.rest.subarray(length);
    }
  }
}
