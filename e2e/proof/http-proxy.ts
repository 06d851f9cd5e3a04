import { createServer, type IncomingMessage, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { LET_CALLERS_CLOSE_MS } from '@/e2e/simulator/world/http';
import type { MessageCounter } from './message-counter';

export type NumberedWire = { port: number; close(): Promise<void> };

/** Stands before an HTTP origin (null while it is away: 502); each request is one message. `look` sees its path before it counts. */
export async function startHttpProxy(
  upstream: () => string | null,
  counter: MessageCounter,
  look: (path: string) => Promise<void> = async () => undefined,
): Promise<NumberedWire> {
  const server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming);
    await look(incoming.url ?? '');
    const verdict = counter.next(`${incoming.method} ${incoming.url?.split('?')[0]}`);
    if (verdict === 'die-before') {
      counter.kill();
      outgoing.destroy();
      return;
    }
    const answer = await forward(upstream(), incoming, body);
    if (verdict === 'die-after') {
      counter.kill();
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body);
  });
  server.keepAliveTimeout = LET_CALLERS_CLOSE_MS;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

const GONE: Answer = { status: 502, headers: {}, body: Buffer.alloc(0) };

function forward(upstream: string | null, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  if (upstream === null) return Promise.resolve(GONE);
  return new Promise((resolve) => {
    const { host } = new URL(upstream);
    const headers = { ...incoming.headers, host };
    const outgoing = send(
      new URL(incoming.url ?? '/', upstream),
      { method: incoming.method, headers },
      async (answer) => {
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: await buffer(answer) });
      },
    );
    outgoing.on('error', () => resolve(GONE));
    outgoing.end(body);
  });
}
