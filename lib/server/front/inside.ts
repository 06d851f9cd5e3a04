import { Agent, createServer, request as httpRequest, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { duplexPair } from 'node:stream';

export type InsideAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
export type Inside = (
  path: string,
  options?: { method?: string; headers?: Record<string, string> },
) => Promise<InsideAnswer>;

const PATIENCE_MS = 30_000;

/**
 * A way to ask Next without a network: real HTTP over a pair of streams in memory, so no port is open that somebody
 * else could knock at. Every question gets a connection of its own.
 */
export function createInside(handler: RequestListener): Inside {
  const server = createServer(handler);
  return (path, { method = 'GET', headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const [near, far] = duplexPair();
      far.once('close', () => near.push(null)); // a pair of streams does not pass on that one side is gone
      server.emit('connection', far);
      const agent = new Agent(); // the global one sets time limits on sockets, which these streams are not
      agent.createConnection = () => near;
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const asked = httpRequest({ path, method, headers: { host: 'inside', ...headers }, agent, signal });
      asked.on('error', reject);
      asked.on('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          near.destroy();
          far.destroy();
          resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks) });
        });
      });
      asked.end();
    });
}
