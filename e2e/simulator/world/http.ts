import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { z } from 'zod';
import { findRoute, pathExists } from './routing';
import { actUnderFault } from './serving';
import type { World } from './world';

const bodyLimitBytes = 10 * 1024 * 1024;

/** One request as a handler sees it: the body is kept raw, because signatures are made over bytes. */
export type Call = {
  method: string;
  url: URL;
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

/** Sends events until the browser leaves; returns what has to be undone then. */
export type EventStream = (send: (data: unknown, event?: string) => void) => () => void;

export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  events?: EventStream;
};

export type Handler = (call: Call) => Answer | Promise<Answer>;

/** `pattern`: `/v1/refunds/:id`; a last segment `*rest` takes all that follows. Quiet routes stay off the wire log. */
export type Route = { method: string; pattern: string; handler: Handler; quiet?: boolean };

export type OriginOptions = {
  world: World;
  /** As the wire log calls it: `shop → stripe`. */
  name: string;
  /** 0 takes any free port. */
  port: number;
  routes: Route[];
  /** Who is calling; otherwise `browser` when the request has the marks of one, else `shop`. */
  callerOf?: (headers: IncomingHttpHeaders, path: string) => string;
  /** Paths that browsers of other origins may call. */
  cors?: (path: string) => boolean;
  /** The vendor's own answer where a fault forces a status; `acted` is what the call would have got. */
  forcedAnswer?: (status: number, call: Call, acted: Answer | null) => Answer;
  /** Delays are kept by the handlers themselves (where a call that waits must already be known as running). */
  delaysItself?: (path: string) => boolean;
  /** The vendor's own shape of errors; a `Refusal` is answered here too. */
  onError?: (error: unknown) => Answer;
  onMissing?: (method: string, path: string) => Answer;
};

export type Origin = { origin: string; port: number; close: () => Promise<void> };

/** A request that the simulated world refuses, with a sentence for the one who wrote it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function answerJson(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

export function answerHtml(html: string, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: html };
}

export function answerEvents(events: EventStream): Answer {
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', connection: 'keep-alive' };
  return { status: 200, headers, body: '', events };
}

/** The JSON body, checked; an empty body counts as `{}`. Throws a `Refusal` of 400 that names the wrong field. */
export function readJson<Shape>(call: Call, shape: z.ZodType<Shape>): Shape {
  const text = call.body.toString('utf8');
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch (cause) {
    throw new Refusal(400, `The body is not JSON: ${String(cause)}`);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new Refusal(400, faults.join('; '));
}

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

/** Opens one origin of the simulated world on 127.0.0.1: its routes, the wire log and the armed faults. */
export async function createOrigin(options: OriginOptions): Promise<Origin> {
  const server = createServer((request, response) => {
    handleRequest(options, request, response).catch((error: unknown) => {
      console.error(`${options.name}: ${request.method} ${request.url} failed`, error);
      response.destroy();
    });
  });
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
