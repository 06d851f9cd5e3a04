import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, answerJson, type Call, type Origin, type OriginOptions, Refusal } from './exchange';
import { findRoute, pathExists } from './routing';
import { actUnderFault } from './serving';

const bodyLimitBytes = 10 * 1024 * 1024;

function plainError(error: unknown): Answer {
  const status = error instanceof Refusal ? error.status : 500;
  return answerJson({ error: { message: error instanceof Error ? error.message : String(error) } }, status);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyLimitBytes) throw new Refusal(413, 'The body is larger than 10 MB.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function defaultCaller(headers: IncomingHttpHeaders): string {
  return headers.origin || /^Mozilla/.test(headers['user-agent'] ?? '') ? 'browser' : 'shop';
}

function corsHeaders(request: IncomingMessage): Record<string, string> {
  return {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? 'content-type, authorization',
    'access-control-expose-headers': 'request-id',
    vary: 'origin',
  };
}

async function handleRequest(options: OriginOptions, request: IncomingMessage, response: ServerResponse) {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  const path = url.pathname;
  const cors = options.cors?.(path) ? corsHeaders(request) : {};
  if (method === 'OPTIONS' && options.cors?.(path)) {
    response.writeHead(204, cors).end();
    return;
  }
  const found = findRoute(options.routes, method, path);
  const onError = options.onError ?? plainError;
  let body: Buffer;
  try {
    body = await readBody(request);
  } catch (error) {
    const answer = onError(error);
    response.writeHead(answer.status, { ...answer.headers, connection: 'close' }).end(answer.body);
    return;
  }
  const call: Call = { method, url, params: found?.params ?? {}, headers: request.headers, body };
  const act = async (): Promise<Answer> => {
    try {
      if (found) return await found.route.handler(call);
      if (options.onMissing) return options.onMissing(method, path);
      const status = pathExists(options.routes, path) ? 405 : 404;
      return answerJson({ error: { message: `Nothing answers ${method} ${path} here.` } }, status);
    } catch (error) {
      return onError(error);
    }
  };
  const direction = `${(options.callerOf ?? defaultCaller)(request.headers, path)} → ${options.name}`;
  // Levers and screens are not part of what is simulated: never logged, never disturbed.
  const offStage = /^\/(control|screen)(\/|$)/.test(path) || path === '/favicon.ico';
  const quiet = offStage || found?.route.quiet === true;
  await actUnderFault({ options, call, direction, quiet, offStage, act, headers: cors, response });
}

/**
 * As the real ones do: only callers close what stands idle, and Node's `fetch` does so after ten minutes at most. Where both
 * sides keep the same time, a shop on a busy machine meets the closing with a message in its hand, and rightly waits a
 * minute for its echo.
 */
export const LET_CALLERS_CLOSE_MS = 24 * 60 * 60 * 1000;

/** Opens one origin of the simulated world on 127.0.0.1: its routes, the wire log and the armed faults. */
export async function createOrigin(options: OriginOptions): Promise<Origin> {
  const server = createServer((request, response) => {
    handleRequest(options, request, response).catch((error: unknown) => {
      console.error(`${options.name}: ${request.method} ${request.url} failed`, error);
      response.destroy();
    });
  });
  server.keepAliveTimeout = LET_CALLERS_CLOSE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The origin has no port.');
  const port = address.port;
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, port, close };
}
